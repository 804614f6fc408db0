"""What the sweep does beside nudging: the months of the history are there before anybody needs them."""

import pytest
from sqlalchemy import Connection, text

from functions.sweep_unfinished.handler import handle
from tests.support.factories import at
from wareloom.kit import clock


@pytest.mark.usefixtures("cloud")
def test_the_coming_months_are_made_ahead(joined: Connection) -> None:
    made = text("SELECT to_regclass(:name)")
    names = [f"market_months.sightings_2044_{month}" for month in ("01", "02", "03", "04")]
    for _ in range(2):
        with clock.held(at("2044-01-31T23:59:59")):
            assert handle({}, None)["tasks"] == 0
        assert [joined.scalar(made, {"name": name}) for name in names] == [*names[:3], None]
