"""What people are told is there, is there."""

import re
from functools import lru_cache

import pytest

from functions.api.app import PREFIX, create_app
from tests.architecture.tree import PACKAGE, ROOT, files, rooms

DOCUMENTS = [name for name in files() if name.endswith(".md") and name.startswith(("README", "docs/", "CONTRIBUTING"))]
TOP = {name.split("/")[0] for name in files()}
QUOTED = re.compile(r"`([^`\n]+)`")
LINKED = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
PLACEHOLDER = re.compile(r"[<>*{}…$ ]|\.\.\.|\bNAME\b")
# Made by running, so not in the tree.
MADE = ("frontend/dist", "frontend/node_modules", ".wareloom", "cdk.out", ".venv")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_exists(document: str) -> None:
    text = (ROOT / document).read_text()
    named = {path.rstrip("/") for path in QUOTED.findall(text) if path.split("/")[0] in TOP and "/" in path}
    missing = {
        path
        for path in named
        if not PLACEHOLDER.search(path) and not path.startswith(MADE) and not (ROOT / path.split(":")[0]).exists()
    }
    folder = (ROOT / document).parent
    dead = {link for link in LINKED.findall(text) if not (folder / link).exists()}
    assert not missing | dead


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_that_a_document_names_exists(document: str) -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z][a-z0-9-]*):", makefile, re.MULTILINE))
    quoted = [said for said in QUOTED.findall((ROOT / document).read_text()) if re.match(r"make [a-z]", said)]
    words = {word for said in quoted for word in said.split()[1:] if "=" not in word}
    assert words <= targets


@lru_cache
def _glossary() -> str:
    return (ROOT / "docs" / "glossary.md").read_text()


def test_there_is_something_to_read() -> None:
    assert {"README.md", "docs/tour.md", "docs/glossary.md"} <= set(DOCUMENTS)


@pytest.mark.parametrize("room", sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py")))
def test_every_room_is_in_the_glossary(room: str) -> None:
    assert f"`{room}`" in _glossary()


def test_the_glossary_knows_no_room_that_is_not_there() -> None:
    table = _glossary().split("## Rooms")[1].split("##")[0]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == rooms() | {"kit", "edge"}


def _nouns() -> set[str]:
    """What addresses name, but for the rooms and the doors."""
    addresses = {path.removeprefix(f"{PREFIX}/").split("/")[0] for path in create_app().openapi()["paths"]}
    return addresses - rooms() - {"auth", "me", "health"}


@pytest.mark.parametrize("noun", sorted(_nouns()))
def test_every_noun_of_the_api_is_in_the_glossary(noun: str) -> None:
    table = _glossary().split("## Nouns")[1].split("##")[0]
    one = "|".join({noun, noun.removesuffix("s"), noun.removesuffix("es")})
    assert re.search(rf"^\| [^|]*\b(?:{one})\b", table, re.MULTILINE), f"“{noun}” is not explained"
