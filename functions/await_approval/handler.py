"""The state machine stands before a design and hands over the token that a person's answer will carry."""

from typing import Any
from uuid import UUID

from wareloom.designs.approve import await_approval
from wareloom.edge.job import job
from wareloom.kit.work import Work


def _await(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    stands = await_approval(work, UUID(event["run_id"]), UUID(event["subject_id"]), event["token"])
    return {"design": event["subject_id"], "stands": stands}


handle = job(_await)
