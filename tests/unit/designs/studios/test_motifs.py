import pytest

from wareloom.designs.studios.typographic.inks import Inks
from wareloom.designs.studios.typographic.motifs import pen
from wareloom.designs.studios.typographic.motifs.library import MOTIFS, NEUTRAL, asked_for, motif
from wareloom.designs.studios.typographic.motifs.pen import Hand
from wareloom.designs.studios.typographic.motifs.piece import pair
from wareloom.designs.studios.typographic.path import circle
from wareloom.designs.studios.typographic.sheet import CUT, Sheet
from wareloom.designs.studios.typographic.styles import STYLES

INKS = Inks("#000001", "#000002", "#000003")


@pytest.mark.parametrize("hand", ["solid", "line", "pixel"])
@pytest.mark.parametrize("name", MOTIFS)
def test_every_picture_is_drawn_where_it_is_told(name: str, hand: Hand) -> None:
    sheet = Sheet()
    covered = pen.draw(sheet, motif(name), 500, 700, 300, INKS, hand)
    assert max(covered.width, covered.height) == pytest.approx(300)
    assert set(sheet.inks) <= {INKS.main, INKS.second}
    around = covered.grown(22)  # a line drawing's pen, a pixel's width
    box = sheet.box
    assert box.left > around.left
    assert box.top > around.top
    assert box.right < around.right
    assert box.bottom < around.bottom


def test_pixels_are_squares_and_cut_nothing() -> None:
    sheet = Sheet()
    pen.draw(sheet, motif("heart"), 0, 0, 100, INKS, "pixel")
    assert CUT not in {mark.ink for mark in sheet.marks}
    assert {len(contour) for mark in sheet.marks for contour in mark.path.contours()} == {4}


def test_a_shape_and_its_mirror_image_run_the_same_way_round() -> None:
    """Else the overlap of the two would be a hole."""
    ways = [
        sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(contour, [*contour[1:], contour[0]], strict=True)) > 0
        for contour in pair(circle(5, 0, 10)).contours()
    ]
    assert ways in ([True, True], [False, False])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Powered by coffee", "mug"), ("Knitting club", "yarn"), ("Protect our parks", "mountain"),
        ("Feed your starter", "loaf"),
        ("Night owl nurse", "pulse"), ("Black cats are good luck", "cat"), ("GRAVEL!", "bicycle"), ("octopuses",
        "octopus"),
    ],
)  # fmt: skip
def test_a_word_asks_for_its_picture(text: str, named: str) -> None:
    assert asked_for((), text)[0] == named


def test_the_order_s_motifs_come_before_the_slogan_s_words() -> None:
    assert asked_for(("crescent moon", "cactus"), "Coffee first")[:1] == ["cactus"]
    assert asked_for((), "Nothing to see") == []


def test_every_ornament_of_a_style_exists() -> None:
    assert {name for style in STYLES.values() for name in style.ornaments} | set(NEUTRAL) <= set(MOTIFS)
