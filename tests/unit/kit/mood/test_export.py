"""Anyone's text classifier from a directory: what it reads, in our words."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.models import make_model
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.mood.classifier import Classifier
from wareloom.kit.mood.export import read_export

STARS = {"id2label": {"0": "1 star", "1": "2 stars", "2": "3 stars", "3": "4 stars", "4": "5 stars"}}
GOOD_OR_BAD = {"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}


def export(tmp_path: Path, config: dict[str, Any]) -> Path:
    width = len(config.get("id2label", {"0": ""})) or 1
    return make_model(tmp_path / "brought", {"fox": [0.0] * width}, config)


@pytest.mark.parametrize(
    ("named", "labels"),
    [
        (["NEGATIVE", "POSITIVE"], ("negative", "positive")),
        (["LABEL_0", "LABEL_1", "LABEL_2"], ("negative", "neutral", "positive")),
        (["pos", "neu", "neg"], ("negative", "neutral", "positive")),
        (["1 star", "2 stars", "3 stars", "4 stars", "5 stars"], ("negative", "neutral", "positive")),
    ],
)
def test_sentiments_are_known_by_any_usual_name(tmp_path: Path, named: list[str], labels: tuple[str, ...]) -> None:
    found = read_export(export(tmp_path, {"id2label": dict(enumerate(named))}))
    assert list(found.heads) == ["sentiment"]
    assert found.heads["sentiment"].labels == labels


def test_emotions_are_told_in_our_words_and_others_keep_their_own(tmp_path: Path) -> None:
    named = ["Happiness", "annoyance", "love", "schadenfreude", "neutral"]
    found = read_export(export(tmp_path, {"id2label": dict(enumerate(named))}))
    head = found.heads["emotion"]
    assert head.labels == ("anger", "joy", "neutral", "schadenfreude")
    assert [head.labels[column] for column in head.columns] == ["joy", "anger", "joy", "schadenfreude", "neutral"]


def test_a_model_is_called_what_its_maker_calls_it_or_its_folder(tmp_path: Path) -> None:
    named = read_export(export(tmp_path, GOOD_OR_BAD | {"_name_or_path": "someone/distilbert-reviews"}))
    assert named.name == "distilbert-reviews"
    assert read_export(export(tmp_path, GOOD_OR_BAD)).name == "brought"


def test_a_window_is_no_longer_than_the_models_positions(tmp_path: Path) -> None:
    assert read_export(export(tmp_path, GOOD_OR_BAD | {"max_position_embeddings": 40})).window == 38
    assert read_export(export(tmp_path, GOOD_OR_BAD | {"max_position_embeddings": 514})).window == 128


def test_probabilities_of_a_brought_model_are_its_own(tmp_path: Path) -> None:
    words = {"good": [0.0, 2.0], "bad": [2.0, 0.0]}
    by = Classifier(read_export(make_model(tmp_path / "brought", words, GOOD_OR_BAD)))
    found = by.probabilities(["good", "bad bad", "fox"])["sentiment"]
    assert found.round(4).tolist() == [
        pytest.approx([0.1192, 0.8808]),
        pytest.approx([0.982, 0.018]),
        pytest.approx([0.5, 0.5]),
    ]


def test_an_output_may_be_called_anything_where_it_is_the_only_one(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "brought", {"good": [0.0, 9.0]}, GOOD_OR_BAD, output="output_0")
    assert Classifier(read_export(folder)).probabilities(["good"])["sentiment"].argmax() == 1


@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_directory_that_lacks_a_file_is_told_so(tmp_path: Path, file: str) -> None:
    folder = export(tmp_path, GOOD_OR_BAD)
    (folder / file).unlink()
    with pytest.raises(NotFound, match=file):
        read_export(folder)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "not JSON"),
        ("[]", "no model's configuration"),
        ("{}", "names no labels"),
        ('{"id2label": {"0": "good", "2": "bad"}}', "without a gap"),
        ('{"id2label": {"good": 0}}', "no model's configuration"),
        ('{"heads": {"mood": {"id2label": {"0": "a", "1": "b"}}}}', "mood"),
        ('{"heads": {"emotion": {"id2label": {"0": "joy"}, "temperature": 0}}}', "temperature"),
    ],
)
def test_a_configuration_that_says_nothing_usable_is_refused_with_the_reason(
    tmp_path: Path, written: str, said: str
) -> None:
    folder = export(tmp_path, GOOD_OR_BAD)
    (folder / "config.json").write_text(written)
    with pytest.raises(Rejected, match=said):
        read_export(folder)


@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json"])
def test_a_broken_file_is_refused_by_its_name(tmp_path: Path, file: str) -> None:
    folder = export(tmp_path, GOOD_OR_BAD)
    (folder / file).write_bytes(b"nothing of the kind")
    with pytest.raises(Rejected, match=file):
        Classifier(read_export(folder))


def test_a_head_without_its_output_is_refused(tmp_path: Path) -> None:
    labels = {"id2label": {"0": "joy", "1": "fear"}}
    config = {"heads": {"emotion": labels, "sentiment": {"id2label": {"0": "negative", "1": "positive"}}}}
    folder = make_model(tmp_path / "brought", {"fox": [0.0, 0.0]}, config, output="emotion")
    with pytest.raises(Rejected, match="sentiment"):
        Classifier(read_export(folder))


def test_what_is_written_down_is_what_is_read(tmp_path: Path) -> None:
    heads = {"emotion": {"id2label": {"0": "joy", "1": "neutral"}, "temperature": 2.0, "threshold": 0.4}}
    folder = export(tmp_path, GOOD_OR_BAD)
    (folder / "config.json").write_text(json.dumps({"name": "mine", "languages": ["en"], "window": 9, "heads": heads}))
    found = read_export(folder)
    assert (found.name, found.languages, found.window, found.plain) == ("mine", ("en",), 9, True)
    assert (found.heads["emotion"].temperature, found.heads["emotion"].threshold) == (2.0, 0.4)
