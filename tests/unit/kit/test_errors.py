from datetime import timedelta

import pytest

from functions.api.errors import STATUS
from wareloom.kit import errors
from wareloom.kit.errors import Failure

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Failure)]
TAKEN_APART = {"NotFound", "Conflict", "Rejected", "Blocked", "Unavailable"}
"""What every edge tells apart; a finer kind must be one of these, or an edge would take it for a bug."""


def test_every_kind_has_a_name_of_its_own() -> None:
    names = [kind.kind for kind in KINDS if kind is not Failure]
    assert len(names) == len(set(names))
    assert {kind.__name__ for kind in KINDS} >= TAKEN_APART


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Failure], ids=lambda kind: kind.__name__)
def test_every_kind_is_understood_by_every_edge(kind: type[Failure]) -> None:
    assert kind in STATUS, "the API would call it a fault of ours"
    assert TAKEN_APART & {parent.__name__ for parent in kind.__mro__}


def test_a_failure_tells_its_reason_and_when_to_come_back() -> None:
    failure = errors.Unavailable("The shop is asleep.", retry_after=timedelta(minutes=5))
    assert (str(failure), failure.reason) == ("The shop is asleep.", "The shop is asleep.")
    assert failure.retry_after == timedelta(minutes=5)
    assert errors.NotFound("Gone.").retry_after is None
