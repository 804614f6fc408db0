"""A question and a picture to ask a model for, small and real."""

from random import Random
from typing import Annotated

from pydantic import BaseModel, Field

from wareloom.kit.ai.model import Picture, Prompt


class Idea(BaseModel):
    slogan: Annotated[str, Field(min_length=3, max_length=60)]
    palette: Annotated[list[Annotated[str, Field(pattern="^#[0-9a-f]{6}$")]], Field(min_length=2, max_length=5)]
    note: str | None = None


class Ideas(BaseModel):
    ideas: Annotated[list[Idea], Field(min_length=1, max_length=5)]


def question(facts: str = "cats that garden", seed: int = 0) -> Prompt[Ideas]:
    return Prompt("Think of slogans.", facts, Ideas, _offline, seed)


def wanted(prompt: str = "a cat among tomatoes", *, transparent: bool = True, seed: int = 0) -> Picture:
    return Picture(prompt, 900, 1080, transparent, seed)


def _offline(chance: Random) -> Ideas:
    return Ideas(ideas=[Idea(slogan=f"number {chance.randrange(10**9)}", palette=["#101010", "#fafafa"])])
