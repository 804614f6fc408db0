"""How many rows an export will have, as PostgreSQL expects it without counting them."""

from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from wareloom.market.exports.read import Stretch, of
from wareloom.market.models import Offer, Sighting


def expected_rows(session: Session, what: str, stretch: Stretch) -> int:
    """A guess, for a bar. Counting would take as long as a good part of the export itself."""
    if stretch.until is None:
        return 0
    offers = of(stretch)
    if what == "offers":
        return _planned(session, offers)
    return _planned(session, offers.join(Sighting, Sighting.offer_id == Offer.id))


def _planned(session: Session, query: Select[*tuple[Any, ...]]) -> int:
    connection = session.connection()
    written = query.compile(dialect=connection.dialect)
    asked = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {written}", dict(written.params))
    (plan,) = asked.scalar_one()
    return int(plan["Plan"]["Plan Rows"])
