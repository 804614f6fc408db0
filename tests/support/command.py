"""The `wareloom` command as a shell runs it: a process with arguments, streams, an environment and a status."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_SHARED = Path(__file__).parents[2] / "shared"
_WITHIN_S = 60


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Command:
    """On a machine of its own: `home` is the only folder it knows."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict[str, str])

    def __call__(self, *arguments: str, stdin: str | bytes = "", **environment: str) -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        process = self.start(*arguments, **environment)
        out, err = process.communicate(given, timeout=_WITHIN_S)
        return Ran(process.returncode, out.decode(), err.decode())

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            # A shell that runs the tests in the background has Control-C ignored by all that they start.
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return subprocess.Popen(
            [sys.executable, "-m", "wareloom.cli", *arguments],
            env=self.surroundings | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,  # a line that was read ahead would be lost to `communicate`
        )

    @property
    def surroundings(self) -> dict[str, str]:
        known = {"PATH": os.environ["PATH"], "PYTHONPATH": str(_SHARED), "HOME": str(self.home)}
        return {**known, "COLUMNS": "80", "TZ": "UTC", **self.environment}

    @property
    def credentials(self) -> Path:
        return self.home / ".config" / "wareloom" / "credentials.json"
