"""The schedule of one marketplace: a task for every target that somebody watches."""

from typing import Any

from wareloom.edge.job import job
from wareloom.kit.work import Work
from wareloom.market.open import open_scheduled


def _open(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    return {"marketplace": event["marketplace"], "opened": open_scheduled(work, event["marketplace"])}


handle = job(_open)
