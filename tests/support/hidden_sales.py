"""What the product estimates of the sample market's sales, beside what was really sold there, which it is not told."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, log
from statistics import fmean, median
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.settings import SampleSettings
from wareloom.kit.work import Work
from wareloom.market.fetchers.simulation import SimulationFetcher
from wareloom.market.ingest import ingest
from wareloom.market.marketplaces.sample.listing import listing
from wareloom.market.marketplaces.sample.marketplace import SampleMarketplace
from wareloom.market.marketplaces.sample.shelf import listed
from wareloom.market.marketplaces.sample.storeroom import days
from wareloom.market.models import Offer
from wareloom.simulation.world import World
from wareloom.trends.analyse import analyse
from wareloom.trends.estimates.estimate import Way, combined
from wareloom.trends.estimates.stock import DAYS
from wareloom.trends.models import Evidence
from wareloom.trends.outlook.models import Outlook

TOGETHER = "together"
SEEN_FOR = 80
"""Days before the one of the analysis: the four weeks, and what comes before them."""


class Range(NamedTuple):
    way: str
    low: float
    mid: float
    high: float
    sold: int
    """In truth, by the offers of the same trend in the same four weeks."""

    @property
    def holds(self) -> bool:
        return self.low <= self.sold <= self.high


class Found(NamedTuple):
    """What ranges of one kind are worth."""

    ranges: int
    held: float
    off: float
    """The middle one of all errors, as a factor either way."""
    lean: float
    """As a factor, above 1 where too much is estimated."""
    wide: float
    """From its low to its high end, as a factor, on average."""


def ranges(work: Work, settings: SampleSettings, day: int) -> list[Range]:
    """Of every trend that the product finds at the noon of a day: each way alone, and all of them together."""
    world = World.of(settings)
    _collect(work.session, settings, world, day)
    analyse(work, at=world.midnight(day))
    sold = _sold(world, day)
    members: dict[object, list[str]] = defaultdict(list)
    asked = select(Evidence.trend_id, Offer.external_id).join(Offer, Offer.id == Evidence.offer_id)
    for trend_id, external_id in work.session.execute(asked):
        members[trend_id].append(external_id)
    told: list[Range] = []
    for trend_id, sales in work.session.execute(select(Outlook.trend_id, Outlook.sales)):
        if sales is None:
            continue
        truth = sum(sold[external_id] for external_id in members[trend_id])
        told.append(Range(TOGETHER, sales["low"], sales["mid"], sales["high"], truth))
        told += [_alone(Way(**way), truth) for way in sales["ways"]]
    return told


def found(some: Iterable[Range], way: str) -> Found:
    of = [one for one in some if one.way == way and one.sold > 0]
    off = [log(one.mid / one.sold) for one in of]
    return Found(
        len(of),
        fmean(one.holds for one in of),
        exp(median(abs(each) for each in off)),
        exp(median(off)),
        exp(fmean(log(one.high / one.low) for one in of)),
    )


def _collect(session: Session, settings: SampleSettings, world: World, day: int) -> None:
    """A look every week, and what the market tells of the days between."""
    market, fetcher = SampleMarketplace(), SimulationFetcher(settings)
    request = market.first_page("everything", world.midnight(day - SEEN_FOR))
    while request:
        with clock.held(world.midnight(day)):
            fetched = fetcher.fetch(request)
            page = market.read(fetched.body, fetched.url)
        ingest(session, market.name, page.offers, at=fetched.fetched_at, task_id=None)
        request = page.next


def _sold(world: World, day: int) -> dict[str, int]:
    return {
        place.external_id: sum(
            one.sold for one in days(world, place, listing(world, place), float(day)) if day - DAYS <= one.day < day
        )
        for place in listed(world, float(day))
    }


def _alone(way: Way, truth: int) -> Range:
    alone = combined([way])
    assert alone
    return Range(way.name, alone.low, alone.mid, alone.high, truth)


def shown(some: Sequence[Range]) -> str:
    """A line for each way."""
    lines = [f"{'way':10}{'trends':>8}{'held':>8}{'off by':>8}{'leans':>8}{'wide':>8}"]
    for way in sorted({one.way for one in some}):
        of = found(some, way)
        lines.append(f"{way:10}{of.ranges:8}{of.held:8.0%}{of.off:7.2f}×{of.lean:7.2f}×{of.wide:7.1f}×")
    return "\n".join(lines)
