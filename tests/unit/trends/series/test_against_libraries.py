"""What others have computed before us comes out the same here."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from tests.unit.trends.series.made import around, noise, year
from wareloom.trends.series.discoveries import q_values
from wareloom.trends.series.forecasting.lines import drift, steady, theta, tiring
from wareloom.trends.series.forecasting.smoothing import DAMPED, LEVELS, Smoothing, smoothed
from wareloom.trends.series.kendall import (
    correlations,
    hamed_rao,
    mann_kendall,
    plain_variance,
    ranks,
    seasonal_kendall,
)
from wareloom.trends.series.numbers import Floats
from wareloom.trends.series.phases import seasonal_indices
from wareloom.trends.series.slope import pair_slopes, theil_sen

# Neither carries types: what they answer is looked at as plain numbers.
stats: Any = import_module("scipy.stats")
holt_winters: Any = import_module("statsmodels.tsa.holtwinters")
multiple: Any = import_module("statsmodels.stats.multitest")
thetas: Any = import_module("statsmodels.tsa.forecasting.theta")
decomposed: Callable[..., Any] = import_module("statsmodels.tsa.seasonal").seasonal_decompose

SEEDS = range(8)


def counts(seed: int, count: int = 40) -> Floats:
    """With ties."""
    return np.random.default_rng(seed).poisson(4, count).astype(np.float64)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_slope_and_its_bounds_are_scipys(seed: int) -> None:
    values = around(np.linspace(0, 1, 40), 40, seed)
    at = np.arange(40.0)
    theirs = stats.theilslopes(values, at, alpha=0.95)
    ours = theil_sen(pair_slopes(at, values), plain_variance(values))
    assert (ours.slope, ours.low, ours.high) == pytest.approx((theirs[0], theirs[2], theirs[3]))


@pytest.mark.parametrize("seed", SEEDS)
def test_ranks_with_ties_are_scipys(seed: int) -> None:
    assert ranks(counts(seed)).tolist() == stats.rankdata(counts(seed)).tolist()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_score_is_that_of_kendalls_tau(seed: int) -> None:
    values = noise(30, seed)
    tau = stats.kendalltau(np.arange(30), values).statistic
    assert mann_kendall(values).score == pytest.approx(tau * 30 * 29 / 2)


def test_the_plain_test_of_a_short_rise_is_worked_out_by_hand() -> None:
    """Ten rising values: S = 45, variance = 10 · 9 · 25 / 18 = 125, z = 44 / √125."""
    ours = mann_kendall(np.arange(10.0), slope=1.0)
    assert (ours.score, ours.variance) == (45, 125)
    assert ours.p == pytest.approx(2 * stats.norm.sf(44 / np.sqrt(125)))


@pytest.mark.parametrize("seed", SEEDS)
def test_correlation_widens_the_variance_as_hamed_and_rao_wrote_it(seed: int) -> None:
    values = noise(60, seed, kept=0.8)
    ranked = stats.rankdata(values) - 30.5
    grown = 1.0
    for lag in range(1, 60):
        alike = float((ranked[lag:] * ranked[:-lag]).sum() / (ranked**2).sum())
        if abs(alike) > stats.norm.ppf(0.975) / np.sqrt(60):
            grown += 2 / (60 * 59 * 58) * (60 - lag) * (59 - lag) * (58 - lag) * alike
    assert hamed_rao(correlations(values)) == pytest.approx(grown, rel=1e-6)


def test_phases_that_move_as_one_count_once() -> None:
    """Four phases, each a copy of the other: as sure as one alone, and no surer."""
    alone = np.array([1.0, 3, 2, 4, 6, 5, 7, 8])
    together = seasonal_kendall(np.stack([alone] * 4, axis=1))
    one = seasonal_kendall(alone[:, None])
    assert (together.score, together.variance) == (4 * one.score, pytest.approx(16 * one.variance))
    assert one.variance == pytest.approx(plain_variance(alone))


@pytest.mark.parametrize("seed", SEEDS)
def test_false_discoveries_are_told_as_statsmodels_tells_them(seed: int) -> None:
    p = np.random.default_rng(seed).uniform(size=25) ** 2
    assert q_values(p).tolist() == pytest.approx(multiple.multipletests(p, method="fdr_bh")[1].tolist())


def test_what_was_not_tested_counts_for_nobody() -> None:
    assert q_values(np.array([0.01, np.nan, 0.04])).tolist() == pytest.approx([0.02, np.nan, 0.04], nan_ok=True)
    assert q_values(np.array([])).size == 0


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("one", [LEVELS[3], LEVELS[9], DAMPED[4], DAMPED[20]])
def test_smoothing_is_statsmodels(one: Smoothing, seed: int) -> None:
    values = around(0, 60, seed)
    begun: dict[str, float] = {"initial_level": float(values[:5].mean())}
    if one.beta:
        begun["initial_trend"] = 0.0
    model = holt_winters.ExponentialSmoothing(
        values, trend="add" if one.beta else None, damped_trend=bool(one.beta), initialization_method="known", **begun
    )
    told = {"smoothing_trend": one.beta / one.alpha, "damping_trend": one.phi} if one.beta else {}
    theirs = model.fit(smoothing_level=one.alpha, optimized=False, **told).forecast(12)
    ours = tiring(smoothed(values[None], (one,)), 12) if one.beta else steady(smoothed(values[None], (one,)), 12)
    assert ours[0].tolist() == pytest.approx(theirs.tolist())


@pytest.mark.parametrize("seed", SEEDS)
def test_theta_is_statsmodels_where_both_smooth_alike(seed: int) -> None:
    values = around(np.linspace(0, 0.5, 120), 120, seed)
    theirs = thetas.ThetaModel(values, deseasonalize=False).fit()
    ours = theta(values[None], smoothed(values[None], (Smoothing(float(theirs.params["alpha"])),)), 12)
    assert ours[0].tolist() == pytest.approx(theirs.forecast(12).tolist(), rel=0.02)
    assert drift(values[None])[0] == pytest.approx(float(theirs.params["b0"]))


@pytest.mark.parametrize("period", [4, 7, 12])
def test_phases_are_those_of_classical_decomposition(period: int) -> None:
    values = np.round(year(20 * period, 5, period), 3) + np.linspace(0, 30, 20 * period)
    theirs = decomposed(values, period=period).seasonal[-period:]
    # Ours reads the trend nearer to the ends, too, where the mean is of fewer steps.
    assert seasonal_indices(values[None], period)[0].tolist() == pytest.approx(theirs.tolist(), abs=0.35)
