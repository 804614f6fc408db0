from hypothesis import given
from hypothesis import strategies as st

from wareloom.live.merge import MOST_IDS, merged

ARRIVALS = st.lists(
    st.tuples(
        st.sampled_from(["market", "alerts"]),
        st.sampled_from(["Opened", "Ended"]),
        st.dictionaries(st.just("id"), st.integers(0, 60).map(str)),
    ),
    max_size=200,
)


@given(ARRIVALS)
def test_nothing_is_lost_and_nothing_told_twice(arrivals: list[tuple[str, str, dict[str, str]]]) -> None:
    told = [(one.topic, one.event, ids.get("id")) for one in merged(arrivals) for ids in one.ids]
    assert sorted(told, key=str) == sorted({(topic, event, ids.get("id")) for topic, event, ids in arrivals}, key=str)


@given(ARRIVALS)
def test_messages_are_few_and_small(arrivals: list[tuple[str, str, dict[str, str]]]) -> None:
    found = merged(arrivals)
    assert all(1 <= len(one.ids) <= MOST_IDS for one in found)
    assert len(found) <= 4 * (61 // MOST_IDS + 1)


def test_what_was_heard_first_is_told_first() -> None:
    arrivals: list[tuple[str, str, dict[str, str]]] = [
        ("market", "Ended", {"id": "1"}),
        ("alerts", "Opened", {}),
        ("market", "Ended", {"id": "2"}),
    ]
    assert [(one.topic, one.ids) for one in merged(arrivals)] == [
        ("market", ({"id": "1"}, {"id": "2"})),
        ("alerts", ({},)),
    ]
