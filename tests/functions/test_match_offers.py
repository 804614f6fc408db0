"""The hourly call: it works off what waits, in slices, and leaves the rest for the next call where time is short."""

from dataclasses import dataclass, field

import pytest
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from functions.match_offers.handler import handle
from tests.integration.matching.shelves import a_shelf, expected, groups, keep, waiting
from wareloom.market.matching import match


@dataclass
class Context:
    """As Lambda's: so many milliseconds are left at each question."""

    left: list[int]
    function_name: str = "match_offers"
    aws_request_id: str = field(default="one")

    def get_remaining_time_in_millis(self) -> int:
        return self.left.pop(0)


@pytest.fixture
def session(joined: Connection) -> Session:
    session = Session(joined, join_transaction_mode="create_savepoint")
    with session.begin():
        keep(session, *a_shelf())
    return session


@pytest.mark.usefixtures("cloud")
def test_everything_that_waits_is_compared(session: Session) -> None:
    assert handle({}, None) == {"offers": len(a_shelf())}
    assert groups(session) == set(expected())
    assert handle({}, None) == {}


@pytest.mark.usefixtures("cloud")
def test_where_time_is_short_the_rest_waits_for_the_next_call(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match.match, "__kwdefaults__", {"most": 25})
    assert handle({}, Context([300_000, 200_000, 10_000])) == {"offers": 50}
    assert waiting(session) == len(a_shelf()) - 50
    assert handle({}, Context([300_000, 200_000])) == {"offers": 10}
    assert groups(session) == set(expected())
