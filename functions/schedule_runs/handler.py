"""Every day: a run for each workspace that wants one."""

from typing import Any

from wareloom.edge.job import job
from wareloom.kit.work import Work
from wareloom.runs.open import open_scheduled


def _schedule(work: Work, _event: dict[str, Any]) -> dict[str, Any]:
    return {"opened": open_scheduled(work)}


handle = job(_schedule)
