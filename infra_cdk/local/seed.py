"""The first start's demo, through the app's own API: a login, subjects that the sample network talks of, the sample
market, and one run down the river."""

import json
import secrets
import time
from collections.abc import Callable
from datetime import timedelta
from threading import Event
from typing import Any

from urllib3 import PoolManager, Retry
from urllib3.exceptions import HTTPError

from infra_cdk.local.show import Bar
from infra_cdk.local.state import State
from wareloom.kit import clock
from wareloom.kit.errors import Unavailable

EMAIL = "demo@wareloom.example"
_MARKET = {"marketplace": "sample", "target": "everything"}
_SUBJECTS = ("marine biology", "beekeeping", "chess club")
"""Much is said of them on the sample network, whenever its world begins."""
_STRICT = {"enter": 0.04, "leave": 0.02, "min_sample": 10, "window_hours": 24, "cooldown_hours": 6}
"""For the first of them: a little grumbling is enough, so that there is an alert to look at."""
_NOTHING: dict[str, Any] = {}
_ENDED = ("succeeded", "failed", "cancelled")
_STALLS_AFTER_S = 180
_HEARD = timedelta(days=31)
_TRENDS = 3
"""Of the first run: nine designs to look at, in less time than it takes to make tea."""
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

    @property
    def has_collected(self) -> bool:
        return bool(self._state.read("demo").get("collected"))

    @property
    def has_designs(self) -> bool:
        return bool(self._state.read("demo").get("designed"))

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

    def listen(self) -> str:
        """Follow some subjects; what is said of them comes in while the rest goes on. Gives what is followed."""
        if self._state.read("demo").get("listening"):
            return "already followed"  # whoever has unfollowed one since meant it
        followed = [self._must("POST", "/subjects", {"words": words}) for words in _SUBJECTS]
        self._must("PUT", f"/alert-rules/negative?subject={followed[0]['id']}", _STRICT)
        self._remember(listening=True)
        return ", ".join(_SUBJECTS)

    def heard(self) -> str:
        """A sentence on how many posts were read so far."""
        told = self._must("GET", "/pulse?since=" + (clock.now() - _HEARD).isoformat().replace("+00:00", "Z"))["items"]
        posts = sum(one["posts"] for one in told)
        return f"{posts} posts about {len(told)} subjects" if posts else "posts come in as they are heard"

    def collect(self, bar: Bar) -> str:
        """Watch the sample market and follow its first collection to the end. Gives a sentence on how it went."""
        status, said = self._ask("POST", "/watches", _MARKET)
        if status not in (_CREATED, _CONFLICT):
            raise Unavailable(f"The sample market could not be watched: {_reason(status, said)}")
        task = self._follow(
            self._open(),
            "tasks",
            lambda now: now["status"] in _ENDED,
            lambda now: bar.set(now["pages_done"], now["pages_total"], f"{now['offers_seen']} offers"),
        )
        if task["status"] != "succeeded":
            raise Unavailable(
                f"Collecting the sample market ended as {task['status']}: {task['reason']} "
                "The app is up; try the task again from its page, or with `make up`."
            )
        self._remember(collected=True)
        return f"{task['offers_seen']} offers"

    def design(self, bar: Bar) -> str:
        """One run over the best trends, until only people can go on. Gives a sentence on how it went."""
        run = self._follow(self._begin(), "runs", _people_can_go_on, lambda now: _show_run(now, bar))
        waiting = _stage(run, "approve").get("counts", {}).get("waiting", 0)
        if run["status"] == "failed" and not waiting:
            raise Unavailable(f"The first run failed: {run['reason']} The app is up; resume the run from its page.")
        self._remember(designed=True)
        return f"{waiting} designs wait for your yes"

    def _open(self) -> dict[str, Any]:
        """Go on with the task of a start that was cut off, or begin one."""
        known = self._state.read("demo").get("task_id")
        status, task = self._ask("GET", f"/tasks/{known}") if known else (_UNKNOWN, _NOTHING)
        if status == _OK and task["status"] in ("failed", "cancelled"):
            status, task = self._ask("POST", f"/tasks/{known}/retry")
        if status != _OK:
            status, task = self._ask("POST", "/tasks", _MARKET)
        if status not in (_OK, _CREATED):
            raise Unavailable(f"The sample market could not be collected: {_reason(status, task)}")
        self._remember(task_id=task["id"])
        return task

    def _begin(self) -> dict[str, Any]:
        """Go on with the run of a start that was cut off, or begin one."""
        known = self._state.read("demo").get("run_id")
        status, run = self._ask("GET", f"/runs/{known}") if known else (_UNKNOWN, _NOTHING)
        if status == _OK and run["status"] in ("failed", "stopped"):
            status, run = self._ask("POST", f"/runs/{known}/resume")
        if status != _OK:
            status, run = self._ask("POST", "/runs", {"trends": _TRENDS})
        if status not in (_OK, _CREATED):
            raise Unavailable(f"The first run could not be started: {_reason(status, run)}")
        self._remember(run_id=run["id"])
        return run

    def _follow(
        self, row: dict[str, Any], noun: str, is_over: Callable[[dict[str, Any]], bool], show: Callable[[Any], None]
    ) -> dict[str, Any]:
        pause, moved = Event(), time.monotonic()
        while not is_over(row):
            pause.wait(0.4)
            status, now = self._ask("GET", f"/{noun}/{row['id']}")
            if status != _OK:
                raise Unavailable(f"It cannot be followed: {_reason(status, now)}")
            moved = time.monotonic() if now["updated_at"] != row["updated_at"] else moved
            if time.monotonic() - moved > _STALLS_AFTER_S:
                raise Unavailable(f"It has stood still for {_STALLS_AFTER_S} seconds: see `make logs`.")
            row = now
            show(row)
        return row

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

    def _must(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        status, said = self._ask(method, path, body)
        if status not in (_OK, _CREATED):
            raise Unavailable(f"The sample network could not be followed: {_reason(status, said)}")
        return said

    def _remember(self, **more: Any) -> None:
        self._state.write("demo", self._state.read("demo") | more)


def _people_can_go_on(run: dict[str, Any]) -> bool:
    return run["status"] not in ("queued", "running")


def _stage(run: dict[str, Any], verb: str) -> dict[str, Any]:
    return next((stage for stage in run["stages"] if stage["verb"] == verb), _NOTHING)


def _show_run(run: dict[str, Any], bar: Bar) -> None:
    drawing = _stage(run, "generate")
    doing = next((stage["title"] for stage in reversed(run["stages"]) if "running" in stage["counts"]), "beginning")
    bar.set(drawing["counts"].get("done", 0), drawing["total"] or None, doing.lower())


def _reason(status: int, problem: Any) -> str:
    """From a problem document, or from the little that API Gateway says itself."""
    told = next((problem[name] for name in ("detail", "title", "message") if problem and name in problem), "no reason")
    return f"{told} ({status})"
