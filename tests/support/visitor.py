"""Somebody who uses the deployed cloud over HTTP, as a browser or a program would."""

import json
from typing import Any, Self

from urllib3 import PoolManager, Retry

from infra_cdk.local.waiting import until
from tests.support.factories import PASSWORD, an_email

ENDED = ("succeeded", "failed", "cancelled")


class Visitor:
    def __init__(self, address: str) -> None:
        self.address = address
        self.email = an_email()
        self.token = ""
        self._pool = PoolManager()
        # A cloud that has just been killed answers again in a moment.
        self._patience = Retry(20, status_forcelist=(502, 503), allowed_methods=None, backoff_factor=0.1)

    def ask(self, method: str, path: str, body: Any = None, *, patient: bool = True) -> tuple[int, Any]:
        headers = {"Content-Type": "application/json"} | (
            {"Authorization": f"Bearer {self.token}"} if self.token else {}
        )
        sent = json.dumps(body) if body is not None else None
        retries = self._patience if patient else False
        address = f"{self.address}/api/v1{path}"
        answer = self._pool.request(method, address, body=sent, headers=headers, timeout=60, retries=retries)
        return answer.status, json.loads(answer.data or b"null")

    def get(self, path: str) -> Any:
        status, said = self.ask("GET", path)
        assert status == 200, said
        return said

    def post(self, path: str, body: Any = None) -> Any:
        status, said = self.ask("POST", path, body)
        assert status in {200, 201}, said
        return said

    def register(self) -> Self:
        said = {"email": self.email, "password": PASSWORD, "name": "Ada", "workspace": "Paper Fox Prints"}
        self.token = self.post("/auth/register", said)["access_token"]
        return self

    def sign_in(self) -> Self:
        self.token = self.post("/auth/sign-in", {"email": self.email, "password": PASSWORD})["access_token"]
        return self

    def start(self, target: str = "everything", marketplace: str = "sample") -> str:
        return self.post("/tasks", {"marketplace": marketplace, "target": target})["id"]

    def task(self, task_id: str) -> dict[str, Any]:
        return self.get(f"/tasks/{task_id}")

    def task_that_has(self, task_id: str, *, pages: int, within_s: float = 60) -> dict[str, Any]:
        until(lambda: self.task(task_id)["pages_done"] >= pages, within_s=within_s)
        found = self.task(task_id)
        assert found["pages_done"] >= pages, found
        return found

    def task_at_its_end(self, task_id: str, *, within_s: float = 240) -> dict[str, Any]:
        until(lambda: self.task(task_id)["status"] in ENDED, within_s=within_s, every_s=0.3)
        found = self.task(task_id)
        assert found["status"] in ENDED, found
        return found
