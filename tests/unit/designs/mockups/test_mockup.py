import hashlib
import subprocess
import sys
from typing import cast

import pytest

from tests.unit.designs.mockups.pieces import art, bar, square
from wareloom.designs import mockup
from wareloom.designs.mockups.fabrics import COLOURS, FABRICS, suits
from wareloom.designs.products import PRODUCTS, Product
from wareloom.kit.errors import Rejected

_ELSEWHERE = """
import hashlib
from tests.unit.designs.mockups.pieces import square
from wareloom.designs.mockup import mockup
print(hashlib.sha256(mockup(square("#c03a2b"), "tee", "navy").body).hexdigest())
"""


def test_the_same_art_gives_the_same_bytes_in_another_process() -> None:
    ours = hashlib.sha256(mockup.mockup(square("#c03a2b"), "tee", "navy").body).hexdigest()
    theirs = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE],
        env={"PYTHONPATH": "shared:.", "PYTHONHASHSEED": "7", "VIPS_CONCURRENCY": "1"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert theirs.stdout.strip() == ours


def test_an_unknown_product_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(Rejected, match=r"no product “sock”.*tee.*phone case"):
        mockup.mockup(square("#000"), cast("Product", "sock"))


def test_a_colour_that_the_product_does_not_come_in_is_refused() -> None:
    with pytest.raises(Rejected, match="does not come in “plaid”"):
        mockup.mockup(square("#000"), "mug", "plaid")


@pytest.mark.parametrize("junk", [b"", b"junk", b"\x89PNG\r\n\x1a\n" + bytes(60)], ids=["empty", "junk", "broken"])
def test_what_is_no_picture_is_refused(junk: bytes) -> None:
    with pytest.raises(Rejected, match="not a picture"):
        mockup.prepare(junk)


def test_art_with_nothing_on_it_is_refused() -> None:
    with pytest.raises(Rejected, match="nothing on this picture"):
        art()


def test_art_is_cut_to_its_ink() -> None:
    prepared = art(bar(300, 400, 200, 100))
    assert (prepared.ink.width, prepared.ink.height) == (200, 100)


def test_art_without_transparency_can_be_shown() -> None:
    from pyvips import Image

    prepared = mockup.prepare(Image.black(60, 40, bands=3).pngsave_buffer())
    assert (prepared.ink.width, prepared.ink.height, prepared.ink.bands) == (60, 40, 4)


def test_grey_art_of_sixteen_bits_can_be_shown() -> None:
    from pyvips import Image

    grey = (Image.black(60, 40) + 30000).cast("ushort").copy(interpretation="grey16")
    assert list(mockup.prepare(grey.pngsave_buffer(bitdepth=16)).inks) == [(119, 119, 119)]


@pytest.mark.parametrize("product", PRODUCTS)
def test_dark_ink_goes_on_light_fabric_and_light_ink_on_dark(product: Product) -> None:
    on_light, on_dark = (suits({(grey, grey, grey): 1.0}, product) for grey in (20, 240))
    assert sum(_grey(on_light)) > 3 * 150
    assert sum(_grey(on_dark)) < 3 * 100


@pytest.mark.parametrize("product", PRODUCTS)
def test_the_ink_is_read_even_where_it_is_the_colour_of_a_fabric(product: Product) -> None:
    for name in COLOURS[product]:
        assert suits({_grey(name): 1.0}, product) != name


def test_every_product_has_light_and_dark_fabrics_and_each_is_known() -> None:
    for names in COLOURS.values():
        assert set(names) <= set(FABRICS)
        assert min(sum(_grey(name)) for name in names) < 3 * 60
        assert max(sum(_grey(name)) for name in names) > 3 * 200


def _grey(name: str) -> tuple[float, float, float]:
    colour = FABRICS[name].colour
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
