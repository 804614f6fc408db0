"""The whole local cloud in a temporary folder, for tests that want all of it: as `make up` makes it, on other ports."""

import fcntl
import json
import os
import signal
import socket
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from types import TracebackType
from typing import IO, Self

import psutil

from infra_cdk.local import site
from infra_cdk.local.cloud import Cloud
from infra_cdk.local.seed import Seed
from infra_cdk.local.show import Screen
from infra_cdk.local.state import Ports, State
from tests.support.ports import free_port

# Templates contain the ports, so test runs that share ports share templates, which take seconds to make.
_FIRST, _SETS = 28700, 20


def free_ports() -> Ports:
    """Any ports, for tests that deploy no template of ours."""
    return Ports(app=free_port(), engine=free_port(), postgres=free_port())


class LocalCloud(Cloud):
    """`with LocalCloud(...) as cloud:` starts PostgreSQL and the engine, deploys, migrates and opens the front door."""

    def __init__(
        self,
        *,
        auth: bool = False,
        with_site: bool = False,
        seeded: bool = False,
        context: Mapping[str, str] | None = None,
    ) -> None:
        self._folder = TemporaryDirectory(prefix="wareloom-cloud-", ignore_cleanup_errors=True)
        self._lock, ports = _claim_ports()
        self._with_site = with_site
        self._seeded = seeded
        # Durable, for tests kill PostgreSQL: what was committed must be there afterwards.
        super().__init__(State(Path(self._folder.name)), ports, durable=True, enforce_iam=auth, context=context)

    def __enter__(self) -> Self:
        try:
            self.bring_up()
            if self._seeded:
                self.seed()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def bring_up(self) -> None:
        """What `make up` does; also again, after something was killed."""
        if not self.postgres.is_running():
            self.postgres.start()
        if not self.engine.is_running():
            self.engine.start()
        assembly, _ = self.synthesise()
        self.deploy(assembly)
        self.migrate()
        if self._with_site:
            self.put_site(site.build()[0])
        self.open_door()
        self.nudge()

    def seed(self) -> tuple[str, str]:
        """The demo market, collected. Gives the login."""
        seed = Seed(self.address, self.state)
        seed.sign_in()
        with Screen().bar("Sample market") as bar:
            seed.collect(bar)
        login = seed.login
        assert login
        return login

    def close(self) -> None:
        self.stop()
        self._lock.close()
        self._folder.cleanup()

    def revoke(self, function: str, action: str) -> int:
        """Take one right from a function's role, as if it had never been granted. Says how many statements fell."""
        iam, name = self.aws.client("iam"), f"wareloom-local-{function}"
        arn = self.aws.client("lambda").get_function_configuration(FunctionName=name)["Role"]
        role, fallen = arn.rpartition("/")[2], 0
        for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
            document = iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]
            kept = [one for one in document["Statement"] if action not in _listed(one["Action"])]
            fallen += len(document["Statement"]) - len(kept)
            written = json.dumps(document | {"Statement": kept})
            iam.put_role_policy(RoleName=role, PolicyName=policy, PolicyDocument=written)
        return fallen

    def kill_engine(self) -> None:
        self.engine.kill()

    def kill_postgres(self) -> None:
        pid = self.postgres.pid
        assert pid, "PostgreSQL does not run"
        postmaster = psutil.Process(pid)
        os.kill(pid, signal.SIGKILL)
        psutil.wait_procs([postmaster], timeout=10)

    def kill_workers(self, *functions: str) -> int:
        """Of these functions, or of all. How many environments there were."""
        wanted = {f"functions.{name}.handler.handle" for name in functions}
        workers = [one for one in self.engine.workers() if not wanted or wanted & set(one.cmdline())]
        for worker in workers:
            worker.kill()
        psutil.wait_procs(workers, timeout=10)
        return len(workers)


def _listed(action: str | list[str]) -> list[str]:
    return [action] if isinstance(action, str) else action


def _claim_ports() -> tuple[IO[str], Ports]:
    """A set of three that nobody uses, held by a lock for as long as the cloud lives."""
    for first in range(_FIRST, _FIRST + 10 * _SETS, 10):
        lock = (Path(gettempdir()) / f"wareloom-ports-{os.getuid()}-{first}").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            continue
        if all(_is_free(port) for port in range(first, first + 3)):
            return lock, Ports(app=first, engine=first + 1, postgres=first + 2)
        lock.close()
    raise RuntimeError("no three ports are free for a test's cloud")


def _is_free(port: int) -> bool:
    with socket.socket() as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
