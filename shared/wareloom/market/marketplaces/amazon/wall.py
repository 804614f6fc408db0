"""Why a page of Amazon shows no offers: it takes us for a robot, wants us to sign in, or is another page altogether."""

import re

from wareloom.kit.errors import Blocked, Failure, Rejected
from wareloom.market.marketplaces.amazon.page import Page
from wareloom.market.reading.walls import wall

_MOST_CHARACTERS = 300_000
_CAPTCHA = re.compile(
    r"action=[\"'][^\"']*/errors(?:_page)?/validateCaptcha|id=[\"']?captchacharacters|opfcaptcha"
    r"|<title[^>]*>\s*(?:robot check|bot check)|api-services-support@amazon",
    re.IGNORECASE,
)
_FIREWALL = re.compile(r"gokuProps|awswaf\.com|x-amzn-waf", re.IGNORECASE)
_SIGN_IN = re.compile(
    r"<form[^>]+(?:name=[\"']?signIn\b|action=[\"'][^\"']*/ap/signin)|id=[\"']?ap_(?:email|password)\b"
)
_GONE = re.compile(
    r"cs_404|<title[^>]*>\s*(?:page not found|seite (?:wurde )?nicht gefunden|page introuvable|404\b)"
    r"|not a functioning page on our site|looking for something\?",
    re.IGNORECASE,
)
_DOG = re.compile(
    r"cs_503|dogsofamazon|/error/(?:500|503)|/images/G/\d+/(?:[\w-]+/)?error|sorry! something went wrong"
    r"|<title[^>]*>\s*(?:503|service unavailable)",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"<form[^>]+(?:id=[\"']?sp-cc\b|action=[\"'][^\"']*/(?:privacyprefs|cookieprefs))")
_SEARCH = re.compile(r"data-component-type=[\"']?s-search|s-main-slot|s-results-list")


def reason(page: Page) -> Failure:
    start = page.text[:_MOST_CHARACTERS]
    if _CAPTCHA.search(start):
        return Blocked("Amazon takes us for a robot and asks for proof of a person.")
    if _SIGN_IN.search(start):
        return Blocked("Amazon shows a sign-in page: visitors without an account are not let in.")
    if _GONE.search(start):
        return Rejected("Amazon has no such page: the product or list is gone, or the address is wrong.")
    if _DOG.search(start):
        return Blocked("Amazon turns the request away with its error page.")
    if len(start) < _MOST_CHARACTERS and (_FIREWALL.search(start) or _CONSENT.search(start)):
        return Blocked("Amazon's firewall or a question about cookies stands before the page.")
    return wall(page.text) or _other(page, start)


def _other(page: Page, start: str) -> Failure:
    if page.cut_off:
        return Rejected("The page is cut off before anything that can be read.")
    if _SEARCH.search(start):
        return Rejected("The search shows neither products nor that there are none: Amazon may have changed it.")
    return Rejected("The page is no search, product or list of bestsellers that can be read.")
