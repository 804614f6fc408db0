"""What stands before a page is told from the page, and by its name."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.shop_pages import linked
from wareloom.kit.errors import Blocked
from wareloom.market.reading.walls import wall


def page(title: str = "", body: str = "", head: str = "") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("shown", "named"),
    [
        (page("Just a moment...", head="<script>window._cf_chl_opt={cType:'managed'}</script>"), "Cloudflare"),
        (page("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>"), "Cloudflare"),
        (page("hats.example", head="<script>var dd={'rt':'c','cid':'x'}</script>"), "DataDome"),
        ('{"url":"https://geo.captcha-delivery.com/captcha/?cid=x"}', "DataDome"),
        (page("Access to this page has been denied", '<div id="px-captcha"></div>'), "PerimeterX"),
        ('{"appId":"PXa","blockScript":"/b.js"}', "PerimeterX"),
        (
            page("Access Denied", 'You don\'t have permission to access "http&#58;//hats.example/" on this server.'),
            "Akamai",
        ),
        (page("", '<div id="sec-if-cpt-container"></div>'), "Akamai"),
        (page("", "Request unsuccessful. Incapsula incident ID: 1-2"), "Imperva"),
        (page("Pardon Our Interruption", "Something about your browser made us think"), "Imperva"),
        (page("", head='<script src="/149e/ips.js?KP_UIDz=abc"></script>'), "Kasada"),
        (page("Queue", "You are now in line."), "waiting room"),
        (page("Sorry", "We have detected unusual traffic from your network."), "questions"),
        (page("Too Many Requests", "Slow down"), "questions"),
        (page("Hats", "<p>Enter the characters you see below</p><input>"), "robots"),
        (page("Robot Check", "<form></form>"), "robots"),
        (page("Hats", "<p>Please verify you are a human</p>"), "robots"),
        (page("Hats", "<p>Bitte geben Sie die angezeigten Zeichen ein</p>"), "robots"),
        (page("Before you continue to Hats", "<button>Accept all</button>"), "cookies"),
        (page("Hats", '<form action="https://consent.hats.example/save"><button>OK</button></form>'), "cookies"),
        (page("Log in | Hats", "<form></form>"), "sign-in"),
        (page("Hats Sign-In", "<form></form>"), "sign-in"),
        (page("Hats", '<form><input name="p" type="password"></form>'), "sign-in"),
        (page("Anmelden", "<form></form>"), "sign-in"),
    ],
)
def test_what_stands_before_a_page_is_named(shown: str, named: str) -> None:
    found = wall(shown)
    assert isinstance(found, Blocked)
    assert named in found.reason


SENSORS = (
    '<script src="https://js.datadome.co/tags.js"></script>'
    '<script src="https://www.google.com/recaptcha/api.js"></script>'
    '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'
    "<script>window._pxAppId='PXhat';var captcha='are you a human';</script>"
    "<noscript>Please verify you are not a robot</noscript>"
    '<div class="cookie-banner">We value your privacy. Accept all cookies?</div>'
    '<form><input type="password" name="p"><a href="/login">Sign in</a></form>'
)


@pytest.mark.parametrize(
    "shown",
    [
        linked({"@type": "Product", "name": "Robot Check Mug", "offers": {"price": 9}}, body=SENSORS).decode(),
        page("Access Denied – Hat Yard", SENSORS + "<h1>Access Denied Hat</h1><button>Add to cart</button>"),
        page("Just a moment, a mug", '<meta property="og:type" content="product">' + SENSORS),
        page("Hats", SENSORS + "<p>Wide brims, narrow brims, no brims at all.</p>" * 120),
        page("Hats", SENSORS + '<a href="/hat">Hat</a>' * 50),
        page("Hats", "<h1>Hats</h1><p>Nothing here today.</p>"),
        json.dumps({"products": [{"id": 1, "title": "Captcha mug"}]}),
        "",
        "Not Found",
    ],
)
def test_a_page_with_sensors_and_banners_is_no_wall(shown: str) -> None:
    assert wall(shown) is None


@given(st.text() | st.text(alphabet='<>/"= scriptle!-a\n', max_size=200))
def test_any_text_is_a_wall_or_none(text: str) -> None:
    assert wall(text) is None or isinstance(wall(text), Blocked)


@pytest.mark.parametrize("shape", ["<", "<title", "<script", "<!--", "<a ", "_pxUuid ", " ", "<input type="])
def test_a_shapeless_page_of_any_length_is_looked_through_once(shape: str) -> None:
    assert wall(shape * (390_000 // len(shape))) is None
