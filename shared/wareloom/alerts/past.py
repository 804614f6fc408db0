"""What was said of a subject in a window and in the same hours of the days before, read with one question for many."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.alerts.burst import FEWEST_DAYS
from wareloom.alerts.tally import Tally, Watched, total

DAYS = 28
_DAY = timedelta(hours=24)
_WINDOWS = text("""
    SELECT subject_id, network, age / 24 AS day, sum(posts)::int AS posts, sum(negative)::int AS negative,
        sum(negative + neutral + positive - unsure)::int AS told, sum(anger)::int AS anger,
        sum(disgust)::int AS disgust, sum(fear)::int AS fear, sum(joy)::int AS joy, sum(sadness)::int AS sadness,
        sum(surprise)::int AS surprise, sum(calm)::int AS calm
    FROM social_hours
    CROSS JOIN LATERAL (SELECT (extract(epoch FROM :hour - hour) / 3600)::int AS age) AS aged
    WHERE subject_id = ANY(:subjects) AND hour > :since AND hour <= :hour AND age % 24 < :window
    GROUP BY subject_id, network, age / 24
""")
_BEGINNINGS = text("""
    SELECT h.subject_id, h.network, greatest(min(h.hour), s.created_at) AS since
    FROM social_hours AS h JOIN social_subjects AS s ON s.id = h.subject_id
    WHERE h.subject_id = ANY(:subjects) GROUP BY h.subject_id, h.network, s.created_at
""")


@dataclass(frozen=True)
class Past:
    """By network, and by how many days ago."""

    tallies: Mapping[str, Mapping[int, Tally]]
    known_days: Mapping[str, int]

    def watched(self, network: str | None, *, looks_back: bool) -> Watched:
        names = [name for name in self.tallies if network in (None, name)]
        if looks_back:
            # A network that has just been added is news by itself; without it the others can be compared.
            names = [name for name in names if self.known_days.get(name, 0) >= FEWEST_DAYS] or names
        known = min((self.known_days.get(name, 0) for name in names), default=0)
        return Watched(self._sum(names, 0), tuple(self._sum(names, day) for day in range(1, known + 1)))

    def _sum(self, names: list[str], day: int) -> Tally:
        return total(self.tallies[name].get(day, Tally()) for name in names)


def read_past(session: Session, subjects: Collection[UUID], hour: datetime, window: int) -> dict[UUID, Past]:
    """The running hour counts as far as it has gone: what it lacks makes a burst look smaller, never larger."""
    said = {"subjects": list(subjects), "hour": hour, "since": hour - (DAYS + 1) * _DAY, "window": window}
    tallies: dict[UUID, dict[str, dict[int, Tally]]] = {subject: {} for subject in subjects}
    for row in session.execute(_WINDOWS, said):
        emotions = (row.anger, row.disgust, row.fear, row.joy, row.sadness, row.surprise, row.calm)
        tally = Tally(row.posts, row.negative, row.told, emotions)
        tallies[row.subject_id].setdefault(row.network, {})[row.day] = tally
    known: dict[UUID, dict[str, int]] = {subject: {} for subject in subjects}
    for row in session.execute(_BEGINNINGS, {"subjects": list(subjects)}):
        whole = hour - timedelta(hours=window - 1) - row.since
        known[row.subject_id][row.network] = max(0, min(DAYS, whole // _DAY))
    return {subject: Past(tallies[subject], known[subject]) for subject in subjects}
