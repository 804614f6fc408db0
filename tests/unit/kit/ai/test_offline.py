"""The models for where none is at hand."""

import pytest
import pyvips
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.questions import question, wanted
from wareloom.kit.ai import png
from wareloom.kit.ai.model import Picture, Usage
from wareloom.kit.ai.offline import OfflineImage, OfflineText


def test_the_same_question_has_the_same_answer_and_another_another() -> None:
    model = OfflineText()
    answers = [model.write(asked).answer for asked in (question(), question(), question("dogs"), question(seed=1))]
    assert answers[0] == answers[1]
    assert len({answer.model_dump_json() for answer in answers}) == 3


def test_it_costs_nothing() -> None:
    assert OfflineText().most(question()) == OfflineText().write(question()).usage == Usage()
    assert OfflineImage().most(wanted()) == OfflineImage().draw(wanted()).usage == Usage()


def test_the_same_picture_is_the_same_file_and_another_another() -> None:
    model = OfflineImage()
    pictures = (wanted(), wanted(), wanted("a dog"), wanted(seed=1))
    drawn = [model.draw(picture).png for picture in pictures]
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) == 3


def test_a_picture_is_transparent_where_nothing_is_drawn() -> None:
    drawn = OfflineImage().draw(wanted())
    opened = pyvips.Image.new_from_buffer(drawn.png, "")
    assert (opened.width, opened.height, opened.bands) == (drawn.width, drawn.height, 4)
    assert (opened.extract_band(3).min(), opened.extract_band(3).max()) == (0, 255)
    opaque = pyvips.Image.new_from_buffer(OfflineImage().draw(wanted(transparent=False)).png, "")
    assert opaque.extract_band(3).min() == 255


def test_a_picture_says_what_it_is() -> None:
    opened = pyvips.Image.new_from_buffer(OfflineImage().draw(wanted()).png, "")
    assert any("No image model was asked" in str(opened.get(name)) for name in opened.get_fields())


@given(width=st.integers(1, 6000), height=st.integers(1, 6000))
@settings(max_examples=20, deadline=None)
def test_a_picture_keeps_its_shape_within_what_is_drawn(width: int, height: int) -> None:
    drawn = OfflineImage().draw(Picture("a cat", width, height))
    assert max(drawn.width, drawn.height) == min(1024, max(width, height))
    assert png.size(drawn.png) == (drawn.width, drawn.height)
    assert abs(drawn.width * height - drawn.height * width) <= max(width, height)


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", OfflineImage().draw(wanted()).png[:-1]],
    ids=["empty", "a GIF", "a signature", "cut"],
)
def test_what_is_no_whole_png_has_no_size(content: bytes) -> None:
    with pytest.raises(ValueError, match="PNG"):
        png.size(content)


def test_a_png_without_pixels_has_no_size() -> None:
    with pytest.raises(ValueError, match="without pixels"):
        png.size(png.encode(0, 5, [], {}))
