import pytest
from hypothesis import given
from hypothesis import strategies as some

from wareloom.kit.errors import Malformed
from wareloom.kit.ids import new_id, read_id


def test_ids_sort_by_when_they_were_made() -> None:
    made = [new_id() for _ in range(2000)]
    assert made == sorted(set(made))
    assert {one.version for one in made} == {7}


def test_an_id_is_read_back() -> None:
    one = new_id()
    assert read_id(str(one)) == one


@given(some.text(max_size=200))
def test_what_is_no_id_is_refused_in_a_short_sentence(text: str) -> None:
    with pytest.raises(Malformed, match=r"is not an id\.$") as refused:
        read_id(text)
    assert len(refused.value.reason) < 80


@pytest.mark.parametrize("text", ["", "1", "x" * 500, "01890a5d-ac96-774b-bcce-b302099a805"])
def test_what_is_almost_an_id_is_none(text: str) -> None:
    with pytest.raises(Malformed):
        read_id(text)
