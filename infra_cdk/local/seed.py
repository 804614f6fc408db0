"""The first start's demo: a login made for this machine, and the sample market collected through the app's own API."""

import json
import secrets
import time
from threading import Event
from typing import Any

from urllib3 import PoolManager, Retry
from urllib3.exceptions import HTTPError

from infra_cdk.local.show import Bar
from infra_cdk.local.state import State
from wareloom.kit.errors import Unavailable

EMAIL = "demo@wareloom.example"
_MARKET = {"marketplace": "sample", "target": "everything"}
_NO_TASK: dict[str, Any] = {}
_ENDED = ("succeeded", "failed", "cancelled")
_STALLS_AFTER_S = 180
_OK, _CREATED, _UNKNOWN, _CONFLICT = 200, 201, 404, 409


class Seed:
    def __init__(self, address: str, state: State) -> None:
        self._api = f"{address}/api/v1"
        self._state = state
        # Busy answers are asked again; anything else is for us to look at.
        busy = Retry(8, status_forcelist=(429, 503), allowed_methods=None, backoff_factor=0.3, raise_on_status=False)
        self._pool = PoolManager(retries=busy, timeout=60)
        self._token = ""

    @property
    def login(self) -> tuple[str, str] | None:
        kept = self._state.read("demo")
        return (kept["email"], kept["password"]) if "password" in kept else None

    def is_done(self) -> bool:
        return bool(self._state.read("demo").get("collected"))

    def sign_in(self) -> None:
        """Sign up on the first start; later, and after a start that was cut off, sign in."""
        email, password = self.login or (EMAIL, secrets.token_urlsafe(9))
        self._remember(email=email, password=password)  # before it is used: a login nobody knows helps nobody
        person = {"email": email, "password": password, "name": "Demo", "workspace": "Demo workshop"}
        status, said = self._ask("POST", "/auth/register", person)
        if status == _CONFLICT:
            status, said = self._ask("POST", "/auth/sign-in", {"email": email, "password": password})
        if status not in (_OK, _CREATED):
            raise Unavailable(f"The demo login could not be made: {_reason(status, said)}")
        self._token = said["access_token"]

    def collect(self, bar: Bar) -> str:
        """Watch the sample market and follow its first collection to the end. Gives a sentence on how it went."""
        status, said = self._ask("POST", "/watches", _MARKET)
        if status not in (_CREATED, _CONFLICT):
            raise Unavailable(f"The sample market could not be watched: {_reason(status, said)}")
        task = self._follow(self._open(), bar)
        if task["status"] != "succeeded":
            raise Unavailable(
                f"Collecting the sample market ended as {task['status']}: {task['reason']} "
                "The app is up; try the task again from its page, or with `make up`."
            )
        self._remember(collected=True)
        return f"{task['offers_seen']} offers"

    def _open(self) -> dict[str, Any]:
        """Go on with the task of a start that was cut off, or begin one."""
        known = self._state.read("demo").get("task_id")
        status, task = self._ask("GET", f"/tasks/{known}") if known else (_UNKNOWN, _NO_TASK)
        if status == _OK and task["status"] in ("failed", "cancelled"):
            status, task = self._ask("POST", f"/tasks/{known}/retry")
        if status != _OK:
            status, task = self._ask("POST", "/tasks", _MARKET)
        if status not in (_OK, _CREATED):
            raise Unavailable(f"The sample market could not be collected: {_reason(status, task)}")
        self._remember(task_id=task["id"])
        return task

    def _follow(self, task: dict[str, Any], bar: Bar) -> dict[str, Any]:
        pause, moved = Event(), time.monotonic()
        while task["status"] not in _ENDED:
            pause.wait(0.4)
            status, now = self._ask("GET", f"/tasks/{task['id']}")
            if status != _OK:
                raise Unavailable(f"The collection cannot be followed: {_reason(status, now)}")
            moved = time.monotonic() if now["updated_at"] != task["updated_at"] else moved
            if time.monotonic() - moved > _STALLS_AFTER_S:
                raise Unavailable(f"Collecting has stood still for {_STALLS_AFTER_S} seconds: see `make logs`.")
            task = now
            bar.set(task["pages_done"], task["pages_total"], f"{task['offers_seen']} offers")
        return task

    def _ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        headers = {"Content-Type": "application/json"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        sent = None if body is None else json.dumps(body)
        try:
            answer = self._pool.request(method, f"{self._api}{path}", body=sent, headers=headers)
        except HTTPError as error:
            raise Unavailable(f"The API does not answer: {error}. See `make logs`.") from error
        try:
            return answer.status, json.loads(answer.data or b"null")
        except ValueError:
            return answer.status, {"detail": answer.data[:200].decode(errors="replace")}

    def _remember(self, **more: Any) -> None:
        self._state.write("demo", self._state.read("demo") | more)


def _reason(status: int, problem: Any) -> str:
    """From a problem document, or from the little that API Gateway says itself."""
    told = next((problem[name] for name in ("detail", "title", "message") if problem and name in problem), "no reason")
    return f"{told} ({status})"
