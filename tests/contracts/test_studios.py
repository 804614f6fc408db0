"""What every studio of the registry must do; a new one is covered on arrival. The image model is the offline one."""

import pytest

from tests.support.wallet import Wallet
from wareloom.designs import raster
from wareloom.designs.studio import DPI, HEIGHT, WIDTH, Order, Studio
from wareloom.designs.studios.artists import ARTISTS, studio
from wareloom.designs.studios.openai import OpenAiStudio
from wareloom.designs.studios.registry import STUDIOS
from wareloom.designs.studios.typographic import faces, styles
from wareloom.designs.studios.typographic.layouts.registry import LAYOUTS
from wareloom.kit.ai.offline import OfflineImage
from wareloom.kit.errors import NotFound

EVERY = pytest.mark.parametrize("name", STUDIOS)
ORDER = Order(
    slogan="Long dog, short legs",
    concept="A dachshund that thinks it is tall",
    prompt="A dachshund seen from the side, lettering above it",
    palette=("#2b4c7e", "#f2a541"),
    motifs=("dachshund",),
    style="retro",
    seed=3,
)


def able(name: str) -> Studio:
    return OpenAiStudio(OfflineImage()) if name == "openai" else studio(name)


def test_every_studio_has_somebody_who_draws() -> None:
    assert STUDIOS.keys() == ARTISTS.keys()


def test_the_typographic_studio_offers_what_it_can() -> None:
    profile = STUDIOS["typographic"]
    assert profile.layouts == tuple(LAYOUTS)
    assert profile.fonts == tuple(faces.FACES)
    assert profile.styles == tuple(styles.STYLES)


@EVERY
def test_it_introduces_itself(name: str) -> None:
    kind = STUDIOS[name]
    assert kind.name == name
    assert kind.title
    assert kind.styles
    for offered in (kind.layouts, kind.fonts, kind.styles):
        assert len(set(offered)) == len(offered)


@EVERY
def test_its_art_is_of_print_size_transparent_and_honest(name: str) -> None:
    art = able(name).draw(ORDER, purse=Wallet(), shelf="anyone")
    facts = raster.measure(art.png)
    assert (art.width, art.height, art.dpi) == (WIDTH, HEIGHT, DPI)
    assert (facts.width, facts.height, facts.dpi, facts.has_alpha) == (WIDTH, HEIGHT, DPI, True)
    assert 1 <= art.effective_dpi <= art.dpi
    assert facts.coverage > 0.005
    assert art.made_with["seed"] == ORDER.seed


@EVERY
def test_the_same_order_is_the_same_art(name: str) -> None:
    once, again = (able(name).draw(ORDER, purse=Wallet(), shelf="anyone") for _ in range(2))
    assert once == again


def test_an_unknown_studio_is_not_found() -> None:
    with pytest.raises(NotFound, match="typographic"):
        studio("atelier")
