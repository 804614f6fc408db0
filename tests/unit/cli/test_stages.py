"""How far a run has come, in words."""

from typing import Any

import pytest

from wareloom.cli.stages import cost_in_words, progress, settled, stage_in_words


def stage(verb: str, **counts: int) -> dict[str, Any]:
    return {"verb": verb, "counts": counts, "total": sum(counts.values())}


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"done": 1}, "1/1 done"),
        ({"queued": 3, "running": 1}, "0/4 done"),
        ({"done": 2, "rejected": 1, "blocked": 1, "failed": 3}, "2/7 done, 1 rejected, 1 blocked, 3 failed"),
        ({"waiting": 1500}, "0/1,500 done, 1,500 waiting"),
    ],
    ids=["done", "going", "troubled", "waiting"],
)
def test_a_stage_tells_what_is_done_and_what_is_not_simply_on_its_way(counts: dict[str, int], words: str) -> None:
    assert stage_in_words(stage("generate", **counts)) == words


def test_only_what_no_attempt_touches_again_by_itself_is_settled() -> None:
    told = stage("publish", done=1, rejected=2, blocked=4, failed=8, waiting=16, running=32, queued=64)
    assert settled(told) == 1 + 2 + 4 + 8


@pytest.mark.parametrize(
    ("stages", "words"),
    [
        ([], ""),
        ([stage("analyse", done=1), stage("ideate", done=1, queued=1), stage("generate")], "ideate: 1/2 done"),
        ([stage("analyse", done=1), stage("ideate", failed=1)], "ideate: 0/1 done, 1 failed"),
    ],
    ids=["not begun", "under way", "through"],
)
def test_a_run_stands_at_the_first_verb_that_is_not_through(stages: list[dict[str, Any]], words: str) -> None:
    assert progress({"stages": stages}) == words


def test_a_run_without_paid_calls_cost_nothing() -> None:
    free = {"money": "0", "tokens_in": 0, "tokens_out": 0, "images": 0, "calls": 0}
    assert cost_in_words({"cost": free}) == "nothing"
    paid = {"money": "0.1234", "tokens_in": 900, "tokens_out": 200, "images": 2, "calls": 3}
    assert cost_in_words({"cost": paid}) == "0.1234 USD (3 calls, 1,100 tokens, 2 images)"
