"""When to begin with something that is wanted once a year: counted back from its peak."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

State = Literal["too late", "begin now", "publish now", "later"]


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """Days. Whoever knows their own printer and their own pace says so."""

    designing: int = 7
    being_found: int = 30
    """A new listing has no reviews and no rank: it takes its time until anybody meets it."""
    printing: int = 5
    shipping: int = 7


USUAL = LeadTimes()


@dataclass(frozen=True, slots=True)
class Launch:
    peak: date
    order_by: date
    """Who orders later has it after the peak."""
    publish_by: date
    begin_by: date
    state: State


def launch(peak_day: int, today: date, times: LeadTimes = USUAL) -> Launch:
    """Of the next peak, met or missed. `peak_day` counts from 1 January."""
    return _planned(_next_peak(peak_day, today), today, times)


def _next_peak(peak_day: int, today: date) -> date:
    this_year = date(today.year, 1, 1) + timedelta(days=min(peak_day, 365) - 1)
    if this_year >= today:
        return this_year
    return date(today.year + 1, 1, 1) + timedelta(days=min(peak_day, 365) - 1)


def _planned(peak: date, today: date, times: LeadTimes) -> Launch:
    order_by = peak - timedelta(days=times.printing + times.shipping)
    publish_by = order_by - timedelta(days=times.being_found)
    begin_by = publish_by - timedelta(days=times.designing)
    return Launch(peak, order_by, publish_by, begin_by, _state(today, order_by, publish_by, begin_by))


def _state(today: date, order_by: date, publish_by: date, begin_by: date) -> State:
    """There is a week's notice before one has to begin; after one had to, it may still be in time for some orders."""
    if today > order_by:
        return "too late"
    if today > publish_by:
        return "publish now"
    return "begin now" if today >= begin_by - timedelta(days=7) else "later"
