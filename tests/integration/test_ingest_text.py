"""Text as shops really send it: what PostgreSQL cannot keep is left out, and everything else stays as it was."""

import pytest
from sqlalchemy import select

from tests.support.database import Overheard
from tests.support.factories import an_offer, at
from wareloom.market.ingest import ingest
from wareloom.market.models import Offer


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("plain", "plain"),
        ("a\x00b", "ab"),
        ("half \ud800 of a pair", "half  of a pair"),
        (r"a backslash \u0000 in so many letters", r"a backslash \u0000 in so many letters"),
        ("a\x00 and \\u0000", "a and \\u0000"),
        ('"quotes" and \\ and \n', '"quotes" and \\ and \n'),
        ("👕 ünïcödé \u202e", "👕 ünïcödé \u202e"),
    ],
)
def test_text_is_kept_as_it_was_sent_but_for_what_cannot_be_kept(work: Overheard, sent: str, kept: str) -> None:
    offer = an_offer(title=sent, seller=sent, tags=(sent, "second"), details={"note": [sent, {sent: 1}]})
    ingest(work.session, "sample", [offer], at=at("2026-11-01"), task_id=None)
    row = work.session.execute(select(Offer.title, Offer.seller, Offer.tags, Offer.details)).one()
    assert tuple(row) == (kept, kept, [kept, "second"], {"note": [kept, {kept: 1}]})
