"""Whoever a session looks like, its parts fit each other."""

import re
from random import Random
from zoneinfo import ZoneInfo

import pytest
from curl_cffi.requests.impersonate import BrowserType

from wareloom.kit.http.faces import FACES, Face
from wareloom.kit.http.identity import Identity, named, visitor
from wareloom.kit.http.locales import BY_ENDING, locale_of


def some(host: str, count: int = 200) -> list[Identity]:
    chance = Random(7)  # noqa: S311 - the same visitors in every run
    return [visitor(host, chance) for _ in range(count)]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.imitates)
def test_every_face_is_one_that_the_library_can_wear(face: Face) -> None:
    assert face.imitates in {known.value for known in BrowserType}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.imitates)
def test_the_machine_that_headers_name_is_the_one_that_the_handshake_is_of(face: Face) -> None:
    agent = face.headers.get("User-Agent", "")
    number = re.search(r"\d+", face.imitates)
    assert not agent or (number and f"Chrome/{number[0]}." in agent)
    assert ("Windows" in agent) == ("sec-ch-ua-platform" in face.headers)
    assert all(screen.shown < screen.height < screen.width for screen in face.screens)


def test_visitors_differ() -> None:
    seen = some("shop.example")
    assert len({identity.imitates for identity in seen}) > 2
    assert len({identity.screen for identity in seen}) > 5
    assert len({identity.time_zone for identity in seen}) > 2
    assert all(identity.keeps_cookies for identity in seen)


@pytest.mark.parametrize(
    ("host", "language", "zone"),
    [
        ("www.amazon.de", "de-DE", "Europe/Berlin"),
        ("www.amazon.co.uk", "en-GB", "Europe/London"),
        ("www.amazon.co.jp", "ja", "Asia/Tokyo"),
        ("shopee.co.id", "id-ID", "Asia/Jakarta"),
        ("shopee.com.br", "pt-BR", "America/Sao_Paulo"),
    ],
)
def test_a_visitor_comes_from_where_the_customers_live(host: str, language: str, zone: str) -> None:
    for identity in some(host, 20):
        assert identity.languages[0] == language
        assert identity.time_zone == zone
        assert identity.headers["Accept-Language"].startswith(f"{language},")


def test_elsewhere_is_america() -> None:
    for host in ("www.etsy.com", "shop.example", "127.0.0.1", "localhost", ""):
        assert locale_of(host).languages == ("en-US", "en")


@pytest.mark.parametrize("ending", BY_ENDING)
def test_every_place_has_a_clock_and_languages_from_the_narrowest(ending: str) -> None:
    locale = BY_ENDING[ending]
    assert all(ZoneInfo(name) for name in locale.time_zones)
    assert len(set(locale.languages)) == len(locale.languages) > 1


@pytest.mark.parametrize(
    ("family", "languages", "written"),
    [
        ("chromium", ("de-DE", "de", "en-US", "en"), "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7"),
        ("firefox", ("en-US", "en"), "en-US,en;q=0.5"),
        ("firefox", ("de", "en-US", "en"), "de,en-US;q=0.7,en;q=0.3"),
        ("safari", ("en-GB", "en"), "en-GB,en;q=0.9"),
    ],
)
def test_languages_are_written_as_each_family_does(family: str, languages: tuple[str, ...], written: str) -> None:
    face = next(face for face in FACES if face.family == family)
    assert face.accepted(languages) == written


def test_ourselves_we_name() -> None:
    identity = named("https://us.example/bot")
    assert identity.headers["User-Agent"].startswith("Wareloom/")
    assert identity.headers["User-Agent"].endswith("(+https://us.example/bot)")
    assert identity.imitates is None
    assert not identity.keeps_cookies
