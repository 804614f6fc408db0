"""Nobody decided in time: the design is closed, and the run goes on without it."""

from typing import Any
from uuid import UUID

from wareloom.designs.approve import expire
from wareloom.edge.job import job
from wareloom.kit.work import Work


def _expire(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    return {"decision": expire(work, UUID(event["subject_id"])).status}


handle = job(_expire)
