"""Which model answers to a name, what it can draw, and what it costs at most."""

import json
import logging
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.openai_server import OpenAiServer, picture, png, says
from tests.support.questions import question, wanted
from wareloom.kit.ai import sizes
from wareloom.kit.ai.abilities import IMAGE, OF_ANY_IMAGE, OF_ANY_TEXT, RETIRED, TEXT, ImageAbilities
from wareloom.kit.ai.model import Picture
from wareloom.kit.ai.openai import OpenAiImage, OpenAiText
from wareloom.kit.ai.registry import IMAGE_MODELS, TEXT_MODELS, image_model, text_model
from wareloom.kit.errors import Blocked, Rejected
from wareloom.kit.settings import AiSettings

EDGE = st.integers(1, 20_000)


def named(model: str, **more: str) -> AiSettings:
    return AiSettings.model_validate({"provider": "openai", "text_model": model, "image_model": model, **more})


@pytest.mark.parametrize("retired", sorted(RETIRED))
def test_a_retired_model_is_answered_for_by_its_successor(retired: str, caplog: pytest.LogCaptureFixture) -> None:
    kind = OpenAiImage if RETIRED[retired] in IMAGE else OpenAiText
    with caplog.at_level(logging.WARNING):
        assert kind(named(retired)).name == f"openai:{RETIRED[retired]}"
    assert f"{retired} was shut down: {RETIRED[retired]} answers" in caplog.text


def test_no_model_is_both_known_and_retired() -> None:
    assert not RETIRED.keys() & (TEXT.keys() | IMAGE.keys())


def test_a_dated_model_can_what_its_family_can() -> None:
    dated = OpenAiImage(named("gpt-image-2.5-flare-2026-09-08"))
    assert dated.name == "openai:gpt-image-2.5-flare-2026-09-08"
    assert dated.abilities == IMAGE["gpt-image-2.5-flare"]
    assert OpenAiText(named("gpt-5.4-mini-2026-03-17")).abilities == TEXT["gpt-5.4-mini"]


@pytest.mark.parametrize("kind", [OpenAiText, OpenAiImage])
def test_an_unknown_model_needs_a_server_of_ones_own(kind: type[OpenAiText | OpenAiImage]) -> None:
    with pytest.raises(Blocked, match="no model my-own"):
        kind(named("my-own"))
    own = kind(named("my-own", base_url="http://127.0.0.1:9/v1"))
    assert own.name == "openai:my-own"
    assert own.abilities in (OF_ANY_TEXT, OF_ANY_IMAGE)


def test_what_the_settings_say_of_a_model_goes_before_what_we_know() -> None:
    said: dict[str, dict[str, Any]] = {
        "text": {"gpt-6-luna": {**TEXT["gpt-6-luna"].model_dump(mode="json"), "dollars_out": "7"}},
        "image": {"mine": {"dollars_in": "0", "dollars_out": "0", "tokens": {}, "transparency": True}},
    }
    models = json.dumps(said)
    assert OpenAiText(named("gpt-6-luna", models=models)).abilities.dollars_out == 7
    mine = OpenAiImage(named("mine", models=models))
    assert mine.most(wanted()).cost == 0


@pytest.mark.parametrize("known", IMAGE.values(), ids=list(IMAGE))
def test_a_quality_that_is_sent_has_its_count_of_tokens(known: ImageAbilities) -> None:
    assert known.quality in known.tokens


def test_an_unknown_text_model_counts_as_the_dearest() -> None:
    for abilities in TEXT.values():
        assert OF_ANY_TEXT.dollars_in >= abilities.dollars_in
        assert OF_ANY_TEXT.dollars_out >= abilities.dollars_out


@given(width=EDGE, height=EDGE)
@example(width=4500, height=5400)
@example(width=1, height=20_000)
@example(width=3840, height=2160)
@example(width=475, height=1425)
def test_a_free_size_is_one_that_the_model_takes(width: int, height: int) -> None:
    drawn_width, drawn_height = sizes.nearest(IMAGE["gpt-image-2.5-flare"], width, height)
    assert drawn_width % 16 == drawn_height % 16 == 0
    assert 1 / 3 <= drawn_width / drawn_height <= 3
    assert max(drawn_width, drawn_height) <= 3840
    assert 655_360 <= drawn_width * drawn_height <= 3840 * 2160


@pytest.mark.parametrize(
    ("size", "drawn"), [((4500, 5400), (2624, 3152)), ((1024, 1024), (1024, 1024)), ((3840, 2160), (3840, 2160))]
)
def test_a_free_size_is_near_what_is_wanted(size: tuple[int, int], drawn: tuple[int, int]) -> None:
    assert sizes.nearest(IMAGE["gpt-image-2.5-flare"], *size) == drawn


@pytest.mark.parametrize(
    ("size", "drawn"),
    [((4500, 5400), (1024, 1024)), ((300, 500), (1024, 1536)), ((900, 300), (1536, 1024)), ((7, 7), (1024, 1024))],
)
def test_a_fixed_size_is_the_one_of_nearest_shape(size: tuple[int, int], drawn: tuple[int, int]) -> None:
    assert sizes.nearest(OF_ANY_IMAGE, *size) == drawn


def test_a_cost_counts_what_the_provider_had_seen_before(provider: OpenAiServer, text: OpenAiText) -> None:
    details = {"cached_tokens": 400, "cache_write_tokens": 100}
    provider.will(
        says(
            {"ideas": [{"slogan": "cats first", "palette": ["#000000", "#ffffff"], "note": None}]},
            usage={"prompt_tokens": 1000, "completion_tokens": 200, "prompt_tokens_details": details},
        )
    )
    dollars_a_million = Decimal("0.10") * 500 + Decimal("0.01") * 400 + Decimal("0.125") * 100 + Decimal("0.50") * 200
    assert text.write(question()).usage.cost == dollars_a_million / 1_000_000


def test_an_answer_without_usage_counts_as_the_most(provider: OpenAiServer, text: OpenAiText) -> None:
    provider.will(
        says({"ideas": [{"slogan": "cats first", "palette": ["#000000", "#ffffff"], "note": None}]}, usage={})
    )
    assert text.write(question()).usage == text.most(question())


def test_usage_that_cannot_be_read_counts_as_the_most(
    provider: OpenAiServer, text: OpenAiText, image: OpenAiImage
) -> None:
    provider.will(
        says({"ideas": [{"slogan": "cats first", "palette": ["#000000", "#ffffff"], "note": None}]}, usage={"x": 1}),
        picture(png(16, 16), tokens=-5),
    )
    assert text.write(question()).usage == text.most(question())
    assert image.draw(wanted()).usage == image.most(wanted())


@pytest.mark.parametrize(
    "models",
    [
        "{",
        "[]",
        '{"text": {"x": {}}}',
        '{"image": {"x": {"dollars_in": 0, "dollars_out": 0, "tokens": {}, "quality": "y"}}}',
    ],
)
def test_settings_of_models_that_cannot_be_read_say_so(models: str) -> None:
    with pytest.raises(LookupError, match="WARELOOM_AI_MODELS"):
        OpenAiText(named("gpt-6-luna", models=models))


def test_a_longer_question_may_cost_more(text: OpenAiText) -> None:
    assert text.most(question("cats " * 1000)).cost > text.most(question()).cost
    assert text.most(question("猫" * 1000)).tokens_in >= 3000


def test_what_is_too_long_is_refused_before_it_is_sent(text: OpenAiText, image: OpenAiImage) -> None:
    with pytest.raises(Rejected, match="too long"):
        text.most(question("cats " * 50_000))
    with pytest.raises(Rejected, match="at most 32000 characters"):
        image.most(wanted("cat " * 8_001))


def test_a_picture_costs_at_least_its_published_price_at_most(image: OpenAiImage) -> None:
    most = image.most(Picture("a cat", 1024, 1024))
    assert Decimal("0.0527") < most.cost < Decimal("0.09")
    assert image.most(Picture("a cat", 3840, 2160)).cost > most.cost


@pytest.mark.parametrize("provider_name", sorted(TEXT_MODELS))
def test_a_provider_has_both_kinds_of_model(provider_name: str) -> None:
    settings = AiSettings.model_validate({"provider": provider_name})
    assert text_model(settings).offline == image_model(settings).offline == (provider_name == "offline")
    assert text_model(settings).name.startswith(provider_name)
    assert IMAGE_MODELS.keys() == TEXT_MODELS.keys()


def test_settings_survive_the_environment() -> None:
    settings = named("gpt-6-sol", base_url="http://127.0.0.1:9/v1", timeout="2.5", models='{"text": {}}')
    assert AiSettings.from_env(settings.to_env()) == settings
    assert settings.timeout == 2.5
