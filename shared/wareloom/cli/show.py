"""Where words go: results to standard output, everything said about them to standard error."""

import json
import re
import sys
from typing import Annotated, Any

import typer
from rich.console import Console

Item = dict[str, Any]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]

# Titles come from strangers' pages: nothing in them may move the cursor, recolour the terminal or turn the line round.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    return _UNSAFE.sub(" ", text)


def results() -> Console:
    return Console()


def errors() -> Console:
    return Console(stderr=True)


def tell(sentence: str) -> None:
    """A word beside the results: a pipe that reads the results does not see it."""
    errors().print(clean(sentence), markup=False, highlight=False, soft_wrap=True)


def print_json(value: Item | list[Item]) -> None:
    """Plain ASCII, so that it survives any terminal's and any pipe's encoding."""
    sys.stdout.write(json.dumps(value, indent=2) + "\n")


def print_json_line(value: Item) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
