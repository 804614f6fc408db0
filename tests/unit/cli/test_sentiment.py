"""`wareloom sentiment`: what it prints, what it refuses, and the status it leaves with."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import Command
from tests.support.models import make_model, make_two_headed

KEYS = ["id", "sentiment", "sentiment_scores", "emotion", "emotion_scores", "model", "language", "uncertain"]
WORDS = {"love": [0, 0, 9, 0, 0, 0, 9, 0, 0, 0], "hate": [9, 0, 0, 9, 0, 0, 0, 0, 0, 0]}
CONFIG = {
    "name": "tiny-1",
    "languages": ["en"],
    "heads": {
        "sentiment": {"id2label": dict(enumerate(["negative", "neutral", "positive"]))},
        "emotion": {
            "id2label": dict(enumerate(["anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral"])),
            "threshold": 0.5,
        },
    },
}


@pytest.fixture
def wareloom(tmp_path: Path) -> Command:
    return Command(tmp_path)


@pytest.fixture
def tiny(tmp_path: Path) -> str:
    return str(make_two_headed(tmp_path / "tiny", WORDS, CONFIG))


def lines(*texts: dict[str, Any]) -> str:
    return "".join(json.dumps(text) + "\n" for text in texts)


def told(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_each_text_is_one_line_with_the_promised_keys_in_the_same_order(
    wareloom: Command, tmp_path: Path, tiny: str
) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text(lines({"id": "a", "text": "love it", "likes": 3}, {"id": 7, "text": "hate it"}))
    ran = wareloom("sentiment", str(file), "--model", tiny)
    love, hate = told(ran.out)
    assert (ran.status, ran.err) == (0, "")
    assert list(love) == list(hate) == KEYS
    assert (love["id"], love["sentiment"], love["emotion"], love["model"]) == ("a", "positive", "joy", "tiny-1")
    assert (hate["id"], hate["sentiment"], hate["emotion"], hate["language"]) == (7, "negative", "anger", "en")
    assert sum(love["sentiment_scores"].values()) == pytest.approx(1, abs=1e-5)


def test_bad_lines_are_named_and_the_others_read(wareloom: Command, tiny: str) -> None:
    good = lines({"id": 1, "text": "love"})
    no_texts = '{"id": 2}\n{"text": "x"}\n'
    no_objects = "not json\n[1]\n"
    no_words = '{"id": true, "text": "x"}\n{"id": 3, "text": 4}\n'
    bad = no_texts + no_objects + no_words + "[" * 5000 + "\n"
    ran = wareloom("sentiment", "-", "--model", tiny, stdin=(good + bad + "\n" + good).encode() + b"\xff\n")
    assert ran.status == 2
    assert [one["id"] for one in told(ran.out)] == [1, 1]
    assert ran.err.splitlines() == [
        "wareloom: Line 2: text is missing.",
        "wareloom: Line 3: id is missing.",
        "wareloom: Line 4: it is not JSON.",
        "wareloom: Line 5: it must be an object with id and text.",
        "wareloom: Line 6: id must be words or a whole number, and text must be words.",
        "wareloom: Line 7: id must be words or a whole number, and text must be words.",
        "wareloom: Line 8: it is not JSON.",
        "wareloom: Line 11: it is not UTF-8.",
    ]


def test_a_slow_pipe_is_answered_line_by_line(wareloom: Command, tiny: str) -> None:
    with wareloom.start("sentiment", "-", "--model", tiny) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for at, word in enumerate(["love", "hate", "love"]):
            process.stdin.write(lines({"id": at, "text": word}).encode())
            assert json.loads(process.stdout.readline())["id"] == at
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_a_bad_last_line_without_its_end_keeps_its_number_among_many(
    wareloom: Command, tmp_path: Path, tiny: str
) -> None:
    file = tmp_path / "posts.jsonl"
    file.write_text(lines(*({"id": at, "text": "love and hate " * (at % 40)} for at in range(3000))) + "bad")
    ran = wareloom("sentiment", str(file), "--model", tiny)
    assert [one["id"] for one in told(ran.out)] == list(range(3000))
    assert (ran.status, ran.err) == (2, "wareloom: Line 3001: it is not JSON.\n")


def test_a_megabyte_and_signs_that_are_none_do_no_harm(wareloom: Command, tiny: str) -> None:
    texts = ["love " * 200_000, "\x00\u202e\x1b[31m", "\ud800", "😂" * 1000, "", "me encanta esta love"]
    ran = wareloom("sentiment", "-", "--model", tiny, stdin=lines(*({"id": text[:9], "text": text} for text in texts)))
    found = told(ran.out)
    assert (ran.status, len(found)) == (0, len(texts))
    assert ran.out.isascii()
    assert [one["language"] for one in found][-2:] == ["und", "es"]
    assert found[-1]["uncertain"] == ["sentiment", "emotion"]


def test_a_model_with_sentiment_alone_says_nothing_of_emotion(wareloom: Command, tmp_path: Path) -> None:
    folder = make_model(tmp_path / "sst", {"love": [0.0, 5.0]}, {"id2label": {"0": "NEGATIVE", "1": "POSITIVE"}})
    one = wareloom("sentiment", "-", "--model", str(folder), stdin=lines({"id": 1, "text": "love"})).json
    assert (one["sentiment"], one["emotion"], one["emotion_scores"], one["model"]) == ("positive", None, {}, "sst")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.jsonl"], "no file nowhere.jsonl"),
        (["-", "--model", "nowhere"], "nowhere holds no model.onnx"),
    ],
)
def test_what_is_not_there_is_told_in_a_sentence(wareloom: Command, arguments: list[str], said: str) -> None:
    ran = wareloom("sentiment", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""


def test_the_shipped_model_reads_without_a_network(wareloom: Command) -> None:
    texts = ({"id": 1, "text": "I love this shirt 😍"}, {"id": 2, "text": "I am so angry"})
    ran = wareloom("sentiment", "-", stdin=lines(*texts))
    love, angry = told(ran.out)
    assert (love["sentiment"], love["emotion"]) == ("positive", "joy")
    assert (angry["sentiment"], angry["emotion"]) == ("negative", "anger")


def test_nothing_in_is_nothing_out(wareloom: Command) -> None:
    ran = wareloom("sentiment", "-", stdin="")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
