import pytest
from hypothesis import given
from hypothesis import strategies as some

from wareloom.designs.box import Box
from wareloom.designs.print_specification import (
    SPECIFICATIONS,
    PrintFile,
    PrintSpecification,
    check,
    place,
    ready_products,
)
from wareloom.designs.products import PRODUCTS, Product

products = some.sampled_from(PRODUCTS)
sides = some.integers(min_value=1, max_value=20_000)


def _file(
    *,
    width: int = 4500,
    height: int = 5400,
    dpi: int = 300,
    effective_dpi: int = 300,
    has_alpha: bool = True,
    size: int = 1_000_000,
    kind: str = "PNG",
) -> PrintFile:
    return PrintFile(width, height, dpi, effective_dpi, has_alpha, Box(0, 0, width, height), size, kind)


@pytest.mark.parametrize("product", PRODUCTS)
def test_art_of_the_studio_is_ready_for_everything(product: Product) -> None:
    verdict = check(_file(), product)
    assert verdict.ready
    assert verdict.effective_dpi >= 150


def test_the_numbers_of_the_tee_and_the_mug_are_those_of_the_print_house() -> None:
    tee, mug = SPECIFICATIONS["tee"], SPECIFICATIONS["mug"]
    assert (tee.width_in, tee.height_in, tee.pixels) == (12, 16, (3600, 4800))
    assert (mug.width_in, mug.height_in, mug.pixels) == (9, 3.5, (2700, 1050))
    assert {(one.dpi, one.least_dpi, one.max_bytes) for one in SPECIFICATIONS.values()} == {(300, 150, 200_000_000)}


def test_every_product_is_specified_and_says_where_its_size_comes_from() -> None:
    assert set(SPECIFICATIONS) == set(PRODUCTS)
    assert all(one.source for one in SPECIFICATIONS.values())


def test_a_picture_of_a_model_is_too_coarse_for_a_shirt_and_the_fix_says_how_large_it_must_be() -> None:
    verdict = check(_file(width=1024, height=1536), "tee")
    assert (verdict.ready, verdict.effective_dpi) == (False, 96)
    (finding,) = verdict.findings
    assert finding.severity == "error"
    assert "3200 pixels wide" in finding.fix
    assert "6.8 in wide" in finding.fix


def test_enlarging_adds_nothing() -> None:
    drawn = check(_file(width=1125, height=1350), "tee")
    enlarged = check(_file(effective_dpi=75), "tee")
    assert enlarged.effective_dpi == drawn.effective_dpi
    assert not enlarged.ready


def test_between_the_least_and_the_wanted_resolution_it_is_ready_with_a_warning() -> None:
    verdict = check(_file(width=2400, height=3200), "tee")
    assert (verdict.ready, verdict.effective_dpi) == (True, 200)
    assert [finding.severity for finding in verdict.findings] == ["warning"]


def test_a_file_without_transparency_is_refused_on_fabric_and_taken_on_paper() -> None:
    opaque = _file(has_alpha=False, kind="JPEG")
    assert ready_products(opaque) == ("mug", "poster", "phone case")


def test_too_many_bytes_are_refused() -> None:
    verdict = check(_file(size=200_000_001), "poster")
    assert not verdict.ready
    assert "200 MB is the most" in verdict.findings[0].text


def test_a_format_that_is_not_taken_is_refused() -> None:
    verdict = check(_file(kind="WebP"), "poster")
    assert not verdict.ready
    assert verdict.findings[0].fix == "Save it as PNG or JPEG."


def test_an_empty_canvas_is_refused() -> None:
    empty = PrintFile(4500, 5400, 300, 300, has_alpha=True, ink_box=Box(0, 0, 0, 0), size=9000)
    verdict = check(empty, "tee")
    assert (verdict.ready, verdict.effective_dpi, verdict.placement) == (False, 0, None)


@given(dpi=some.integers(0, 2400), width=sides, height=sides, product=products)
def test_the_resolution_written_in_a_file_changes_nothing(dpi: int, width: int, height: int, product: Product) -> None:
    plain = check(_file(width=width, height=height), product)
    tagged = check(_file(width=width, height=height, dpi=dpi, effective_dpi=dpi), product)
    assert tagged == plain


@given(width=sides, height=sides, times=some.integers(1, 8), product=products)
def test_more_pixels_never_lower_the_verdict(width: int, height: int, times: int, product: Product) -> None:
    small = check(_file(width=width, height=height), product)
    large = check(_file(width=width * times, height=height * times), product)
    assert large.effective_dpi >= small.effective_dpi * times
    assert large.ready >= small.ready


@given(better=some.integers(1, 300), worse=some.integers(1, 300), product=products)
def test_more_drawn_pixels_never_lower_the_verdict(better: int, worse: int, product: Product) -> None:
    worse, better = sorted((worse, better))
    low, high = (check(_file(effective_dpi=dpi), product) for dpi in (worse, better))
    assert high.effective_dpi >= low.effective_dpi
    assert high.ready >= low.ready
    assert len(high.findings) <= len(low.findings)


@given(width=sides, height=sides, product=products)
def test_art_is_fitted_whole_into_the_safe_area_in_its_own_proportions(
    width: int, height: int, product: Product
) -> None:
    room = SPECIFICATIONS[product]
    at = place(width, height, room)
    assert at.left >= room.safe_in - 1e-9
    assert at.top >= room.safe_in - 1e-9
    assert at.left + at.width <= room.width_in - room.safe_in + 1e-9
    assert at.top + at.height <= room.height_in - room.safe_in + 1e-9
    assert at.width * height == pytest.approx(at.height * width)
    assert at.left - room.safe_in == pytest.approx(room.width_in - room.safe_in - at.left - at.width)


@given(
    width=some.floats(1, 40), height=some.floats(1, 40), ink_width=sides, ink_height=sides, grown=some.floats(1.01, 4)
)
def test_a_larger_area_never_prints_smaller(
    width: float, height: float, ink_width: int, ink_height: int, grown: float
) -> None:
    small, large = (
        place(ink_width, ink_height, PrintSpecification(width * times, height * times, "giclée", "a test"))
        for times in (1, grown)
    )
    assert large.scale >= small.scale
