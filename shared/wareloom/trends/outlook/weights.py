"""What the parts weigh together. A workspace may weigh them as it likes; what is not known has no say."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, model_validator

from wareloom.trends.outlook.parts import Part

NAMES = ("demand", "momentum", "competition", "profitability", "sentiment")
ENOUGH = 0.35
"""Less sure than this, a score is marked as of little evidence."""


class Weights(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    demand: float = Field(default=0.30, ge=0, le=1)
    momentum: float = Field(default=0.30, ge=0, le=1)
    competition: float = Field(default=0.20, ge=0, le=1)
    profitability: float = Field(default=0.15, ge=0, le=1)
    sentiment: float = Field(default=0.05, ge=0, le=1)

    @model_validator(mode="after")
    def _some(self) -> "Weights":
        if not any(getattr(self, name) for name in NAMES):
            raise ValueError("at least one part must weigh something")
        return self


USUAL = Weights()


def overall(parts: Mapping[str, Part], weights: Weights = USUAL) -> tuple[float | None, float]:
    """And how sure it is: of an unknown part nothing is sure. Competition counts by how little there is of it."""
    weighed = {name: getattr(weights, name) for name in NAMES}
    known = {name: part for name in NAMES if (part := parts[name]).value is not None}
    total = sum(weighed[name] for name in known)
    confidence = sum(weighed[name] * part.confidence for name, part in known.items()) / sum(weighed.values())
    if not total:
        return None, confidence
    said = {name: 100 - (part.value or 0) if name == "competition" else part.value or 0 for name, part in known.items()}
    return round(sum(weighed[name] * value for name, value in said.items()) / total, 2), confidence
