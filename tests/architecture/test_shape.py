"""What a reader may count on in every file."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import files, sources

LONGEST = 250
CODE = (".py", ".ts", ".tsx")
NOT_WRITTEN_BY_HAND = ("frontend/src/client/", "shared/wareloom/migrations/versions/")
EMPTY_NAMES = {"service", "services", "utils", "util", "helpers", "helper", "common", "manager", "managers", "base"}
TEXT = (*CODE, ".md", ".json", ".toml", ".txt", ".in", ".yml", ".yaml", ".cfg", ".css", ".html", ".sh", ".js")
# Pieced together, so that this file does not name what it forbids.
REGISTRIES = re.compile(
    "|".join(("py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.(?:org|com)", "yarn" + "pkg"))
)
MACHINES = re.compile(r"(?<![\w.])/(?:wo" + r"rk|fa" + r"rm|home/\w+|Users/\w+)/")


def test_every_file_fits_a_sitting() -> None:
    long = {
        name: count
        for name, text in sources(*CODE)
        if not name.startswith(NOT_WRITTEN_BY_HAND) and (count := len(text.splitlines())) > LONGEST
    }
    assert not long, f"more than {LONGEST} lines: {long}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = [name for name in files() if name.endswith(CODE) and _names(name) & EMPTY_NAMES]
    assert not empty


def _names(name: str) -> set[str]:
    path = Path(name)
    return {path.name.split(".")[0].lower(), *(part.lower() for part in path.parent.parts)}


def test_nobody_sleeps() -> None:
    sleeping = [
        name for name, text in sources(".py") if re.search(r"\btime\.sleep\(|from time import .*\bsleep\b", text)
    ]
    assert not sleeping


@pytest.mark.parametrize("forbidden", [REGISTRIES, MACHINES], ids=["registry hosts", "one machine's paths"])
def test_the_project_speaks_of_the_product_alone(forbidden: re.Pattern[str]) -> None:
    found = {
        f"{name}:{number}": line.strip()[:120]
        for name, text in sources(*TEXT, "Makefile", ".ci/run")
        for number, line in enumerate(text.splitlines(), 1)
        if forbidden.search(line)
    }
    assert not found
