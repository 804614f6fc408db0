"""The `wareloom` command at a terminal of its own: somebody sits there, reads, and types."""

import os
import subprocess
import sys
from dataclasses import dataclass
from select import select

from tests.support.command import Command

_WITHIN_S = 60


@dataclass
class Terminal:
    """What is typed and what is said both appear on it, as on a real one."""

    process: subprocess.Popen[bytes]
    ours: int
    seen: str = ""

    def read_until(self, words: str) -> None:
        """A prompt with the space after it: only then does nobody see any more what is typed."""
        while words not in self.seen:
            came = self._read()
            assert came, f"it ended without “{words}”: {self.seen}"
            self.seen += came

    def types(self, line: str) -> None:
        os.write(self.ours, f"{line}\n".encode())

    def ends(self) -> int:
        while came := self._read():
            self.seen += came
        os.close(self.ours)
        return self.process.wait(_WITHIN_S)

    def _read(self) -> str:
        ready, _, _ = select([self.ours], [], [], _WITHIN_S)
        assert ready, f"it says no more: {self.seen}"
        try:
            return os.read(self.ours, 4096).decode()
        except OSError:  # how Linux says that nobody holds the other end any more
            return ""


def at_terminal(command: Command, *arguments: str) -> Terminal:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "wareloom.cli", *arguments],
        env={**command.surroundings, "TERM": "xterm-mono", "NO_COLOR": "1"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,  # so that the terminal of whoever runs the tests is not asked
    )
    os.close(theirs)
    return Terminal(process, ours)
