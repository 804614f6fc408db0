"""A rule: what it looks at, from where on it speaks, and how they are where nobody changed them."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Kind = Literal["negative", "burst", "mix"]
SHARES: tuple[Kind, ...] = ("negative", "mix")
"""Those whose thresholds are shares."""


class Rule(BaseModel):
    model_config = ConfigDict(frozen=True)

    kind: Kind
    enabled: bool = True
    enter: float = Field(ge=0.01, le=100, allow_inf_nan=False)
    leave: float = Field(ge=0, le=100, allow_inf_nan=False)
    min_sample: int = Field(ge=10, le=1_000_000)
    window_hours: int = Field(ge=1, le=24)
    cooldown_hours: int = Field(ge=0, le=168)

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if self.leave >= self.enter:
            raise ValueError("An alert must be left at less than it is entered at, or it would come and go.")
        if self.kind in SHARES and self.enter >= 1:
            raise ValueError("A share lies between 0 and 1.")
        if self.kind == "burst" and self.enter < _LEAST_Z:
            raise ValueError(f"Under {_LEAST_Z} usual spreads every rule cries wolf.")
        return self


_LEAST_Z = 3
DEFAULTS: dict[Kind, Rule] = {
    "negative": Rule(kind="negative", enter=0.5, leave=0.4, min_sample=30, window_hours=24, cooldown_hours=6),
    "burst": Rule(kind="burst", enter=5, leave=2.5, min_sample=30, window_hours=3, cooldown_hours=6),
    "mix": Rule(kind="mix", enter=0.2, leave=0.12, min_sample=60, window_hours=24, cooldown_hours=24),
}
