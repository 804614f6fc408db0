"""What a state could not do and nobody will try again by itself: its reason is kept where people look for it."""

from typing import Any
from uuid import UUID

from wareloom.edge.job import job
from wareloom.kit.work import Work
from wareloom.listings.publish import give_up
from wareloom.runs.fail import fail_run, fail_step, in_words


def _record(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    run_id, error, cause = UUID(event["run_id"]), str(event.get("error", "")), str(event.get("cause", ""))
    if "subject_id" not in event:
        fail_run(work, run_id, error=error, cause=cause)
        return {"outcome": "failed"}
    subject_id = UUID(event["subject_id"])
    fail_step(work, run_id, event["verb"], subject_id, error=error, cause=cause)
    if event["verb"] == "publish":
        give_up(work, subject_id, in_words(error, cause))
    return {"outcome": "failed", "ids": []}


handle = job(_record)
