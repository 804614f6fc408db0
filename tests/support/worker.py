"""A worker in a process of its own: the same handler in the same environment, beside the one under test."""

import json
import subprocess
import sys
from typing import Any

_CODE = """
import importlib, json, sys
handle = importlib.import_module(f"functions.{sys.argv[1]}.handler").handle
print(json.dumps(handle(json.loads(sys.argv[2]), None)))
"""


class Worker:
    def __init__(self, function: str, event: dict[str, Any]) -> None:
        command = [sys.executable, "-c", _CODE, function, json.dumps(event)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()

    def answer(self) -> dict[str, Any]:
        said, _ = self._process.communicate(timeout=120)
        answer: dict[str, Any] = json.loads(said.splitlines()[-1])
        return answer

    def error(self) -> str:
        """What it ended with: the last line of its traceback."""
        _, said = self._process.communicate(timeout=120)
        assert self._process.returncode, "it did not fail"
        return said.splitlines()[-1]
