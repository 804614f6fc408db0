"""Ink lies on the product as it is: bent by folds, round a cylinder, in perspective, in the same light."""

from typing import TYPE_CHECKING

import pytest

from tests.unit.designs.mockups.pieces import art, bar, changed, dark, light_one, runs, square, top_edge
from wareloom.designs import mockup
from wareloom.designs.products import Product

if TYPE_CHECKING:
    from pyvips import Image


def _bend(ink: "Image") -> float:
    """How far the upper edge of a bar strays from the straight line between its ends."""
    left, _top, width, _height = ink.find_trim(background=[0], threshold=10, line_art=True)
    first, last = left + 12, left + width - 13
    start, end = top_edge(ink, first), top_edge(ink, last)
    columns = range(first, last, 8)
    return max(abs(top_edge(ink, x) - start - (end - start) * (x - first) / (last - first)) for x in columns)


def _bar_on(product: Product) -> "Image":
    shown = mockup.pictured(art(bar(449, 0, 2, 100, "#fff"), bar(0, 900, 900, 60)), product, light_one(product))
    box = mockup.scene(product, light_one(product)).surface.box
    ink = changed(shown, mockup.scene(product, light_one(product)).blank) & dark(shown)
    return ink.crop(box.left, box.top, box.width, box.height)


@pytest.mark.parametrize("product", ["tee", "hoodie", "tote"])
def test_a_straight_bar_is_bent_by_the_folds_of_cloth(product: Product) -> None:
    assert 1.2 < _bend(_bar_on(product)) < 30


@pytest.mark.parametrize("product", ["poster", "phone case"])
def test_a_straight_bar_stays_straight_on_what_is_flat(product: Product) -> None:
    assert _bend(_bar_on(product)) < 0.9


@pytest.mark.parametrize("product", ["poster", "phone case"])
def test_a_level_bar_rises_as_the_lower_edge_of_the_product_does(product: Product) -> None:
    ink = _bar_on(product)
    left, _top, width, _height = ink.find_trim(background=[0], threshold=10, line_art=True)
    assert top_edge(ink, left + 12) > top_edge(ink, left + width - 13) + 12


def test_a_straight_bar_hangs_round_the_mug() -> None:
    ink = _bar_on("mug")
    left, _top, width, _height = ink.find_trim(background=[0], threshold=10, line_art=True)
    ends = top_edge(ink, left + 12), top_edge(ink, left + width - 13)
    assert top_edge(ink, left + width // 2) > max(ends) + 6


def test_equal_stripes_grow_narrower_towards_the_sides_of_the_mug() -> None:
    stripes = art(*(bar(90 * step, 0, 45, 400) for step in range(12)), width=1080, height=400)
    found = [length for _start, length in runs(dark(mockup.pictured(stripes, "mug", "white")), 1000)]
    printed = [length for length in found if length > 3]
    middle = len(printed) // 2
    assert len(printed) >= 5
    assert printed[:middle] == sorted(printed[:middle])
    assert printed[middle + 1 :] == sorted(printed[middle + 1 :], reverse=True)
    assert max(printed) > 1.2 * min(printed[0], printed[-1])


@pytest.mark.parametrize("product", ["tee", "hoodie", "tote", "poster", "mug"])
def test_ink_is_darker_where_the_product_is_in_shadow(product: Product) -> None:
    colour = light_one(product)
    blank, shown = mockup.scene(product, colour).blank, mockup.pictured(square("#808080"), product, colour)
    left, top, width, height = changed(shown, blank).find_trim(background=[0], threshold=10, line_art=True)
    within = (left + width // 5, top + height // 2, width * 3 // 5, height // 3)
    ink, cloth = (one.crop(*within)[1].gaussblur(6) for one in (shown, blank))
    unevenness = cloth.deviate() / cloth.avg()
    share = ink / cloth
    assert unevenness > 0.004
    assert ink.deviate() / ink.avg() > 0.6 * unevenness
    assert share.deviate() / share.avg() < unevenness


def test_the_drawstrings_hang_over_the_ink() -> None:
    blank, shown = mockup.scene("hoodie", "cream").blank, mockup.pictured(square("#1f7a3d"), "hoodie", "cream")
    assert shown(926, 800) == blank(926, 800)
    assert shown(880, 800) != blank(880, 800)


def test_the_camera_shows_through_the_print() -> None:
    tall = art(bar(0, 0, 500, 1160, "#1f7a3d"), width=500, height=1160)
    blank, shown = mockup.scene("phone case", "white").blank, mockup.pictured(tall, "phone case", "white")
    assert shown(690, 330) == blank(690, 330)
    assert shown(1000, 1000) != blank(1000, 1000)
