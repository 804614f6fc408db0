"""Starting and stopping the local engine, a child process with a log of its own. Only what we started is ended."""

import shutil
import subprocess
import sys

import psutil
from urllib3 import PoolManager
from urllib3.exceptions import HTTPError

from infra_cdk.local.clients import ASSETS, CREDENTIALS, Aws, clean_environment
from infra_cdk.local.processes import end, inside, recognised
from infra_cdk.local.repairs import RUN
from infra_cdk.local.state import ROOT, Ports, State
from infra_cdk.local.synth import fingerprint
from infra_cdk.local.waiting import until
from wareloom.kit.errors import Unavailable

_MODULE = "infra_cdk.local.launch"
_READY_WITHIN_S = 60
_OK = 200
_AT_ONCE = "16"
"""How many functions may run at the same time. Without a limit a burst starts a hundred processes."""


class Engine:
    def __init__(self, state: State, ports: Ports, *, enforce_iam: bool = False) -> None:
        self._state = state
        self._ports = ports
        self._enforce_iam = enforce_iam
        self.aws = Aws(ports.engine)
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        process = self._process()
        return process.pid if process else None

    def is_running(self) -> bool:
        return self._process() is not None

    def is_outdated(self) -> bool:
        """Whether it runs what was here before a change of the engine's own code or pins."""
        return self.is_running() and self._state.read("engine").get("made_of") != _made_of()

    def start(self) -> None:
        """Empty but for the buckets: stacks and functions are deployed anew, rows and objects are what lasts."""
        self._clear_away()
        self._state.scratch.mkdir(parents=True, exist_ok=True)
        for uploaded in self._state.objects.glob(f"*/{ASSETS}"):
            shutil.rmtree(uploaded)  # code of former deployments, which nothing will ask for again
        log = self._state.engine_log
        if log.exists():
            log.replace(log.with_suffix(".log.before"))
        with log.open("wb") as written:
            self._child = process = subprocess.Popen(
                [sys.executable, "-m", _MODULE, str(self._state.folder)],
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
                cwd=self._state.scratch,
                env=self._environment(),
                start_new_session=True,  # so that ^C in the terminal is ours to answer
            )
        self._state.write("engine", {"pid": process.pid, "made_of": _made_of()})
        self._await_ready(process)

    def stop(self) -> None:
        process = self._process()
        if process:
            end([process])
        self._clear_away()
        self._bury()

    def kill(self) -> None:
        """As if the machine had taken it away: for tests of what is left then."""
        if process := self._process():
            process.kill()
            psutil.wait_procs([process], timeout=10)
        self._bury()

    def workers(self) -> list[psutil.Process]:
        """The running environments of our functions."""
        return inside(self._state.scratch, str(RUN))

    def _process(self) -> psutil.Process | None:
        pid = self._state.read("engine").get("pid")
        return recognised(pid, [_MODULE, str(self._state.folder)]) if pid else None

    def _bury(self) -> None:
        """Whoever started it in this very process must ask how it ended."""
        if self._child:
            self._child.wait()
            self._child = None

    def _clear_away(self) -> None:
        """Functions outlive an engine that was killed, until they want to tell it something."""
        end(self.workers(), patience_s=1)
        self._state.forget("engine")
        self._state.forget("front-door")

    def _environment(self) -> dict[str, str]:
        """Its default is to listen to the whole network, which would let anyone there run code here."""
        port = str(self._ports.engine)
        scratch = str(self._state.scratch)
        return clean_environment(
            CREDENTIALS
            | {
                "HOME": scratch,
                "TMPDIR": scratch,
                "PYTHONPATH": f"{ROOT}:{ROOT / 'shared'}",
                "PYTHONUNBUFFERED": "1",
                "BIND_HOST": "127.0.0.1",
                "MINISTACK_HOST": "localhost",
                "GATEWAY_PORT": port,
                "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
                "AUTH": "true" if self._enforce_iam else "false",
                "S3_PERSIST": "1",
                "S3_DATA_DIR": str(self._state.objects),
                "LAMBDA_ACCOUNT_CONCURRENCY": _AT_ONCE,
                "IOT_MTLS_ENABLED": "0",
                "SFTP_ENABLED": "0",
                "LOG_LEVEL": "INFO",
                "WARELOOM_APP_PORT": str(self._ports.app),
                "WARELOOM_FRONT_DOOR": str(self._state.front_door),
            }
        )

    def _await_ready(self, process: subprocess.Popen[bytes]) -> None:
        until(lambda: self._answers() or process.poll() is not None, within_s=_READY_WITHIN_S)
        if process.poll() is None and self._answers():
            return
        process.kill()
        words = self._state.engine_log.read_text(errors="replace").splitlines()[-5:]
        raise Unavailable(
            f"The local engine did not start. Its last words, from {self._state.engine_log}:\n" + "\n".join(words)
        )

    def _answers(self) -> bool:
        with PoolManager(retries=False, timeout=2) as pool:
            try:
                return pool.request("GET", f"{self.aws.address}/_ministack/ready").status == _OK
            except HTTPError:
                return False


def _made_of() -> str:
    return fingerprint(ROOT, ("infra_cdk/local/*.py", "requirements/dev.txt"), sys.version)
