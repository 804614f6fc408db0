"""The last step: the run succeeded, or failed with its first reason."""

from typing import Any
from uuid import UUID

from wareloom.edge.job import job
from wareloom.kit.errors import Conflict
from wareloom.kit.work import Work
from wareloom.runs.finish import finish
from wareloom.runs.models import Run


def _finish(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    run_id = UUID(event["run_id"])
    try:
        return {"status": finish(work, run_id)}
    except Conflict:  # stopped by a person meanwhile, or asked twice
        return {"status": work.session.get_one(Run, run_id).status}


handle = job(_finish)
