"""The figures that models are judged by, on what can be counted by hand."""

import numpy as np
import pytest

from layers.inference.metrics import calibration_error, flags_of, macro_f1, macro_recall

TRUE = flags_of(np.array([0, 0, 0, 1, 1, 2]), 3)
TOLD = flags_of(np.array([0, 0, 1, 1, 2, 2]), 3)


def test_recall_is_the_mean_over_labels() -> None:
    assert macro_recall(TRUE, TOLD) == pytest.approx((2 / 3 + 1 / 2 + 1) / 3)


def test_f1_is_the_mean_over_labels() -> None:
    assert macro_f1(TRUE, TOLD) == pytest.approx((4 / 5 + 2 / 4 + 2 / 3) / 3)


def test_a_text_may_have_several_labels_or_none() -> None:
    true = np.array([[True, True], [False, True]])
    assert macro_f1(true, np.array([[True, False], [False, True]])) == pytest.approx((1 + 2 / 3) / 2)
    assert macro_f1(true, np.zeros((2, 2), dtype=bool)) == 0


def test_sureness_that_is_right_as_often_as_it_says_has_no_error() -> None:
    sure = np.array([[0.75, 0.25]] * 4)
    assert calibration_error(sure, np.array([0, 0, 0, 1])) == pytest.approx(0)
    assert calibration_error(sure, np.array([1, 1, 1, 1])) == pytest.approx(0.75)
