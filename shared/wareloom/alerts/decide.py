"""What a verdict does to how things stand: alerts open, close and stay closed for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from wareloom.alerts.rule import Rule
from wareloom.alerts.verdict import Verdict

Move = Literal["open", "close", "left", "none"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The last alert of its kind about the same thing."""

    closed_at: datetime | None
    left_at: datetime | None


def decide(verdict: Verdict, last: Standing | None, rule: Rule, now: datetime) -> Move:
    if last is None:
        return "open" if verdict.where == "over" else "none"
    if last.closed_at is None:
        return "close" if verdict.where == "under" else "none"
    if last.left_at is None:
        # A person closed it while the data still said so: it must end before it can begin again.
        return "left" if verdict.where == "under" else "none"
    rested = now - last.closed_at >= timedelta(hours=rule.cooldown_hours)
    return "open" if rested and verdict.where == "over" else "none"
