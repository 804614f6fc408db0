"""What a model is asked, what it answers, and what that may cost. Every provider stands behind these two Protocols."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import ClassVar, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

Shape = TypeVar("Shape", bound=BaseModel)


class Usage(BaseModel):
    """What a call used, or will at most use. Money is US dollars, as the providers count it."""

    model_config = ConfigDict(frozen=True)

    tokens_in: int = 0
    tokens_out: int = 0
    images: int = 0
    cost: Decimal = Decimal(0)


class Purse(Protocol):
    """Whose money it is: asked before every paid call, told after it."""

    def allow(self, most: Usage) -> None:
        """Overused when this much more would go beyond the run's or the month's budget."""
        ...

    def spend(self, key: str, model: str, usage: Usage) -> None:
        """Note what was used. The same key twice is one expense: a call whose note was lost is noted by its retry."""
        ...


@dataclass(frozen=True)
class Prompt(Generic[Shape]):
    """A question to a language model. `offline` answers it where none is at hand, from the same facts and a seed."""

    instructions: str
    facts: str
    shape: type[Shape]
    offline: Callable[[Random], Shape]
    seed: int = 0


@dataclass(frozen=True)
class Written(Generic[Shape]):
    answer: Shape
    usage: Usage


@dataclass(frozen=True)
class Picture:
    """A picture that is wanted. The model takes the nearest size that it can."""

    prompt: str
    width: int
    height: int
    transparent: bool = True
    seed: int = 0


@dataclass(frozen=True)
class Drawn:
    png: bytes
    width: int
    height: int
    usage: Usage


class TextModel(Protocol):
    offline: ClassVar[bool]

    @property
    def name(self) -> str:
        """As it stands in the expenses: `openai:<model id>`, `offline`."""
        ...

    def most(self, prompt: Prompt[Shape]) -> Usage:
        """What the call may use at most, before it is made."""
        ...

    def write(self, prompt: Prompt[Shape]) -> Written[Shape]: ...


class ImageModel(Protocol):
    offline: ClassVar[bool]

    @property
    def name(self) -> str: ...

    def most(self, picture: Picture) -> Usage: ...

    def draw(self, picture: Picture) -> Drawn: ...
