from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Out, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.offers import OfferConditions
from wareloom.kit import clock, objects
from wareloom.kit.settings import StorageSettings
from wareloom.kit.work import Work
from wareloom.market.collections.standing import seen
from wareloom.market.exports import queries
from wareloom.market.exports.cancel import cancel
from wareloom.market.exports.columns import KNOWN
from wareloom.market.exports.delete import delete
from wareloom.market.exports.models import Export
from wareloom.market.exports.open import Wanted, open_export
from wareloom.market.exports.place import files
from wareloom.market.exports.retry import retry
from wareloom.market.offers import OfferSearch

router = APIRouter(prefix="/exports", tags=["market"])
Status = Literal["queued", "running", "succeeded", "failed", "cancelled"]
What = Literal["offers", "history"]
FormatName = Literal["csv", "json", "parquet"]
_READABLE_S = 3600


class ExportFilter(OfferConditions):
    collection: UUID | None = Field(
        default=None, description="Of this collection alone; the export is then seen by the whole workspace"
    )


class ExportWanted(BaseModel):
    """Which rows, as what."""

    model_config = ConfigDict(extra="forbid")

    what: What = Field(default="offers", description="Offers, or every move of theirs: a row for each sighting")
    format: FormatName = Field(default="csv", description="json is JSON lines: an object a line")
    columns: Annotated[list[Annotated[str, Field(max_length=60)]] | None, Field(min_length=1, max_length=60)] = Field(
        default=None, description="In this order; all when none are named"
    )
    filter: ExportFilter = Field(default=ExportFilter(), description="Which offers; all without a word")
    byte_order_mark: bool = Field(default=False, description="Begin CSV with one, for spreadsheets that want it")


class ExportOut(Out):
    model_config = ConfigDict(title="Export")

    id: UUID
    what: What
    format: FormatName
    columns: list[str]
    search: dict[str, Any] = Field(description="Which offers")
    byte_order_mark: bool
    started_by: str
    status: Status
    reason: str | None
    rows_done: int
    rows_total: int | None = Field(description="Estimated until it has succeeded")
    bytes: int
    tries: int
    retry_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    updated_at: datetime
    ended_at: datetime | None
    expires_at: datetime | None = Field(description="Until then it can be fetched")


class ExportFileOut(Out):
    model_config = ConfigDict(title="ExportFile")

    name: str
    rows: int
    bytes: int
    url: str = Field(description="Readable for a while")


class ExportDetailOut(ExportOut):
    model_config = ConfigDict(title="ExportDetail")

    files: list[ExportFileOut] = Field(description="One, or of a large Parquet export several that belong together")


class ExportColumnsOut(Out):
    model_config = ConfigDict(title="ExportColumns")

    offers: list[str]
    history: list[str]


@router.get("", response_model=Paged[ExportOut])
async def list_exports(
    request: Request,
    work: OpenWork,
    who: Viewer,
    status: Annotated[Status | None, Query()] = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.exports(work.session, who.tenant_id, status=status, cursor=cursor, limit=limit)
    return paged(request, page, ExportOut.model_validate)


@router.post("", status_code=201, response_model=ExportOut)
async def create_export(request: Request, work: OpenWork, who: Member, said: ExportWanted) -> Response:
    if said.filter.collection is not None:
        seen(work.session, who, said.filter.collection)
    wanted = Wanted(
        what=said.what,
        format=said.format,
        columns=None if said.columns is None else tuple(said.columns),
        search=OfferSearch(**said.filter.model_dump()),
        byte_order_mark=said.byte_order_mark,
    )
    row = open_export(work, tenant_id=who.tenant_id, actor=who.actor, wanted=wanted)
    response = answer(request, ExportOut.model_validate(row), 201)
    response.headers["Location"] = f"{request.url.path}/{row.id}"
    return response


@router.get("/columns", response_model=ExportColumnsOut)
async def list_export_columns(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - for whoever may ask for some
    return answer(request, {what: list(columns) for what, columns in KNOWN.items()})


@router.get("/{export_id}", response_model=ExportDetailOut)
async def read_export(request: Request, work: OpenWork, who: Viewer, export_id: UUID) -> Response:
    return answer(request, _detail(work, queries.export(work.session, who.tenant_id, export_id)))


@router.post("/{export_id}/cancel", response_model=ExportOut)
async def cancel_export(request: Request, work: OpenWork, who: Member, export_id: UUID) -> Response:
    row = cancel(work, tenant_id=who.tenant_id, actor=who.actor, export_id=export_id)
    return answer(request, ExportOut.model_validate(row))


@router.post("/{export_id}/retry", response_model=ExportOut)
async def retry_export(request: Request, work: OpenWork, who: Member, export_id: UUID) -> Response:
    row = retry(work, tenant_id=who.tenant_id, actor=who.actor, export_id=export_id)
    return answer(request, ExportOut.model_validate(row))


@router.delete("/{export_id}", status_code=204)
async def delete_export(work: OpenWork, who: Member, export_id: UUID) -> None:
    delete(work, tenant_id=who.tenant_id, actor=who.actor, export_id=export_id)


def _detail(work: Work, row: Export) -> ExportDetailOut:
    shown = ExportOut.model_validate(row).model_dump()
    return ExportDetailOut(**shown, files=_files(work, row))


def _files(work: Work, row: Export) -> list[ExportFileOut]:
    if row.status != "succeeded" or row.expires_at is None or row.expires_at <= clock.now():
        return []
    bucket = StorageSettings.from_env().raw_bucket
    return [
        ExportFileOut(
            name=file.name,
            rows=file.rows,
            bytes=file.bytes,
            url=objects.link(bucket, file.key, seconds=_READABLE_S, save_as=file.name),
        )
        for file in files(row, queries.parts(work.session, row.id))
    ]
