"""Who may import whom, what an import may do, and what each function needs beside it in Lambda."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest

from infra_cdk.environments import PRODUCTION
from infra_cdk.shapes import shapes
from layers.library import LAYER, REQUIREMENTS
from tests.architecture.tree import ROOT, functions, modules, reached

IN_THE_RUNTIME = {"boto3", "botocore"}
IN_AN_IMAGE = {"patchright"}
"""A function without a browser sees that this is missing, and stays with what it has."""
NOT_HERE = {"faster_whisper"}
"""In an image alone, for its size: whoever has it not says so."""
HEAVY = (
    "boto3",
    "botocore.client",
    "alembic",
    "argon2",
    "joserfc",
    "urllib3",
    "selectolax",
    "openai",
    "pyvips",
    "uharfbuzz",
    "playwright",
    "patchright",
    "curl_cffi",
    "rich",
    "typer",
)
"""Imported by the call that needs them, so that a cold start pays only for its own work."""
OF_A_COMMAND_LINE = {"rich", "typer", "urllib3"}
RUN_BY_ALEMBIC = ("wareloom.migrations.env", "wareloom.migrations.versions", "wareloom.cli.__main__")
LIBRARY_S_OWN = "socket.bind ('::1', 0)"
"""urllib3 finds out, when it is imported, whether this machine knows IPv6."""

WATCHED = """
import os, sys

ours, told = sys.argv[1].split(":"), set()

def hear(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen"):
        told.add(f"{event} {arguments[-1]!r}")

class Environment(type(os.environ)):
    def __getitem__(self, name):
        frame = sys._getframe(1)
        while frame.f_code.co_filename.startswith("<frozen"):
            frame = frame.f_back
        if name.startswith("WARELOOM_") or frame.f_code.co_filename.startswith(tuple(ours)):
            told.add(f"reads {name}")
        return super().__getitem__(name)

os.environ.__class__ = Environment
sys.addaudithook(hear)
for module in sys.argv[2:]:
    before = set(told)
    __import__(module)
    for what in sorted(told - before):
        print(f"{module} {what}")
print("loaded", *sorted(sys.modules))
"""


def _import_all(*wanted: str) -> tuple[list[str], set[str]]:
    """What importing these modules, in a fresh interpreter, did to the world; and what is loaded afterwards."""
    ours = f"{ROOT / 'shared' / 'wareloom'}:{ROOT / 'functions'}"
    command = [sys.executable, "-c", WATCHED, ours, *wanted]
    environment = {"PYTHONPATH": f"{ROOT / 'shared'}:{ROOT}"}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    *told, loaded = done.stdout.splitlines()
    return told, set(loaded.split())


def _importable() -> list[str]:
    return sorted(name for name in modules() if not name.startswith(RUN_BY_ALEMBIC))


def test_imports_go_up_the_river() -> None:
    program = f"{sys.executable.rpartition('/')[0]}/lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_a_module_asks_the_world_nothing() -> None:
    told, loaded = _import_all(*_importable())
    assert not [line for line in told if not line.endswith(LIBRARY_S_OWN)]
    assert set(_importable()) <= loaded


def test_the_watch_hears_a_module_that_asks() -> None:
    told, _loaded = _import_all("wareloom.kit.settings", "tests.architecture.asks_the_world")
    assert {line.split(" ", 1)[1].split()[0] for line in told} == {"reads", "socket.bind"}


@pytest.mark.parametrize("name", sorted(functions()))
def test_a_cold_start_pays_only_for_its_own_work(name: str) -> None:
    _told, loaded = _import_all(f"functions.{name}.handler")
    assert not loaded & set(HEAVY)


def test_the_command_line_needs_no_cloud_to_be_imported() -> None:
    _told, loaded = _import_all("wareloom.cli.main")
    assert not loaded & (set(HEAVY) - OF_A_COMMAND_LINE)


@pytest.mark.parametrize("name", sorted(functions()))
def test_whatever_a_function_can_reach_is_in_its_layers(name: str) -> None:
    """Imports inside functions too: who lacks a layer has no way to the code that needs it."""
    (shape,) = [shape for shape in shapes(PRODUCTION) if shape.name == name]
    lists = _in_image(name) if shape.image else (LAYER, *shape.layers)
    pinned = set[str]().union(*map(_pinned, lists))
    known = packages_distributions()
    missing = {
        library
        for library in reached(f"functions.{name}.handler")[1]
        if (top := library.split(".")[0]) not in sys.stdlib_module_names | NOT_HERE
        and not {_spelled(found) for found in known.get(top, [])} & (pinned | IN_THE_RUNTIME | IN_AN_IMAGE)
    }
    assert not missing


def _in_image(name: str) -> list[str]:
    told = (ROOT / "functions" / name / "Dockerfile").read_text().partition("for list in ")[2]
    return told.partition(";")[0].split()


def _pinned(layer: str) -> set[str]:
    listed = (REQUIREMENTS / f"{layer}.txt").read_text()
    return {_spelled(found) for found in re.findall(r"^([\w.-]+)(?:\[.*\])?==", listed, re.MULTILINE)}


def _spelled(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
