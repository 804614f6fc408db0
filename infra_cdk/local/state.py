"""What the laptop's cloud keeps between starts: one folder with the data, the ports, the logs and the demo login."""

import fcntl
import json
import os
import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from wareloom.kit import clock
from wareloom.kit.errors import Rejected

_HISTORY = timedelta(days=180)

ROOT = Path(__file__).parents[2]
SHARED = ROOT / ".wareloom"
"""What is made from the sources alone, and so may be shared by every state folder of this checkout."""


@dataclass(frozen=True)
class Ports:
    app: int = 8700
    engine: int = 8701
    postgres: int = 8702

    @staticmethod
    def variable(name: str) -> str:
        return f"WARELOOM_{name.upper()}_PORT"


class State:
    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    @classmethod
    def here(cls, environ: Mapping[str, str] = os.environ) -> "State":
        return cls(Path(environ.get("WARELOOM_HOME") or SHARED).expanduser())

    @property
    def postgres(self) -> Path:
        return self.folder / "postgres"

    @property
    def objects(self) -> Path:
        return self.folder / "objects"

    @property
    def scratch(self) -> Path:
        """The engine's temporary folder: functions run inside it, which is how we know them."""
        return self.folder / "scratch"

    @property
    def engine_log(self) -> Path:
        return self.folder / "engine.log"

    @property
    def front_door(self) -> Path:
        return self.folder / "front-door.json"

    def ports(self, environ: Mapping[str, str] = os.environ) -> Ports:
        """As chosen now, else as kept, else the usual ones."""
        chosen = asdict(Ports()) | self.read("ports")
        for name in chosen:
            if said := environ.get(Ports.variable(name)):
                chosen[name] = _port(Ports.variable(name), said)
        if len(set(chosen.values())) != len(chosen):
            raise Rejected(f"The app, the engine and PostgreSQL need three different ports, not {chosen}.")
        return Ports(**chosen)

    def first_day(self) -> date:
        """Where the sample market's world begins here. Chosen once: another first day is another world."""
        kept = self.read("world").get("first_day")
        if kept is None:
            kept = (clock.now().date() - _HISTORY).isoformat()
            self.write("world", {"first_day": kept})
        return date.fromisoformat(kept)

    def read(self, name: str) -> dict[str, Any]:
        file = self.folder / f"{name}.json"
        return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}

    def write(self, name: str, kept: Mapping[str, Any]) -> None:
        """Whole or not at all, and readable by nobody else: a demo login may be in it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        beside = self.folder / f"{name}.json.new"
        beside.touch(mode=0o600)
        beside.write_text(json.dumps(dict(kept), indent=2), encoding="utf-8")
        beside.rename(self.folder / f"{name}.json")

    def forget(self, name: str) -> None:
        (self.folder / f"{name}.json").unlink(missing_ok=True)

    @contextmanager
    def alone(self) -> Generator[None]:
        """One command at a time may start or stop things. The lock goes with whoever holds it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as taken:
                raise Rejected("Another `make up`, `down` or `reset` is at work here: wait for it to end.") from taken
            yield

    def delete(self) -> None:
        """The data and what belongs to it. Layers, templates and other things made from the sources stay."""
        for one in (self.postgres, self.objects, self.scratch):
            if one.exists():
                shutil.rmtree(one)
        for file in (*self.folder.glob("*.json"), *self.folder.glob("engine.log*")):
            file.unlink(missing_ok=True)


def _port(variable: str, said: str) -> int:
    if not said.isdigit() or not 1024 <= int(said) <= 65535:
        raise Rejected(f"{variable} is “{said}”; it must be a port from 1024 to 65535.")
    return int(said)
