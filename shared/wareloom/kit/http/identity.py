"""Who a session says it is: one browser on one machine in one place, whose parts fit each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from random import Random

from wareloom.kit.http.faces import FACES, Face, Screen
from wareloom.kit.http.locales import locale_of

NAME = "Wareloom"
_SOME_SCREEN = Screen(1280, 800, 720)


@dataclass(frozen=True)
class Identity:
    headers: Mapping[str, str]
    """Sent with every request, over those that the imitated browser sends by itself."""
    languages: tuple[str, ...] = ("en",)
    time_zone: str = "UTC"
    screen: Screen = _SOME_SCREEN
    imitates: str | None = None
    """Whose handshake and headers these are, as curl_cffi names it; None for nobody's."""
    keeps_cookies: bool = False


def named(contact: str) -> Identity:
    """Ourselves, with where to complain."""
    return Identity({"User-Agent": f"{NAME}/{_version()} (+{contact})"})


def visitor(host: str, chance: Random) -> Identity:
    """A person with a browser, from where the shop's customers live."""
    face: Face = chance.choices(FACES, [face.share for face in FACES])[0]
    locale = locale_of(host)
    return Identity(
        headers={**face.headers, "Accept-Language": face.accepted(locale.languages)},
        languages=locale.languages,
        time_zone=chance.choice(locale.time_zones),
        screen=chance.choice(face.screens),
        imitates=face.imitates,
        keeps_cookies=True,
    )


@cache
def _version() -> str:
    try:
        return version("wareloom")
    except PackageNotFoundError:  # in a Lambda layer the code lies without its wheel
        return "0"
