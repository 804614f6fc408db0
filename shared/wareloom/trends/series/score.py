"""Series scored: what each is, how sure that is among all that were asked about together, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wareloom.trends.series.discoveries import q_values
from wareloom.trends.series.evidence import Evidence, evidence
from wareloom.trends.series.forecasting.forecast import Forecast, forecasts
from wareloom.trends.series.labels import Label
from wareloom.trends.series.lifecycle import lifecycle
from wareloom.trends.series.recent import flow
from wareloom.trends.series.series import Series
from wareloom.trends.series.step import Step
from wareloom.trends.series.windows import Window, windows


@dataclass(frozen=True, slots=True)
class Scored:
    series: Series
    label: Label
    why: str
    windows: tuple[Window, ...]
    p: float | None
    q: float | None
    """The only number that the other series have a part in."""
    evidence: Evidence
    forecast: Forecast | None


def score(series: Sequence[Series], *, foretell: bool = True) -> list[Scored]:
    """What comes next takes as long to tell as all the rest: who does not ask is not told."""
    ahead = _ahead(series) if foretell else [None] * len(series)
    alone = [_alone(one, forecast) for one, forecast in zip(series, ahead, strict=True)]
    q = q_values(np.array([np.nan if one.p is None else one.p for one in alone]))
    return [
        Scored(
            one.series, one.label, one.why, one.windows, one.p, None if one.p is None else float(sure), one.evidence,
            one.forecast,
        )
        for one, sure in zip(alone, q, strict=True)
    ]  # fmt: skip


def _alone(series: Series, forecast: Forecast | None) -> Scored:
    found = evidence(flow(series))
    label, why = lifecycle(found)
    return Scored(series, label, why, windows(found.flow), found.p, None, found, forecast)


def _ahead(series: Sequence[Series]) -> list[Forecast | None]:
    """Those of one step are worked on together."""
    by_step: dict[Step, list[int]] = {}
    for place, one in enumerate(series):
        by_step.setdefault(one.step, []).append(place)
    found: list[Forecast | None] = [None] * len(series)
    for step, places in by_step.items():
        ahead = forecasts([series[place].values for place in places], step.periods)
        for place, forecast in zip(places, ahead, strict=True):
            found[place] = forecast
    return found
