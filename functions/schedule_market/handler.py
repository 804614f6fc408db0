"""The schedule of one marketplace: a task for every watched target whose time has come."""

from typing import Any

from wareloom.edge.job import job
from wareloom.kit.work import Work
from wareloom.market.open_due import open_due


def _open(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    return {"marketplace": event["marketplace"], "opened": open_due(work, event["marketplace"])}


handle = job(_open)
