"""Starting beside somebody else, after a crash, and twice at once."""

import os
import signal
import socket
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import psycopg
import pytest

from infra_cdk.local.cloud import Cloud
from infra_cdk.local.postgres import Postgres
from infra_cdk.local.state import Ports, State
from tests.support.engine import free_ports
from tests.support.ports import free_port
from wareloom.kit.errors import Rejected


@pytest.mark.parametrize("name", ["app", "engine", "postgres"])
def test_a_taken_port_is_named_with_its_holder_and_the_way_out(tmp_path: Path, name: str) -> None:
    ports = free_ports()
    port = int(getattr(ports, name))
    with socket.create_server(("127.0.0.1", port)), pytest.raises(Rejected) as refused:
        Cloud(State(tmp_path), ports).refuse_taken_ports()
    for said in (f"Port {port} is taken", f"process {os.getpid()}", f"{Ports.variable(name)}="):
        assert said in refused.value.reason


def test_free_ports_are_not_refused(tmp_path: Path) -> None:
    Cloud(State(tmp_path), free_ports()).refuse_taken_ports()


def test_a_port_once_chosen_is_kept_until_another_is(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.write("ports", {"app": 9100, "engine": 9101, "postgres": 9102})
    assert state.ports({}) == Ports(9100, 9101, 9102)
    assert state.ports({"WARELOOM_APP_PORT": "9200"}) == Ports(9200, 9101, 9102)


@pytest.mark.parametrize("said", ["web", "80", "70000"])
def test_a_port_that_is_none_is_refused(tmp_path: Path, said: str) -> None:
    with pytest.raises(Rejected, match="WARELOOM_APP_PORT"):
        State(tmp_path).ports({"WARELOOM_APP_PORT": said})


def test_two_commands_at_once_are_one_too_many(tmp_path: Path) -> None:
    with State(tmp_path).alone(), pytest.raises(Rejected, match="at work here"), State(tmp_path).alone():
        pass


def test_the_demo_login_is_for_its_owners_eyes(tmp_path: Path) -> None:
    State(tmp_path).write("demo", {"password": "made here"})
    assert (tmp_path / "demo.json").stat().st_mode & 0o077 == 0


def test_postgres_comes_back_with_its_rows_after_its_postmaster_was_killed() -> None:
    with TemporaryDirectory(prefix="wareloom-") as folder:
        server = Postgres(Path(folder) / "postgres", free_port(), durable=True)
        try:
            server.start()
            with _connect(server) as connection:
                connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
            _kill(server)
            server.start()
            with _connect(server) as connection:
                assert connection.execute("SELECT one FROM kept").fetchall() == [(1,)]
        finally:
            server.stop()


def test_postgres_wants_its_password() -> None:
    with TemporaryDirectory(prefix="wareloom-") as folder:
        server = Postgres(Path(folder) / "postgres", free_port(), durable=False)
        try:
            server.start()
            with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
                _connect(server, password="a guess")
        finally:
            server.stop()


def _connect(server: Postgres, password: str | None = None) -> psycopg.Connection:
    address = f"host=127.0.0.1 port={server.port} user={server.user} dbname={server.database}"
    return psycopg.connect(address, password=password or server.password, autocommit=True)


def _kill(server: Postgres) -> None:
    pid = server.pid
    assert pid
    postmaster = psutil.Process(pid)
    os.kill(pid, signal.SIGKILL)
    psutil.wait_procs([postmaster], timeout=10)
    assert not server.is_running()
