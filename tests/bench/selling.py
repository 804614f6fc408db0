"""Ranges of sales against what was really sold on the sample market, which is hidden from whoever estimates it: by each
way alone, and by all that a trend has together.

An 80 % range ought to hold four of five. Wider than it need be here, it is of errors that are no one's invention.
"""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from tests.bench.figures import Figure
from tests.support.hidden_sales import Range, found, ranges
from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings, SampleSettings
from wareloom.kit.work import Work

SEEDS = range(1, 9)
_MARKET = SampleSettings(first_day=date(2026, 5, 1), offers=1_000)
_DAY = 120


def figures(settings: DatabaseSettings) -> Iterator[Figure]:
    told = [one for seed in SEEDS for one in _of_one_market(settings, seed)]
    for way in sorted({one.way for one in told}):
        of = found(told, way)
        about = f"{of.ranges} trends of {len(SEEDS)} hidden truths"
        yield Figure(f"sold in four weeks by {way}: 80 % ranges that hold it", of.held, "", about)
        yield Figure(f"sold in four weeks by {way}: middle error", of.off, "× either way", about)
        yield Figure(f"sold in four weeks by {way}: leaning", of.lean, "×, above 1 too much", about)
        yield Figure(f"sold in four weeks by {way}: high end", of.wide, "× the low end", about)


def _of_one_market(settings: DatabaseSettings, seed: int) -> list[Range]:
    """Nothing of it is kept: the next one finds an empty house."""
    with Session(engine(settings)) as session:
        return ranges(Work(session), _MARKET.model_copy(update={"seed": seed}), _DAY)
