from hypothesis import given
from hypothesis import strategies as some

from wareloom.designs.studios.typographic.inks import READABLE, VISIBLE, chosen, contrast, least_contrast

colour = some.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06x}")
palettes = some.lists(colour, max_size=6).map(tuple)
LIGHT, DARK = ("#1f2a44", "#c8502d", "#e0a13a"), ("#f4ead5", "#e8743b", "#f2b950")


@given(palette=palettes, on_dark=some.booleans(), pale=some.booleans())
def test_whatever_the_palette_every_ink_shows_and_the_main_one_is_readable(
    palette: tuple[str, ...], on_dark: bool, pale: bool
) -> None:
    inks = chosen(palette, DARK if on_dark else LIGHT, on_dark=on_dark, pale=pale)
    assert least_contrast(inks.main, on_dark=on_dark) >= READABLE
    assert all(least_contrast(ink, on_dark=on_dark) >= VISIBLE for ink in inks.every)
    assert inks.main != inks.second


def test_colours_that_show_already_are_left_alone() -> None:
    inks = chosen(LIGHT, (), on_dark=False)
    assert inks.main == "#1f2a44"
    assert inks.second == "#c8502d"


def test_black_on_black_becomes_cream_not_grey() -> None:
    assert chosen(("#111111",), DARK, on_dark=True).main == "#f6efe2"
    assert chosen(("#ffffff",), LIGHT, on_dark=False).main == "#1d1d1f"


def test_what_is_no_colour_is_passed_over() -> None:
    assert chosen(("red", "#12", "url(#a)"), LIGHT, on_dark=False) == chosen((), LIGHT, on_dark=False)


def test_contrast_is_that_of_the_accessibility_guidelines() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
