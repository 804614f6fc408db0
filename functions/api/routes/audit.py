from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import ConfigDict

from functions.api.answers import Out, Paged, answer
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, OpenWork, Viewer
from wareloom.audit import queries
from wareloom.audit.verify import verify

router = APIRouter(prefix="/audit", tags=["audit"])
Filter = Annotated[str | None, Query(max_length=100)]


class AuditEntryOut(Out):
    model_config = ConfigDict(title="AuditEntry")

    number: int
    at: datetime
    actor: str
    act: str
    subject: str
    facts: dict[str, Any]
    digest: str


class VerificationOut(Out):
    model_config = ConfigDict(title="Verification")

    intact: bool
    entries: int
    broken_at: int | None


@router.get("", response_model=Paged[AuditEntryOut])
async def list_audit_entries(
    request: Request,
    work: OpenWork,
    who: Viewer,
    actor: Filter = None,
    act: Filter = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.entries(work.session, who.tenant_id, actor=actor, act=act, cursor=cursor, limit=limit)
    items = [
        AuditEntryOut(
            number=entry.number,
            at=entry.at,
            actor=entry.actor,
            act=entry.act,
            subject=entry.subject,
            facts=entry.facts,
            digest=entry.digest.hex(),
        )
        for entry in page.items
    ]
    return answer(request, Paged[AuditEntryOut](items=items, next_cursor=page.next_cursor))


@router.get("/verification", response_model=VerificationOut)
async def verify_audit(request: Request, work: OpenWork, who: Viewer) -> Response:
    return answer(request, VerificationOut.model_validate(verify(work.session, who.tenant_id)))
