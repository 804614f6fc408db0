"""Which source moved first, asked of kept signals."""

from datetime import date, timedelta
from uuid import UUID

import numpy as np
import pytest

from tests.integration.trends.market import NOON, furnish
from tests.support.database import Overheard
from wareloom.kit.ids import new_id
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Trend
from wareloom.trends.outlook.leads import leads
from wareloom.trends.signals.models import Signal

TODAY = date(2026, 11, 1)
DAYS = 240


@pytest.fixture
def trend(work: Overheard) -> UUID:
    furnish(work.session)
    analyse(work, at=NOON - timedelta(days=1000))
    return work.session.query(Trend.id).order_by(Trend.key).limit(1).scalar()


def told(work: Overheard, trend: UUID, source: str, *, later: int, skip: int = 0, length: int = DAYS) -> None:
    level = np.exp(np.cumsum(np.random.default_rng(5).normal(0, 0.12, DAYS + 60)))
    for day in range(length):
        if skip and day % skip == 0:
            continue
        gained = float(100 * level[day + 30 - later])
        on = TODAY - timedelta(days=length - day)
        work.session.add(Signal(trend_id=trend, source=source, day=on, offers=10, counted=10, reviews_gained=gained))
    work.session.flush()


def test_the_source_that_moved_first_is_found_over_gaps(work: Overheard, trend: UUID) -> None:
    told(work, trend, "reddit", later=0)
    told(work, trend, "shopify", later=6, skip=11)
    (one,) = leads(work.session, [trend], TODAY)[trend]
    assert (one["first"], one["second"]) == ("reddit", "shopify")
    assert abs(one["days"] - 6) <= 1
    assert one["low"] <= 6 <= one["high"]
    assert one["p"] < 0.05


def test_of_one_source_or_of_too_few_days_nothing_is_said(work: Overheard, trend: UUID) -> None:
    told(work, trend, "reddit", later=0)
    told(work, trend, "shopify", later=6, length=80)
    assert leads(work.session, [trend], TODAY) == {}
    assert leads(work.session, [new_id()], TODAY) == {}
