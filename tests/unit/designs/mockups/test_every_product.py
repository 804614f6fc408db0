from typing import TYPE_CHECKING

import pytest

from tests.unit.designs.mockups.pieces import art, bar, changed, light_one, share, square
from wareloom.designs import mockup
from wareloom.designs.mockups.fabrics import COLOURS
from wareloom.designs.mockups.registry import DRAWN
from wareloom.designs.products import PRODUCTS, Product

if TYPE_CHECKING:
    from pyvips import Image

MAGENTA = "#e0189a"


@pytest.fixture(scope="module", params=PRODUCTS)  # so that the tests of one product follow each other
def product(request: pytest.FixtureRequest) -> Product:
    return request.param


def _product_alone(product: Product) -> "Image":
    """What takes the fabric's colour is the product; what looks the same in every colour is not."""
    light = mockup.scene(product, light_one(product)).blank
    return changed(light, mockup.scene(product, "black").blank)


def test_every_product_is_drawn() -> None:
    assert set(DRAWN) == set(COLOURS) == set(PRODUCTS)


def test_a_mockup_is_an_opaque_picture_of_two_thousand_pixels_square(product: Product) -> None:
    from pyvips import Image

    made = mockup.mockup(square(MAGENTA), product, light_one(product))
    seen = Image.new_from_buffer(made.body, "")
    assert (seen.width, seen.height, seen.bands) == (made.width, made.height, 3) == (2000, 2000, 3)
    assert made.content_type == "image/webp"
    assert made.colour in COLOURS[product]


def test_ink_changes_the_product_and_nothing_else(product: Product) -> None:
    colour = light_one(product)
    difference = changed(mockup.pictured(square(MAGENTA), product, colour), mockup.scene(product, colour).blank)
    assert share(difference) > 0.02
    assert share(difference & ~_product_alone(product)) == 0


@pytest.mark.parametrize("paint", [MAGENTA, "#1f7a3d", "#2456c8"])
def test_the_colour_of_the_art_is_what_is_seen(product: Product, paint: str) -> None:
    colour = light_one(product)
    printed, blank = mockup.pictured(square(paint), product, colour), mockup.scene(product, colour).blank
    left, top, width, height = changed(printed, blank).find_trim(background=[0], threshold=10, line_art=True)
    middle = printed.crop(left + width // 3, top + height // 3, width // 3, height // 3)
    wanted = [int(paint[at : at + 2], 16) for at in (1, 3, 5)]
    assert [middle[band].avg() for band in range(3)] == pytest.approx(wanted, abs=34)


def test_the_backdrop_is_light_and_neutral(product: Product) -> None:
    blank = mockup.scene(product, light_one(product)).blank
    means = [blank.crop(0, 0, 2000, 120)[band].avg() for band in range(3)]
    assert min(means) > 160
    assert max(means) - min(means) < 25


def test_a_wide_art_stays_within_the_print_area(product: Product) -> None:
    banner = art(bar(0, 0, 1200, 100, MAGENTA), width=1200, height=100)
    colour = light_one(product)
    difference = changed(mockup.pictured(banner, product, colour), mockup.scene(product, colour).blank)
    assert 0 < share(difference) < share(_product_alone(product)) / 3
