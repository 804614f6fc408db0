"""Pages that stand before the page that was asked for: walls against robots, consent, sign-in, waiting rooms.

Real pages carry captchas, sensors and cookie banners too. A wall is told by what it shows, and it shows little else.
"""

import re
from typing import NamedTuple

from wareloom.kit.errors import Blocked, Failure

_LARGEST = 400_000
_MOST_WORDS = 4000
"""Characters that a visitor reads; a page of products has more, or says that it is about a product."""
_MOST_LINKS = 40
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|template)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.IGNORECASE)
_LINK = re.compile(r"<a\s", re.IGNORECASE)
_ABOUT_A_PRODUCT = re.compile(
    r"""["']@type["']\s*:\s*\[?\s*["'](?:https?://schema\.org/)?(?:Product|ProductGroup|ItemList)["']"""
    r"""|["'](?:og:)?product["']|product:price:amount|schema\.org/(?:Product|Offer)["']"""
    r"""|\badd[ _-]?to[ _-]?(?:cart|bag|basket)\b|itemprop=["']?price""",
    re.IGNORECASE,
)


class _Wall(NamedTuple):
    what: str
    told_by: re.Pattern[str]
    """In the page as it is written, scripts included: never by a mere sensor, which real pages load as well."""


def _told(*marks: str) -> re.Pattern[str]:
    return re.compile("|".join(marks), re.IGNORECASE)


_WALLS = (
    _Wall(
        "Cloudflare's wall against robots",
        _told(
            r"_cf_chl_(?:opt|ctx|prog)",
            r"cf-browser-verification",
            r"\bcf[-_]challenge-(?:running|form|body)",
            r"id=[\"'](?:cf-error-details|challenge-(?:form|error-text|running|stage))",
            r"attention required! \| cloudflare",
            r"cloudflare ray id",
        ),
    ),
    _Wall(
        "DataDome's wall against robots",
        _told(r"captcha-delivery\.com/(?:captcha|interstitial|c\.js|i\.js)", r"\bvar dd\s*=\s*\{['\"]?rt['\"]?\s*:"),
    ),
    _Wall(
        "PerimeterX's wall against robots (“press and hold”)",
        _told(
            r"id=[\"']px-captcha",
            r"window\._pxBlock",
            r"\b_pxUuid\b.{0,400}\b_pxVid\b",
            r"[\"']blockScript[\"']\s*:",
            r"press (?:&amp;|&|and) hold to confirm",
        ),
    ),
    _Wall(
        "Akamai's wall against robots",
        _told(
            r"don[’']t have permission to access\b.{0,400}\bon this server",
            r"errors\.edgesuite\.net",
            r"id=[\"']sec-(?:if|bc|text)-(?:cpt|tile|container)",
            r"\bbm-verify=",
            r"reference\s?(?:&#32;)?(?:#|&#35;)\s?\d+(?:\.|&#46;)[0-9a-f]{6,}",
        ),
    ),
    _Wall(
        "Imperva's wall against robots",
        _told(r"incapsula incident id", r"_Incapsula_Resource\?(?:CWUDNSAI|incident_id)", r"pardon our interruption"),
    ),
    _Wall("Kasada's wall against robots", _told(r"/ips\.js\?(?:KP_UIDz|x-kpsdk)", r"window\.KPSDK\s*=\s*\{\}")),
    _Wall(
        "Amazon's web firewall",
        _told(r"window\.gokuProps\s*=", r"id=[\"']captcha-container[\"'][^<>]*>\s*</div>\s*<script[^<>]*awswaf"),
    ),
    _Wall("a waiting room (Queue-it)", _told(r"you are (?:now )?in (?:line|the queue)", r"static\.queue-it\.net/")),
    _Wall(
        "a page that refuses too many questions",
        _told(
            r"unusual (?:traffic|activity) (?:from|detected|has been)",
            r"(?:detected|noticed|seeing) (?:some )?unusual (?:traffic|activity)",
            r"<(?:title|h1)[^<>]*>\s*(?:429\b|(?:error:? )?(?:429 )?too many requests)",
            r"automated access to (?:our|amazon) (?:data|site)",
        ),
    ),
)
_WALL_TITLE = re.compile(
    r"\s*(?:just a moment|un momento|nur einen moment|un instant|attention required|access (?:to this page )?"
    r"(?:has been |is )?(?:temporarily )?(?:denied|blocked|restricted)|robot check|bot check|(?:robot|bot) or human"
    r"|are you (?:a )?(?:human|robot)|human verification|captcha(?: challenge)?"
    r"|verify(?:ing)? (?:captcha|you|your|that)|security (?:check|challenge|verification)"
    r"|checking your browser|ddos-guard|you have been blocked|forbidden"
    r"|403 forbidden|request (?:blocked|rejected)|please verify|one more step)\b[^<]*",
    re.IGNORECASE,
)
_WALL_WORDS = _told(
    r"(?:verify|confirm|prove|sure)(?: that)? you(?:[’']|&#0?39;|&rsquo;)?\s?(?:a)?re (?:a |an )?(?:real )?"
    r"(?:not a (?:ro)?bot|human|person)",
    r"(?:enter|type) the (?:characters|letters|words)(?: that)? you see",
    r"i(?:[’']|&#0?39;)?\s?a?m not a robot",
    r"checking (?:if the site connection is secure|your browser before)",
    r"enable javascript and cookies to continue",
    r"(?:drag|slide) the (?:slider|puzzle)",
    r"(?:solve|complete) (?:the|this) (?:captcha|puzzle|challenge|security check)",
    r"your (?:ip|request|access) (?:address )?(?:was|has been|is) (?:temporarily )?(?:blocked|denied|limited)",
    r"geben sie die (?:angezeigten )?zeichen",
    r"(?:saisissez|entrez) les caractères",
    r"(?:introduce|escribe) los caracteres",
    r"請輸入驗證碼|请输入验证码|安全验证|拖动滑块|画像に表示されている文字|文字を入力してください",
)
_CONSENT = re.compile(
    r"<(?:title|h1|h2)[^<>]*>\s*(?:before you continue|bevor sie (?:zu|fortfahren|weiter)|avant d[’']accéder"
    r"|antes de (?:ir a|continuar)|prima di continuare|cookies? and advertising choices)"
    r"|<form[^<>]*\baction=[\"']https?://consent\.",
    re.IGNORECASE,
)
_SIGN_IN_FIELD = re.compile(r"<input\b[^<>]*\btype=[\"']?password", re.IGNORECASE)
_SIGN_IN_TITLE = re.compile(
    r"\s*(?:[\w. ]{1,20}[\s|:–-]+)?(?:sign[ -]?in|log[ -]?in|sign up|anmelden|einloggen|se connecter|connexion"
    r"|identif\w+|iniciar sesión|accedi|entrar|masuk|đăng nhập|เข้าสู่ระบบ|ログイン|サインイン|登入|登录|로그인)\b[^<]*",
    re.IGNORECASE,
)


def wall(text: str) -> Failure | None:
    """What stands before the page, or None. Ask where no offer was found: pages with offers need not be searched."""
    if len(text) > _LARGEST or _ABOUT_A_PRODUCT.search(text):
        return None
    seen = _TAG.sub(" ", _HIDDEN.sub(" ", text))
    if len(" ".join(seen.split())) > _MOST_WORDS or len(_LINK.findall(text)) > _MOST_LINKS:
        return None
    what = _what(text, seen)
    return Blocked(f"The page is {what}, not the page that was asked for.") if what else None


def _what(text: str, seen: str) -> str | None:
    named = next((one.what for one in _WALLS if one.told_by.search(text)), None)
    if named:
        return named
    found = _TITLE.search(text)
    title = found[1] if found else ""
    if _WALL_TITLE.fullmatch(title) or _WALL_WORDS.search(seen):
        return "a wall against robots"
    if _CONSENT.search(text):
        return "a question about cookies or privacy that has to be answered first"
    if _SIGN_IN_FIELD.search(text) or _SIGN_IN_TITLE.fullmatch(title):
        return "a sign-in page: visitors without an account are not let in"
    return None
