"""Probabilities, and the courage to say that they are not enough."""

import numpy as np
import pytest

from wareloom.kit.mood.head import Head

LABELS = ("negative", "neutral", "positive")


def head(temperature: float = 1, threshold: float = 0, *, several: bool = False) -> Head:
    return Head("logits", LABELS, (0, 1, 2), temperature, threshold, several)


def row(*logits: float) -> np.ndarray:
    return np.array([logits], dtype=np.float32)


def test_probabilities_are_shares() -> None:
    told = head().probabilities(row(0, 0, np.log(2)))
    assert told[0].tolist() == pytest.approx([0.25, 0.25, 0.5])


def test_a_temperature_takes_from_the_sureness_and_changes_no_order() -> None:
    hot, cold = (head(temperature).probabilities(row(1, 2, 4))[0] for temperature in (2.0, 1.0))
    assert hot.max() < cold.max()
    assert hot.argsort().tolist() == cold.argsort().tolist()


def test_below_the_threshold_it_says_neutral_and_shows_what_it_saw() -> None:
    verdict = head(threshold=0.6).verdict(np.array([0.55, 0.1, 0.35], dtype=np.float32))
    assert (verdict.label, verdict.sure) == ("neutral", False)
    assert verdict.scores["negative"] == pytest.approx(0.55)


def test_at_the_threshold_it_speaks() -> None:
    verdict = head(threshold=0.5).verdict(np.array([0.5, 0.25, 0.25], dtype=np.float32))
    assert (verdict.label, verdict.sure) == ("negative", True)


def test_outputs_of_one_label_are_added() -> None:
    stars = Head("logits", ("negative", "positive"), (0, 0, 1))
    assert stars.probabilities(row(0, 0, 0))[0].tolist() == pytest.approx([2 / 3, 1 / 3])


def test_what_may_be_several_at_once_is_sure_of_each_alone() -> None:
    told = head(several=True).probabilities(row(0, 100, -100))
    assert told[0].tolist() == pytest.approx([0.5, 1, 0])


def test_broken_logits_are_no_numbers_beyond_one() -> None:
    told = head().probabilities(row(np.nan, np.inf, -np.inf))
    assert np.isfinite(told).all()
    assert told.sum() == pytest.approx(1)


def test_what_was_not_read_is_as_likely_as_anything() -> None:
    verdict = head().unread()
    assert (verdict.label, verdict.sure) == ("neutral", False)
    assert set(verdict.scores.values()) == {0.333333}
