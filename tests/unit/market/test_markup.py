"""Pages that would keep their reader busy are refused before they are taken apart."""

import pytest

from wareloom.kit.errors import Rejected
from wareloom.market.reading.markup import parsed
from wareloom.market.reading.text import unescaped


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000,
        "<ul><li>" * 50_000,
        "<b>" * 20_000 + "<div></div>" * 20_000,
        "</i><DIV>" * 60_000,
        "<div " + " ".join(f"a{number}" for number in range(50_000)) + ">",
    ],
    ids=["nested", "listed", "broad", "with-stray-ends", "attributes"],
)
def test_what_takes_minutes_is_refused(page: str) -> None:
    with pytest.raises(Rejected):
        parsed(page)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 300 + "<p>x</p>" * 20_000,
        "<div>x</div>" * 20_000,
        "<li>x<br><img src=a>" * 20_000,
        "<div data-state='" + '{"a": "b c"}' * 5000 + "'>",
        "\x00" * 100_000,
        "&amp;" * 100_000,
        "",
    ],
    ids=["deep-enough", "long", "unclosed", "one-long-attribute", "nothing", "entities", "empty"],
)
def test_what_real_pages_do_is_read(page: str) -> None:
    assert parsed(page + "<i>end</i>").html


def test_a_number_that_is_no_character_stops_nobody() -> None:
    assert unescaped(f"a &amp; b &#{'9' * 5000}; &#x{'f' * 5000}; &#233;") == "a & b \ufffd \ufffd é"
