"""Importing a handler, against a bare script that imports only the libraries which that handler's work needs."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import MACHINE, Figure, in_turns

ROOT = Path(__file__).parents[2]
ROUNDS = 9

_ROWS = "sqlalchemy.orm, sqlalchemy.dialects.postgresql, pydantic, orjson, uuid_utils.compat"
_LOGS = "aws_lambda_powertools.logging.formatter"
_WORKER = f"import {_ROWS}, {_LOGS}"
_API = f"import {_ROWS}, {_LOGS}, fastapi, fastapi.middleware.cors, mangum"
NEEDS = {"api": _API, "migrate_database": f"import sqlalchemy, pydantic, {_LOGS}"}


def figures() -> Iterator[Figure]:
    handlers = sorted(path.parent.name for path in ROOT.glob("functions/*/handler.py"))
    bare = {NEEDS.get(name, _WORKER) for name in handlers}
    scripts = {name: f"import functions.{name}.handler" for name in handlers} | {need: need for need in bare}
    for script in scripts.values():
        _import(script)()  # writes the bytecode that every later run reads
    taken = in_turns({name: _import(script) for name, script in scripts.items()}, rounds=ROUNDS)
    for name in handlers:
        need = NEEDS.get(name, _WORKER)
        yield Figure(f"import of {name}", taken[name] * 1000, "ms", MACHINE)
        yield Figure(f"import of {name}", taken[name] / taken[need], "×", f"a bare script: {need}")


def _import(script: str) -> Callable[[], float]:
    timed = f"import time; began = time.perf_counter(); {script}; print(time.perf_counter() - began)"
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT / 'shared'}{os.pathsep}{ROOT}",
    }

    def measure() -> float:
        done = subprocess.run(
            [sys.executable, "-c", timed], env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return float(done.stdout)

    return measure
