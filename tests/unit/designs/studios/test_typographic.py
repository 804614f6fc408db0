import hashlib
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from tests.unit.designs.studios.orders import difference, drawn, order
from wareloom.designs import raster
from wareloom.designs.studio import DPI, HEIGHT, WIDTH
from wareloom.designs.studios.typographic.inks import least_contrast
from wareloom.designs.studios.typographic.layouts.registry import LAYOUTS
from wareloom.designs.studios.typographic.sheet import MARGIN
from wareloom.designs.studios.typographic.styles import STYLES
from wareloom.kit.errors import Rejected

ROOT = Path(__file__).parents[4]
SLOGANS = ("Oh no", "Mountains don't care about your step count at all, ever")
_AGAIN = """
import hashlib
from tests.unit.designs.studios.orders import drawn, order
print(hashlib.sha256(drawn(order(style="distressed", seed=7)).png).hexdigest())
"""


def well_placed(png: bytes) -> None:
    """Inside the margin, and filling the print area in one direction."""
    facts = raster.measure(png)
    box = facts.ink_box
    assert (facts.width, facts.height, facts.dpi, facts.has_alpha) == (WIDTH, HEIGHT, DPI, True)
    slack = 4  # an antialiased edge
    assert min(box.left, box.top, WIDTH - box.left - box.width, HEIGHT - box.top - box.height) >= MARGIN - slack
    assert box.width >= 0.8 * WIDTH or box.height >= 0.8 * HEIGHT
    assert 0.02 < facts.coverage < 0.85


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("slogan", SLOGANS)
def test_every_layout_fills_the_print_area_and_stays_inside_it(layout: str, slogan: str) -> None:
    art = drawn(order(slogan, layout=layout, style="bold"))
    well_placed(art.png)
    assert art.made_with["layout"] == layout


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_drawn_in_few_inks_that_show_on_the_fabric(style: str) -> None:
    palette = ("#808080", "#101010", "#f0e0d0")
    for on_dark in (False, True):
        art = drawn(order("Checkmate club", style=style, on_dark=on_dark, palette=palette))
        inks = art.made_with["inks"]
        assert 1 <= len(inks) <= 4
        assert all(least_contrast(ink, on_dark=on_dark) >= 3 for ink in inks)
        assert art.made_with["style"] == style


def test_the_same_order_is_the_same_file_in_another_process() -> None:
    here = hashlib.sha256(drawn(order(style="distressed", seed=7)).png).hexdigest()
    environment = {"PYTHONPATH": f"{ROOT / 'shared'}:{ROOT}", "PYTHONHASHSEED": "123", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", _AGAIN], env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    assert done.stdout.strip() == here


def test_another_seed_is_another_design_to_the_eye() -> None:
    pictures = [drawn(order("Spin more vinyl", style="vintage", seed=seed)).png for seed in range(6)]
    assert min(difference(one, other) for one, other in combinations(pictures, 2)) > 0.02


def test_a_person_s_choice_of_layout_and_font_is_kept() -> None:
    made = drawn(order(layout="seal", font="rye")).made_with
    assert (made["layout"], made["font"]) == ("seal", "rye")


def test_what_the_slogan_speaks_of_is_pictured() -> None:
    assert drawn(order("Dachshund dad")).made_with["motif"] == "dachshund"
    assert drawn(order("Night shift nurse")).made_with["motif"] == "pulse"
    assert drawn(order("Weekend plans", motifs=("cactus",))).made_with["motif"] == "cactus"


@pytest.mark.parametrize(
    "slogan", ["Ещё кофе", "Łódź żyje", "Crème brûlée", "¡Olé! ¿Qué?", "Straße", 'Don\'t "panic"', "שלום עולם"]
)
def test_letters_beyond_plain_latin_are_drawn(slogan: str) -> None:
    well_placed(drawn(order(slogan, style="groovy")).png)


@pytest.mark.parametrize("slogan", ["我爱猫", "Coffee ☕ first", "नमस्ते", "Cats 🐈‍⬛"])
def test_letters_that_no_font_has_are_refused_and_named(slogan: str) -> None:
    with pytest.raises(Rejected, match=r"None of the fonts can show “.+”"):
        drawn(order(slogan))


def test_writing_in_two_directions_at_once_is_refused() -> None:
    with pytest.raises(Rejected, match="from the left and from the right"):
        drawn(order("Coffee שלום"))


@pytest.mark.parametrize("slogan", ["", "   ", "\n\t", "…!?", "\u200b\u200d"])
def test_a_slogan_without_a_letter_is_refused(slogan: str) -> None:
    with pytest.raises(Rejected, match="at least one letter"):
        drawn(order(slogan))


def test_a_slogan_that_is_a_story_is_refused() -> None:
    with pytest.raises(Rejected, match="at most 120"):
        drawn(order("word " * 60))


def test_an_unknown_layout_or_font_is_refused_with_those_that_exist() -> None:
    with pytest.raises(Rejected, match="stack"):
        drawn(order(layout="collage"))
    with pytest.raises(Rejected, match="anton"):
        drawn(order(font="helvetica"))
