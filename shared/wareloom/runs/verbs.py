"""The verbs of a run, in order: the one list that the state machine, the rows and the app's diagram are drawn from."""

from dataclasses import dataclass
from typing import Literal

from wareloom.kit.errors import NotFound

Subject = Literal["run", "trend", "design"]


@dataclass(frozen=True)
class Verb:
    name: str
    title: str
    subject: Subject
    at_once: int = 1
    """How many subjects are worked on side by side."""
    spends: bool = False
    """Whether it may pay for a model: then each of those side by side gets its share of what is left."""
    feeds: str | None = None
    """The verb that goes on with what this one leaves."""


VERBS = (
    Verb("analyse", "Analyse the market", "run", feeds="ideate"),
    Verb("ideate", "Think of ideas", "trend", at_once=4, spends=True, feeds="generate"),
    Verb("generate", "Draw the designs", "design", at_once=4, spends=True, feeds="approve"),
    Verb("approve", "Wait for a person", "design", at_once=1000, feeds="publish"),
    Verb("publish", "Publish the listings", "design", at_once=1000),
)
_BY_NAME = {verb.name: verb for verb in VERBS}


def verb(name: str) -> Verb:
    if name not in _BY_NAME:
        raise NotFound(f"A run has no verb “{name}”.")
    return _BY_NAME[name]
