"""The schedule of one network: it is listened to for every followed subject whose time has come."""

from typing import Any

from wareloom.edge.job import job
from wareloom.kit.work import Work
from wareloom.social.listening.open_due import open_due


def _open(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    return {"network": event["network"], "asked": open_due(work, event["network"])}


handle = job(_open)
