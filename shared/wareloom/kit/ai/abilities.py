"""What each model can do and what it costs, as data: models come and go, and their prices change.

Prices are US dollars per million tokens. Read in November 2026 from https://developers.openai.com/api/docs/pricing as
others quote it, and from the models' own reference; correct one without a release through AiSettings.models.
"""

import re
from decimal import Decimal
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from wareloom.kit.ai.model import Usage
from wareloom.kit.settings import AiSettings

_MILLION = Decimal(1_000_000)
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")


class TextAbilities(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    dollars_in: Decimal
    dollars_cached: Decimal
    """Input that the provider has seen a moment ago."""
    dollars_remembered: Decimal
    """Input that the provider puts aside to be cheaper next time: dearer than other input."""
    dollars_out: Decimal
    longest: int = 200_000
    """Bytes of a whole request; below the length at which prices double."""
    most_out: int = 16_000
    """Tokens of an answer, the model's thinking included."""
    limit: Literal["max_completion_tokens", "max_tokens"] = "max_completion_tokens"
    """How the request names `most_out`: older servers know only the second, and pass over what they do not know."""
    effort: Literal["none", "minimal", "low", "medium", "high"] | None = "low"
    """Said only to models that think before they answer."""

    def cost(self, tokens_in: int, tokens_out: int, *, cached: int = 0, remembered: int = 0) -> Decimal:
        plain = max(0, tokens_in - cached - remembered)
        of_input = plain * self.dollars_in + cached * self.dollars_cached + remembered * self.dollars_remembered
        return (of_input + tokens_out * self.dollars_out) / _MILLION

    def most(self, tokens_in: int) -> Usage:
        dearest = max(self.dollars_in, self.dollars_remembered)
        cost = (tokens_in * dearest + self.most_out * self.dollars_out) / _MILLION
        return Usage(tokens_in=tokens_in, tokens_out=self.most_out, cost=cost)


class ImageAbilities(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    dollars_in: Decimal
    dollars_out: Decimal
    tokens: dict[str, int]
    """What a picture of 1024x1024 uses, by quality: the name is sent as it stands here. Empty: no quality is sent."""
    quality: str | None = None
    tokens_unknown: int = 7_100
    """The same where no quality is sent."""
    transparency: bool = False
    any_size: bool = False
    """Any multiple of 16 within the limits of `sizes.py`; otherwise the three sizes that every model can."""
    longest: int = 32_000
    """Characters of a prompt."""
    plain: bool = False
    """A server that knows only the oldest parameters: it must be asked for base64 and cannot be asked for PNG."""

    @model_validator(mode="after")
    def _quality_is_counted(self) -> Self:
        if self.quality is not None and self.quality not in self.tokens:
            raise ValueError(f"how many tokens a picture of quality {self.quality} uses is not said")
        return self

    def cost(self, tokens_in: int, tokens_out: int) -> Decimal:
        return (tokens_in * self.dollars_in + tokens_out * self.dollars_out) / _MILLION

    def most(self, tokens_in: int, width: int, height: int) -> Usage:
        at_square = self.tokens[self.quality] if self.quality else self.tokens_unknown
        # Tokens grow slower than the area. Half as much again: models may plan in words, and round up.
        grown = Decimal(at_square) * (2_000_000 + width * height) / (2_000_000 + 1024 * 1024)
        tokens_out = int(grown * Decimal("1.5")) + 1
        return Usage(tokens_in=tokens_in, tokens_out=tokens_out, images=1, cost=self.cost(tokens_in, tokens_out))


def _text(in_: str, cached: str, remembered: str, out: str, **more: Any) -> TextAbilities:
    prices = {"dollars_in": in_, "dollars_cached": cached, "dollars_remembered": remembered, "dollars_out": out}
    return TextAbilities.model_validate({**prices, **more})


_FIVE_QUALITIES = {"low": 196, "medium": 439, "high": 1756, "xhigh": 3122, "max": 7024}
_OF_2_5 = ImageAbilities(
    dollars_in=Decimal(5),
    dollars_out=Decimal(30),
    tokens=_FIVE_QUALITIES,
    quality="high",
    transparency=True,
    any_size=True,
)

TEXT: dict[str, TextAbilities] = {
    "gpt-6-luna": _text("0.10", "0.01", "0.125", "0.50"),
    "gpt-6-sol": _text("2.00", "0.20", "2.50", "10.00"),
    "gpt-6-astra": _text("10.00", "1.00", "12.50", "50.00"),
    "gpt-6.1-terra": _text("1.00", "0.05", "1.25", "5.00"),
    "gpt-5.6-luna": _text("0.20", "0.02", "0.25", "1.20"),
    "gpt-5.6-terra": _text("2.00", "0.20", "2.50", "12.00"),
    "gpt-5.4-mini": _text("0.75", "0.075", "0.75", "4.50"),
}
IMAGE: dict[str, ImageAbilities] = {
    "gpt-image-2.5-flare": _OF_2_5,
    "gpt-image-2.5-sunburst": _OF_2_5,
    # Since 2026-09-30 it answers 400 to a transparent background.
    "gpt-image-2": _OF_2_5.model_copy(
        update={"tokens": {"low": 196, "medium": 1756, "high": 7024}, "transparency": False}
    ),
}
RETIRED = {
    "gpt-image-1": "gpt-image-2.5-flare",  # shut down 2026-10-23
    "dall-e-3": "gpt-image-2.5-flare",  # shut down 2026-05-12
    "dall-e-2": "gpt-image-2.5-flare",
    "gpt-3.5-turbo": "gpt-6-luna",  # these shut down 2026-10-23
    "gpt-4": "gpt-6-luna",
    "gpt-4-turbo": "gpt-6-luna",
    "gpt-4.1-nano": "gpt-6-luna",
    "o4-mini": "gpt-6-luna",
}

OF_ANY_TEXT = _text("10.00", "10.00", "12.50", "50.00", longest=64_000, most_out=4_000, limit="max_tokens", effort=None)
"""A model that we do not know: as dear as the dearest, until AiSettings.models says better."""
OF_ANY_IMAGE = ImageAbilities(dollars_in=Decimal(5), dollars_out=Decimal(30), tokens={}, longest=1_000, plain=True)


class Known(BaseModel):
    """All models that can be asked: ours, and over them what the configuration says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: dict[str, TextAbilities] = {}
    image: dict[str, ImageAbilities] = {}

    @classmethod
    def with_configured(cls, models: str) -> Self:
        try:
            said = cls.model_validate_json(models)
        except ValidationError as error:
            raise LookupError(f"settings unreadable: {AiSettings.variable('models')}") from error
        return cls(text={**TEXT, **said.text}, image={**IMAGE, **said.image})

    def text_abilities(self, model: str) -> TextAbilities | None:
        return self.text.get(model) or self.text.get(_DATED.sub("", model))

    def image_abilities(self, model: str) -> ImageAbilities | None:
        return self.image.get(model) or self.image.get(_DATED.sub("", model))


def successor(model: str) -> str | None:
    """Who answers in a retired model's place."""
    return RETIRED.get(_DATED.sub("", model))
