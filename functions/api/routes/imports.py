import csv
from collections.abc import Iterable
from io import StringIO
from uuid import UUID

from fastapi import APIRouter, Request, Response

from functions.api.answers import Listing, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.upload_shapes import (
    BadRowOut,
    ImportOut,
    KindOut,
    NewImportIn,
    NewImportOut,
    PreviewOut,
    StartIn,
    Status,
    WishesIn,
)
from wareloom.market.exports.encoders.comma_separated import guarded
from wareloom.market.imports.kinds.registry import KINDS
from wareloom.market.imports.open_import import open_import
from wareloom.market.imports.start_import import preview_import, start_import
from wareloom.market.imports.undo import undo
from wareloom.market.uploads import queries
from wareloom.market.uploads.cancel import cancel
from wareloom.market.uploads.models import BadRow, Import
from wareloom.market.uploads.retry import retry

router = APIRouter(prefix="/imports", tags=["market"])
_MOST_CHARACTERS = 900_000
"""Each may take six bytes of the 6 MB that an answer has."""


@router.get("", response_model=Paged[ImportOut])
async def list_imports(
    request: Request,
    work: OpenWork,
    who: Viewer,
    status: Status | None = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.uploads(work.session, Import, who.tenant_id, status=status, cursor=cursor, limit=limit)
    return paged(request, page, ImportOut.of)


@router.post("", status_code=201, response_model=NewImportOut)
async def create_import(request: Request, work: OpenWork, who: Member, said: NewImportIn) -> Response:
    """Announce a file. It is posted with the form that comes back, and then started."""
    row, form = open_import(
        work, tenant_id=who.tenant_id, actor=who.actor, kind=said.kind, name=said.name, size=said.size
    )
    response = answer(request, NewImportOut.opened(row, form), 201)
    response.headers["Location"] = f"{request.url.path}/{row.id}"
    response.headers["Cache-Control"] = "no-store"
    return response


@router.get("/kinds", response_model=Listing[KindOut])
async def list_import_kinds(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - asking needs a sign-in
    return answer(request, Listing[KindOut](items=[KindOut.of(kind) for kind in KINDS.values()]))


@router.get("/{import_id}", response_model=ImportOut)
async def read_import(request: Request, work: OpenWork, who: Viewer, import_id: UUID) -> Response:
    return answer(request, ImportOut.of(queries.upload(work.session, Import, who.tenant_id, import_id)))


@router.post("/{import_id}/preview", response_model=PreviewOut)
async def preview_rows(request: Request, work: OpenWork, who: Member, import_id: UUID, said: WishesIn) -> Response:
    """The first rows as they would be read. Nothing is kept."""
    found = preview_import(work, tenant_id=who.tenant_id, import_id=import_id, wishes=said.wishes())
    return answer(request, PreviewOut.of(found))


@router.post("/{import_id}/start", response_model=ImportOut)
async def begin_import(request: Request, work: OpenWork, who: Member, import_id: UUID, said: StartIn) -> Response:
    row = start_import(
        work,
        tenant_id=who.tenant_id,
        actor=who.actor,
        import_id=import_id,
        wishes=said.wishes(),
        dry_run=said.dry_run,
    )
    return answer(request, ImportOut.of(row))


@router.post("/{import_id}/cancel", response_model=ImportOut)
async def cancel_import(request: Request, work: OpenWork, who: Member, import_id: UUID) -> Response:
    row = cancel(work, Import, tenant_id=who.tenant_id, actor=who.actor, upload_id=import_id)
    return answer(request, ImportOut.of(row))


@router.post("/{import_id}/retry", response_model=ImportOut)
async def retry_import(request: Request, work: OpenWork, who: Member, import_id: UUID) -> Response:
    row = retry(work, Import, tenant_id=who.tenant_id, actor=who.actor, upload_id=import_id)
    return answer(request, ImportOut.of(row))


@router.post("/{import_id}/undo", response_model=ImportOut)
async def undo_import(request: Request, work: OpenWork, who: Member, import_id: UUID) -> Response:
    """Take back the rows that it keeps. What it replaced does not come back."""
    row = undo(work, tenant_id=who.tenant_id, actor=who.actor, import_id=import_id)
    return answer(request, ImportOut.of(row))


@router.get("/{import_id}/bad-rows", response_model=Paged[BadRowOut])
async def list_bad_rows(
    request: Request, work: OpenWork, who: Viewer, import_id: UUID, cursor: Cursor = None, limit: Limit = DEFAULT_LIMIT
) -> Response:
    row = queries.upload(work.session, Import, who.tenant_id, import_id)
    page = queries.bad_rows(work.session, row.id, cursor=cursor, limit=limit)
    return paged(request, page, BadRowOut.of)


@router.get("/{import_id}/bad-rows.csv", responses={200: {"content": {"text/csv": {}}}}, response_class=Response)
async def download_bad_rows(work: OpenWork, who: Viewer, import_id: UUID) -> Response:
    """For a spreadsheet: a line for each problem of each bad row that is kept."""
    row = queries.upload(work.session, Import, who.tenant_id, import_id)
    named = {
        "Content-Disposition": f'attachment; filename="bad-rows-{row.id}.csv"',
        "Cache-Control": "private, no-cache",
    }
    return Response(_as_csv(queries.all_bad_rows(work.session, row.id)), media_type="text/csv", headers=named)


def _as_csv(found: Iterable[BadRow]) -> str:
    written = StringIO()
    lines = csv.writer(written)
    lines.writerow(("row", "field", "problem", "raw"))
    for one in found:
        if written.tell() > _MOST_CHARACTERS:
            lines.writerow((one.row, "", "From here on there is no room; the API tells the others page by page.", ""))
            break
        for place, problem in enumerate(one.problems):
            raw = "" if place else guarded(one.raw)  # once is enough
            lines.writerow((one.row, problem["field"], guarded(problem["problem"]), raw))
    return written.getvalue()
