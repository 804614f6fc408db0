"""Little is padded, nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from wareloom.kit.mood.batches import batches, padded

LENGTHS = st.lists(st.integers(1, 64), max_size=300)


@given(LENGTHS)
def test_every_piece_is_in_one_batch(lengths: list[int]) -> None:
    assert sorted(at for batch in batches(lengths) for at in batch) == list(range(len(lengths)))


@given(LENGTHS, st.integers(16, 512))
def test_no_batch_is_beyond_the_budget_but_a_single_piece(lengths: list[int], budget: int) -> None:
    for batch in batches(lengths, budget):
        assert len(batch) == 1 or len(batch) * max(lengths[at] for at in batch) <= budget


def test_posts_of_mixed_length_are_hardly_padded() -> None:
    lengths = [5 + (at * 37) % 44 for at in range(512)]
    computed = sum(len(batch) * max(lengths[at] for at in batch) for batch in batches(lengths))
    assert computed / sum(lengths) < 1.1
    assert len(lengths) * max(lengths) / sum(lengths) > 1.7, "what it would be without"


def test_padding_is_masked() -> None:
    ids, mask = padded([[5, 6, 7], [8]], pad=1)
    assert ids.tolist() == [[5, 6, 7], [8, 1, 1]]
    assert mask.tolist() == [[1, 1, 1], [1, 0, 0]]
