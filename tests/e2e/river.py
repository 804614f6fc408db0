"""What a person does with the river of a deployed cloud, over HTTP."""

from typing import Any, Self

from infra_cdk.local.waiting import until
from tests.support.visitor import Visitor

OVER = ("succeeded", "failed", "stopped")
Row = dict[str, Any]


class Seller(Visitor):
    """Somebody with offers to go by, who runs the river and decides."""

    def collect(self, target: str = "everything") -> Self:
        ended = self.task_at_its_end(self.start(target))
        assert ended["status"] == "succeeded", ended
        return self

    def run(self, trends: int = 1) -> str:
        return self.post("/runs", {"trends": trends})["id"]

    def run_now(self, run_id: str) -> Row:
        return self.get(f"/runs/{run_id}")

    def run_that_is(self, run_id: str, *statuses: str, within_s: float = 240) -> Row:
        until(lambda: self.run_now(run_id)["status"] in statuses, within_s=within_s, every_s=0.2)
        found = self.run_now(run_id)
        assert found["status"] in statuses, found
        return found

    def designs(self, run_id: str, status: str | None = None) -> list[Row]:
        wanted = f"&status={status}" if status else ""
        return self.get(f"/designs?run_id={run_id}&limit=200{wanted}")["items"]

    def listings(self, **wanted: str) -> list[Row]:
        query = "&".join(f"{name}={value}" for name, value in wanted.items())
        return self.get(f"/listings?limit=200&{query}")["items"]

    def steps(self, run_id: str) -> list[Row]:
        found, cursor = list[Row](), ""
        while True:
            page = self.get(f"/runs/{run_id}/steps?limit=200{cursor}")
            found += page["items"]
            if page["next_cursor"] is None:
                return found
            cursor = f"&cursor={page['next_cursor']}"

    def approve(self, design_id: str) -> Row:
        return self.post(f"/designs/{design_id}/approve")

    def reject(self, design_id: str, reason: str = "Not for us") -> Row:
        return self.post(f"/designs/{design_id}/reject", {"reason": reason})


def stage(run: Row, verb: str) -> dict[str, int]:
    return next(one["counts"] for one in run["stages"] if one["verb"] == verb)
