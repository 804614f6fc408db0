"""Processes that are ours, and who stands where we want to stand. Nothing is ended that was not recognised first."""

import socket
from collections.abc import Iterable, Sequence
from pathlib import Path

import psutil

from infra_cdk.local.state import Ports
from wareloom.kit.errors import Rejected

_PATIENCE_S = 8


def recognised(pid: int, marks: Sequence[str]) -> psutil.Process | None:
    """The process of that number, if its command line bears all the marks: numbers are given out again."""
    try:
        found = psutil.Process(pid)
        said = found.cmdline()
    except psutil.Error:
        return None
    return found if all(mark in said for mark in marks) else None


def inside(folder: Path, mark: str) -> list[psutil.Process]:
    """Processes that work inside a folder of ours and bear the mark in their command line."""

    def is_ours(process: psutil.Process) -> bool:
        try:
            return mark in process.cmdline() and Path(process.cwd()).is_relative_to(folder)
        except psutil.Error:
            return False

    return [process for process in psutil.process_iter() if is_ours(process)]


def end(processes: Iterable[psutil.Process], patience_s: float = _PATIENCE_S) -> None:
    """Ask each to end, and insist when it does not."""
    asked: list[psutil.Process] = []
    for process in processes:
        try:
            process.terminate()
            asked.append(process)
        except psutil.NoSuchProcess:
            continue
    _, staying = psutil.wait_procs(asked, timeout=patience_s)
    for process in staying:
        process.kill()
    psutil.wait_procs(staying, timeout=patience_s)


def refuse_taken(port: int, name: str) -> None:
    """One sentence for the person whose port is taken: which, by whom, and how to choose another."""
    if _is_free(port):
        return
    variable = Ports.variable(name)
    raise Rejected(
        f"Port {port} is taken{_by_whom(port)}, and {_WHAT[name]} needs it. "
        f"End that, or choose another port: `{variable}={_a_free_port(near=port)} make up`."
    )


_WHAT = {"app": "the app", "engine": "the local engine", "postgres": "PostgreSQL"}


def _is_free(port: int) -> bool:
    with socket.socket() as asking:
        asking.settimeout(1)
        if asking.connect_ex(("127.0.0.1", port)) == 0:
            return False
    with socket.socket() as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _by_whom(port: int) -> str:
    """Known only for our own processes, or when we are root."""
    try:
        holders = {
            found.pid
            for found in psutil.net_connections("tcp")
            if found.status == psutil.CONN_LISTEN and found.laddr and found.laddr[1] == port and found.pid
        }
        return "".join(f" by {psutil.Process(pid).name()} (process {pid})" for pid in sorted(holders)[:1])
    except psutil.Error:
        return ""


def _a_free_port(near: int) -> int:
    return next((port for port in range(near + 10, near + 200) if port <= 65535 and _is_free(port)), near + 10)
