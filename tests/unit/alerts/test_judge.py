"""What each rule says of a window, and what it never says."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wareloom.alerts.burst import FEWEST_DAYS, unusual
from wareloom.alerts.judge import judge
from wareloom.alerts.rule import DEFAULTS, Kind, Rule
from wareloom.alerts.tally import EMOTIONS, Tally, Watched

COUNT = st.integers(0, 500)
FELT = st.tuples(*[COUNT] * len(EMOTIONS))
KINDS = st.sampled_from(sorted(DEFAULTS))


def tally(negative: int = 0, told: int = 0, emotions: tuple[int, ...] = (0,) * 7, posts: int | None = None) -> Tally:
    return Tally(told if posts is None else posts, negative, told, emotions)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    told = draw(COUNT)
    return Tally(draw(st.integers(told, 1000)), draw(st.integers(0, told)), told, draw(FELT))


PAST = st.lists(tallies(), min_size=0, max_size=28).map(tuple)


def calm(count: int, **felt: int) -> tuple[int, ...]:
    return tuple(felt.get(name, count if name == "calm" else 0) for name in EMOTIONS)


@given(KINDS, tallies(), PAST, st.integers(1, 1000))
def test_few_posts_never_alert(kind: Kind, now: Tally, before: tuple[Tally, ...], more: int) -> None:
    counted = {"negative": now.told, "burst": now.posts, "mix": now.felt}[kind]
    rule = DEFAULTS[kind].model_copy(update={"min_sample": counted + more})
    assert judge(Watched(now, before), rule).where != "over"


@given(KINDS, tallies(), PAST, st.floats(0.01, 0.9), st.floats(0.01, 0.99))
def test_what_is_over_a_higher_threshold_is_over_a_lower_one_too(
    kind: Kind, now: Tally, before: tuple[Tally, ...], lower: float, factor: float
) -> None:
    enter = {"negative": lower, "mix": lower, "burst": 3 + 50 * lower}[kind]
    strict = DEFAULTS[kind].model_copy(update={"enter": enter * 1.1, "leave": enter * factor * 0.5})
    loose = strict.model_copy(update={"enter": enter})
    if judge(Watched(now, before), strict).where == "over":
        assert judge(Watched(now, before), loose).where == "over"


@pytest.mark.parametrize("kind", sorted(DEFAULTS))
def test_an_alert_is_left_at_less_than_it_is_entered_at(kind: Kind) -> None:
    rule = DEFAULTS[kind]
    assert rule.leave < rule.enter
    with pytest.raises(ValueError, match="come and go"):
        Rule.model_validate({**rule.model_dump(), "leave": rule.enter})


@pytest.mark.parametrize("wrong", [{"kind": "negative", "enter": 1.0}, {"kind": "burst", "enter": 2.9}])
def test_a_rule_that_would_always_or_never_speak_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"share|cries wolf"):
        Rule.model_validate({**DEFAULTS["negative"].model_dump(), "leave": 0.1, **wrong})


def negative(part: int, whole: int) -> str:
    return judge(Watched(tally(part, whole)), DEFAULTS["negative"]).where


def test_more_than_half_must_be_surely_more_than_half() -> None:
    assert [negative(18, 30), negative(55, 100), negative(600, 1000)] == ["between", "between", "over"]
    assert [negative(30, 30), negative(29, 29)] == ["over", "between"]


def test_a_share_is_left_below_the_threshold_and_when_nobody_speaks_any_more() -> None:
    assert [negative(45, 100), negative(39, 100), negative(14, 14)] == ["between", "under", "under"]


@given(st.integers(0, 60), st.integers(30, 60), st.integers(2, 50))
def test_the_same_share_of_more_posts_is_never_less_sure(part: int, whole: int, times: int) -> None:
    assume(part <= whole)
    if negative(part, whole) == "over":
        assert negative(part * times, whole * times) == "over"


def bursting(posts: int, before: list[int]) -> str:
    days = tuple(tally(posts=count) for count in before)
    return judge(Watched(tally(posts=posts), days), DEFAULTS["burst"]).where


@given(st.integers(0, 100_000), st.integers(0, 28))
def test_a_constant_never_bursts(count: int, days: int) -> None:
    assert bursting(count, [count] * days) != "over"


@given(st.lists(st.integers(11, 300), min_size=7, max_size=28), st.integers(301, 3000), st.integers(2, 20))
def test_what_is_unusual_is_no_less_so_at_a_larger_scale(before: list[int], posts: int, times: int) -> None:
    assert unusual(posts * times, [count * times for count in before]) >= 0.95 * unusual(posts, before)


@given(st.lists(st.integers(0, 300), min_size=7, max_size=28), st.integers(0, 3000), st.integers(1, 500))
def test_more_posts_are_never_less_unusual(before: list[int], posts: int, more: int) -> None:
    assert unusual(posts + more, before) > unusual(posts, before)


def test_a_burst_needs_a_week_to_compare_with() -> None:
    assert bursting(500, [10] * (FEWEST_DAYS - 1)) == "between"
    assert bursting(500, [10] * FEWEST_DAYS) == "over"


def test_what_every_week_brings_is_no_burst() -> None:
    week = [10, 12, 9, 11, 10, 12, 300]
    assert bursting(280, week * 4) == "between"
    assert bursting(900, week * 4) == "over"


def test_a_rise_that_is_sure_and_small_is_not_told() -> None:
    assert bursting(15_000, [10_000] * 28) == "between"


def test_one_wild_day_before_does_not_hide_a_burst() -> None:
    assert bursting(90, [10, 11, 9, 10, 5000, 12, 10, 9, 11, 10, 12]) == "over"


def feeling(now: tuple[int, ...], before: tuple[int, ...], days: int = 14) -> str:
    past = tuple(tally(emotions=before) for _ in range(days))
    return judge(Watched(tally(emotions=now), past), DEFAULTS["mix"]).where


@given(FELT, st.integers(1, 5))
def test_the_same_mix_is_never_new(felt: tuple[int, ...], times: int) -> None:
    assert feeling(tuple(count * times for count in felt), felt) != "over"


def test_a_new_emotion_is_told_and_named() -> None:
    past = tuple(tally(emotions=calm(50, joy=30)) for _ in range(14))
    verdict = judge(Watched(tally(emotions=calm(40, anger=40)), past), DEFAULTS["mix"])
    assert (verdict.where, verdict.grew) == ("over", "anger")
    assert "most of all there is anger: 50%, where 0% was usual" in verdict.sentence


def test_days_that_always_differ_make_a_different_day_nothing_new() -> None:
    days = tuple(tally(emotions=calm(20, **{name: 60})) for name in ("joy", "anger", "sadness", "surprise") * 4)
    assert judge(Watched(tally(emotions=calm(20, anger=60)), days), DEFAULTS["mix"]).where != "over"
    quiet = tuple(tally(emotions=calm(20, joy=15, anger=15, sadness=15, surprise=15)) for _ in range(16))
    assert judge(Watched(tally(emotions=calm(20, anger=60)), quiet), DEFAULTS["mix"]).where == "over"
