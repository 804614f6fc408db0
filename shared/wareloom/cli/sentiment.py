"""Read the mood of texts from a file as posts are read in production. No network, no database, no sign-in."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wareloom.cli.failures import WRONG_INPUT, report
from wareloom.cli.lines import Text, bad_reason, pieces, read_line
from wareloom.cli.show import Item, print_json_line
from wareloom.kit.errors import Failure, Malformed

if TYPE_CHECKING:
    from wareloom.kit.mood.classifier import Classifier
    from wareloom.kit.mood.mood import Mood

EXAMPLES = (
    "wareloom sentiment posts.jsonl\n\n"
    "tail -f posts.jsonl | wareloom sentiment - | jq -c '[.id, .sentiment]'\n\n"
    "wareloom sentiment posts.jsonl --model a-directory"
)


def sentiment(
    file: Annotated[str, typer.Argument(help="A line of JSON for each text, with id and text; - is standard input.")],
    model: Annotated[
        str,
        typer.Option(help="A directory with model.onnx, tokenizer.json and config.json, instead of the shipped one."),
    ] = "",
) -> None:
    """Say how each text in a file feels: one line of JSON each, as soon as it is read.

    What is no such line is named with its number on standard error; the others are read all the same, and the exit
    status is 2.
    """
    try:
        all_good = _answer(file, _classifier(model))
    except Failure as failure:
        report(failure)
        raise typer.Exit(WRONG_INPUT) from failure
    if not all_good:
        raise typer.Exit(WRONG_INPUT)


def _classifier(model: str) -> "Classifier":
    from wareloom.kit.mood.classifier import classifier
    from wareloom.kit.mood.shipped import shipped

    return classifier(Path(model) if model else shipped())


def _answer(file: str, by: "Classifier") -> bool:
    from wareloom.kit.mood.read import read_moods

    all_good = True
    for lines in pieces(file):
        good = list[Text]()
        for number, line in lines:
            try:
                good += read_line(line)
            except Malformed as wrong:
                all_good = False
                report(bad_reason(number, wrong))
        for text, mood in zip(good, read_moods([one.text for one in good], by), strict=True):
            print_json_line(shown(text, mood))
        sys.stdout.flush()
    return all_good


def shown(text: Text, mood: "Mood") -> Item:
    return {
        "id": text.id,
        "sentiment": mood.sentiment,
        "sentiment_scores": mood.sentiment_scores,
        "emotion": mood.emotion,
        "emotion_scores": mood.emotion_scores,
        "model": mood.model,
        "language": mood.language,
        "uncertain": list(mood.uncertain),
    }
