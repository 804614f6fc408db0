"""What a label is judged by: plain facts of one series, gathered once."""

import math
from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.bursts import Bursts, bursts
from wareloom.trends.series.numbers import Floats, known
from wareloom.trends.series.recent import Flow
from wareloom.trends.series.trend import Trend, trend_of

FEWEST_KNOWN = 12
_LONGER = 4
"""The longer look back, in stretches."""
_STILL = 0.25
"""Of its slope must be left in the latest stretch for the longer trend to go on."""
_NEWEST = 4
_ONE_WEEK_DAYS = 7
_STILL_DOWN = 3.0
SURE = 0.01
"""A label is a claim: chance may make one in a hundred."""
NOTABLE = math.log(1.05)


@dataclass(frozen=True, slots=True)
class Evidence:
    flow: Flow
    recent: Trend | None
    longer: Trend | None
    """Where the series reaches back much further, and still goes that way."""
    latest: Trend | None
    """Of the stretch's last third."""
    bursts: Bursts
    """Of the whole flow."""

    @property
    def known(self) -> int:
        return int(known(self.flow.values).sum())

    @property
    def trend(self) -> Trend | None:
        """The surer of the two; None where too little is known to speak of one."""
        both = [one for one in (self.recent, self.longer) if one and self.known >= FEWEST_KNOWN]
        return min(both, key=lambda one: one.p, default=None)

    @property
    def p(self) -> float | None:
        """Of the surer trend, paid for by having looked twice (Bonferroni)."""
        looked = 1 if self.longer is None else 2
        return min(1.0, looked * self.trend.p) if self.trend else None

    @property
    def stretch(self) -> Floats:
        return self.flow.adjusted[-self.flow.stretch :]

    @property
    def raised(self) -> float:
        """How far the newest steps stand above the middle of the stretch's first half; 0 unless all are far."""
        stretch = self.stretch[known(self.stretch)]
        if len(stretch) < 4 * _NEWEST:
            return 0.0
        newest = stretch[-_NEWEST:] - float(np.median(stretch[: len(stretch) // 2]))
        middle = float(np.median(newest))
        return middle if (newest * middle > middle * middle / 2).all() else 0.0

    @property
    def risen(self) -> float:
        """From the middle of the stretch's first half to that of its last eighth."""
        stretch = self.stretch[known(self.stretch)]
        last = max(len(stretch) // 8, _NEWEST)
        return float(np.median(stretch[-last:]) - np.median(stretch[: len(stretch) // 2]))

    @property
    def bursts_up(self) -> tuple[int, ...]:
        """Steps back from the last, the oldest first, within the stretch."""
        last = len(self.flow.values) - 1
        return tuple(back for at in self.bursts.up if (back := last - int(at)) < self.flow.stretch)

    @property
    def fall(self) -> Trend | None:
        """Since its top, to which it surely rose, and from which it surely falls."""
        top = _top(self.stretch)
        before, since = (
            trend_of(self.stretch[: top + 1], self.flow.taken),
            trend_of(self.stretch[top:], self.flow.taken),
        )
        if before is None or since is None or max(before.p, since.p) > SURE:
            return None
        return since if before.change > NOTABLE and since.change < -NOTABLE else None

    @property
    def fell_at_the_end(self) -> bool:
        """It burst downwards just now and stayed there. A day may be told before it is over: one alone is nothing."""
        since = 2 if self.flow.step.days >= _ONE_WEEK_DAYS else 3
        newest = [len(self.flow.values) - 1 - back for back in range(since)]
        burst = [at for at in newest if at in self.bursts.down]
        if not burst or (burst[-1] == newest[0] and self.flow.step.days < _ONE_WEEK_DAYS):
            return False
        return bool((self.bursts.z[burst[-1] :] < -_STILL_DOWN).all())


def _top(values: Floats) -> int:
    """Where it stands highest for more than a moment: two steps of five may be missing or far out."""
    padded = np.pad(values, 2, mode="edge")
    middles = np.sort(np.lib.stride_tricks.sliding_window_view(padded, 5), axis=1)[:, 2]
    return int(np.argmax(np.where(known(middles), middles, -np.inf)))


def evidence(flow: Flow) -> Evidence:
    length = flow.stretch
    recent = trend_of(flow.adjusted[-length:], flow.taken)
    latest = trend_of(flow.adjusted[-max(length // 3, 1) :], flow.taken)
    return Evidence(flow, recent, _longer(flow, recent, length), latest, _bursts(flow))


def _bursts(flow: Flow) -> Bursts:
    return bursts(flow.adjusted, flow.taken, flow.signals - flow.adjusted)


def _longer(flow: Flow, recent: Trend | None, length: int) -> Trend | None:
    if recent is None or len(flow.values) < 2 * length:
        return None
    longer = trend_of(flow.adjusted[-_LONGER * length :], flow.taken)
    if longer is None or longer.slope.slope * (recent.slope.slope - _STILL * longer.slope.slope) <= 0:
        return None
    return longer
