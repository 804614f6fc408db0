"""What an analysis tells the database of itself."""

from sqlalchemy import text

from tests.integration.trends.market import NOON, furnish
from tests.support.database import Overheard
from wareloom.trends.analyse import analyse
from wareloom.trends.planning import take_time

_COUNTED = text("SELECT relname, reltuples FROM pg_class WHERE relname IN ('trends_evidence', 'trends_signals')")


def setting(work: Overheard, name: str) -> str:
    return work.session.execute(text("SELECT current_setting(:name)"), {"name": name}).scalar_one()


def test_time_is_taken_until_the_transaction_ends(work: Overheard) -> None:
    usual = setting(work, "statement_timeout")
    with work.session.begin_nested() as inner:
        take_time(work.session)
        assert (setting(work, "statement_timeout"), setting(work, "work_mem")) == ("2min", "64MB")
        inner.rollback()
    assert setting(work, "statement_timeout") == usual != "2min"


def test_what_it_wrote_it_counts(work: Overheard) -> None:
    furnish(work.session)
    analyse(work, at=NOON)
    counted = {row.relname: row.reltuples for row in work.session.execute(_COUNTED)}
    assert counted["trends_evidence"] == 14
    assert counted["trends_signals"] == 2
