"""Every few minutes: rows still waiting are nudged again, and what can no longer be used is forgotten.

`{"at_once": true}` passes over the patience: after a restart of the queues every open row has lost its message.
"""

from datetime import timedelta
from typing import Any

from wareloom.edge.job import job
from wareloom.kit.work import Work
from wareloom.live.sweep import sweep_live
from wareloom.market.sweep import PATIENCE, sweep_tasks


def _sweep(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    sweep_live(work)
    return {"tasks": sweep_tasks(work, patience=timedelta() if event.get("at_once") else PATIENCE)}


handle = job(_sweep)
