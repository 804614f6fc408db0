"""How much of what was planted in the sample market is found by its offers' words alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.trends.planted import planted
from wareloom.kit.settings import SampleSettings
from wareloom.simulation.niches import niches

SEED = int(SampleSettings().seed)
ROOT = Path(__file__).parents[3]
MARKETS = [(600, SEED), (2000, SEED), (2000, 1), (2000, 2), (6000, 3)]


@pytest.mark.parametrize(("offers", "seed"), MARKETS)
def test_found_niches_are_pure(offers: int, seed: int) -> None:
    assert planted(offers=offers, seed=seed).purity() >= 0.98


@pytest.mark.parametrize(("offers", "seed"), MARKETS)
def test_planted_niches_are_found_as_one_niche_each(offers: int, seed: int) -> None:
    market = planted(offers=offers, seed=seed)
    assert len(market.recovered()) >= 0.95 * len(niches())
    assert len(market.found) <= 1.05 * len(niches())


@pytest.mark.parametrize(("offers", "seed"), MARKETS)
def test_nearly_every_offer_finds_its_niche(offers: int, seed: int) -> None:
    market = planted(offers=offers, seed=seed)
    assert sum(len(one.evidence) for one in market.found) >= 0.96 * len(market.offers)


def test_niches_are_called_what_sellers_call_them() -> None:
    recovered = planted(offers=2000, seed=SEED).recovered()
    called = [planted_name for planted_name, one in recovered.items() if one.name.casefold() == planted_name]
    assert len(called) >= 0.95 * len(recovered)


def test_a_niches_words_are_its_motifs() -> None:
    recovered = planted(offers=6000, seed=3).recovered()
    motifs = {niche.name: set(niche.motifs) for niche in niches()}
    told = [(word, planted_name) for planted_name, one in recovered.items() for word in one.words[:5]]
    right = [word for word, planted_name in told if any(word in motif for motif in motifs[planted_name])]
    assert len(right) >= 0.95 * len(told)


def test_a_niches_styles_and_audience_are_the_planted_ones() -> None:
    recovered = planted(offers=6000, seed=3).recovered()
    for niche in niches():
        if found := recovered.get(niche.name):
            assert {one.word for one in found.styles[:3]} <= set(niche.styles), niche.name
    audiences = {niche.name: niche.audiences for niche in niches()}
    told = [(one.word, name) for name, found in recovered.items() for one in found.audience[:2]]
    right = [word for word, name in told if any(word in whom for whom in audiences[name]) or word == name]
    assert len(right) >= 0.9 * len(told)


def test_another_process_finds_the_same_niches() -> None:
    """Words are counted in sets, whose order differs from process to process."""
    told = "from tests.unit.trends.planted import planted; print(planted(offers=600, seed=1).found)"
    answers = {
        subprocess.run(
            [sys.executable, "-c", told],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": f"shared{os.pathsep}.", "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
