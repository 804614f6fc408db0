from typing import Annotated, Literal, Self
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.upload_shapes import FormOut, Status, UploadOut
from wareloom.kit.objects import Form
from wareloom.market.submissions.submit import open_page, start_page
from wareloom.market.uploads import queries
from wareloom.market.uploads.cancel import cancel
from wareloom.market.uploads.models import SubmittedPage
from wareloom.market.uploads.retry import retry

router = APIRouter(prefix="/submitted-pages", tags=["market"])


class SubmittedPageOut(UploadOut):
    """A page that a person saved. What it shows is kept as the workspace's own claims."""

    model_config = ConfigDict(title="SubmittedPage")

    marketplace: str
    url: str
    outcome: Literal["read", "empty", "blocked", "rejected"] | None = Field(description="null until it was read")
    sha256: str | None = Field(description="Of its bytes, in hexadecimal digits")
    parser_version: int | None
    offers_found: int
    offers_new: int
    offers_changed: int

    @classmethod
    def of(cls, row: SubmittedPage) -> Self:
        columns = {name: getattr(row, name) for name in SubmittedPageOut.model_fields if name != "sha256"}
        return cls(**columns, sha256=row.sha256.hex() if row.sha256 else None)


class NewSubmittedPageOut(SubmittedPageOut):
    model_config = ConfigDict(title="NewSubmittedPage")

    upload: FormOut

    @classmethod
    def opened(cls, row: SubmittedPage, form: Form) -> Self:
        return cls(**SubmittedPageOut.of(row).model_dump(), upload=FormOut.of(form))


class NewSubmittedPageIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="SubmittedPageWanted")

    url: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)] = Field(
        description="The address at which the browser showed it"
    )
    size: Annotated[int, Field(ge=1, le=2**40)] = Field(description="How many bytes the saved file has")


@router.get("", response_model=Paged[SubmittedPageOut])
async def list_submitted_pages(
    request: Request,
    work: OpenWork,
    who: Viewer,
    status: Status | None = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.uploads(work.session, SubmittedPage, who.tenant_id, status=status, cursor=cursor, limit=limit)
    return paged(request, page, SubmittedPageOut.of)


@router.post("", status_code=201, response_model=NewSubmittedPageOut)
async def create_submitted_page(request: Request, work: OpenWork, who: Member, said: NewSubmittedPageIn) -> Response:
    """Announce a saved page. It is posted with the form that comes back, and then started."""
    row, form = open_page(work, tenant_id=who.tenant_id, actor=who.actor, url=said.url, size=said.size)
    response = answer(request, NewSubmittedPageOut.opened(row, form), 201)
    response.headers["Location"] = f"{request.url.path}/{row.id}"
    response.headers["Cache-Control"] = "no-store"
    return response


@router.get("/{page_id}", response_model=SubmittedPageOut)
async def read_submitted_page(request: Request, work: OpenWork, who: Viewer, page_id: UUID) -> Response:
    row = queries.upload(work.session, SubmittedPage, who.tenant_id, page_id)
    return answer(request, SubmittedPageOut.of(row))


@router.post("/{page_id}/start", response_model=SubmittedPageOut)
async def begin_submitted_page(request: Request, work: OpenWork, who: Member, page_id: UUID) -> Response:
    row = start_page(work, tenant_id=who.tenant_id, actor=who.actor, page_id=page_id)
    return answer(request, SubmittedPageOut.of(row))


@router.post("/{page_id}/cancel", response_model=SubmittedPageOut)
async def cancel_submitted_page(request: Request, work: OpenWork, who: Member, page_id: UUID) -> Response:
    row = cancel(work, SubmittedPage, tenant_id=who.tenant_id, actor=who.actor, upload_id=page_id)
    return answer(request, SubmittedPageOut.of(row))


@router.post("/{page_id}/retry", response_model=SubmittedPageOut)
async def retry_submitted_page(request: Request, work: OpenWork, who: Member, page_id: UUID) -> Response:
    row = retry(work, SubmittedPage, tenant_id=who.tenant_id, actor=who.actor, upload_id=page_id)
    return answer(request, SubmittedPageOut.of(row))
