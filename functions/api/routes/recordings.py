from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from functions.api.answers import JSON, Listing, Paged, answer, paged
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Viewer
from functions.api.routes.recording_shapes import (
    ArrivedPartOut,
    EditIn,
    FormatName,
    MediaOut,
    NewAddressIn,
    NewRecordingIn,
    NewRecordingOut,
    PartLinkOut,
    PartsIn,
    RecordingOut,
    RetryIn,
    SaidSegmentOut,
    SegmentOut,
    Status,
    TranscriberOut,
)
from wareloom.kit import objects
from wareloom.kit.errors import Conflict
from wareloom.kit.settings import AiSettings, SpeechSettings, StageSettings
from wareloom.speech import queries
from wareloom.speech.announce import announce_address, announce_upload
from wareloom.speech.cancel import cancel
from wareloom.speech.delete import delete
from wareloom.speech.edit import edit
from wareloom.speech.export import FORMATS, export
from wareloom.speech.retry import retry
from wareloom.speech.standing import bucket
from wareloom.speech.transcribers.absent import why_absent
from wareloom.speech.transcribers.registry import TRANSCRIBERS
from wareloom.speech.upload import finish, part_links, parts_there

router = APIRouter(prefix="/recordings", tags=["speech"])
_PLAYS_S = 6 * 3600
_NO_STORE = "no-store"


@router.get("", response_model=Paged[RecordingOut])
async def list_recordings(
    request: Request,
    work: OpenWork,
    who: Viewer,
    status: Annotated[Status | None, Query()] = None,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.recordings(work.session, who.tenant_id, status=status, cursor=cursor, limit=limit)
    return paged(request, page, RecordingOut.model_validate)


@router.post("", status_code=201, response_model=NewRecordingOut)
async def create_recording(request: Request, work: OpenWork, who: Member, said: NewRecordingIn) -> Response:
    """Announce a file. Its parts are put at addresses that are asked for; then it is finished."""
    row = announce_upload(
        work, tenant_id=who.tenant_id, actor=who.actor, wanted=said.wanted(), size=said.size, chosen=said.id
    )
    return _made(request, row.id, answer(request, NewRecordingOut.opened(row), 201))


@router.post("/by-address", status_code=201, response_model=RecordingOut)
async def create_recording_by_address(request: Request, work: OpenWork, who: Member, said: NewAddressIn) -> Response:
    """A file that lies on a public server. It is brought from there."""
    row = announce_address(work, tenant_id=who.tenant_id, actor=who.actor, wanted=said.wanted(), url=said.url)
    return _made(request, row.id, answer(request, RecordingOut.model_validate(row), 201))


@router.get("/transcribers", response_model=Listing[TranscriberOut])
async def list_transcribers(request: Request, who: Viewer) -> Response:  # noqa: ARG001 - asking needs a sign-in
    speech, ai = SpeechSettings.from_env(), AiSettings.from_env()
    beside = StageSettings.from_env().environment == "local"
    known = [
        TranscriberOut.of(one, speech.transcriber, why_absent(one.name, speech, ai, beside=beside))
        for one in TRANSCRIBERS.values()
    ]
    return answer(request, Listing[TranscriberOut](items=known))


@router.get("/said", response_model=Paged[SaidSegmentOut])
async def find_said(
    request: Request,
    work: OpenWork,
    who: Viewer,
    words: Annotated[str, Query(min_length=1, max_length=200, description="All of them; in quotes, in this order")],
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    """Where words are said, in any recording, to the second."""
    page = queries.said(work.session, who.tenant_id, words, cursor=cursor, limit=limit)
    return paged(request, page, SaidSegmentOut.of)


@router.get("/{recording_id}", response_model=RecordingOut)
async def read_recording(request: Request, work: OpenWork, who: Viewer, recording_id: UUID) -> Response:
    return answer(request, RecordingOut.model_validate(queries.recording(work.session, who.tenant_id, recording_id)))


@router.delete("/{recording_id}", status_code=204)
async def delete_recording(work: OpenWork, who: Member, recording_id: UUID) -> None:
    delete(work, tenant_id=who.tenant_id, actor=who.actor, recording_id=recording_id)


@router.post("/{recording_id}/parts", response_model=Listing[PartLinkOut])
async def sign_recording_parts(
    request: Request, work: OpenWork, who: Member, recording_id: UUID, said: PartsIn
) -> Response:
    """Where to PUT these parts. A part that is put again replaces itself."""
    links = part_links(work, tenant_id=who.tenant_id, recording_id=recording_id, numbers=said.numbers)
    items = [PartLinkOut.of(number, url) for number, url in zip(said.numbers, links, strict=True)]
    response = answer(request, Listing[PartLinkOut](items=items))
    response.headers["Cache-Control"] = _NO_STORE
    return response


@router.get("/{recording_id}/parts", response_model=Listing[ArrivedPartOut])
async def list_recording_parts(request: Request, work: OpenWork, who: Member, recording_id: UUID) -> Response:
    """Which parts have been uploaded: an upload that was interrupted goes on with the others."""
    there = parts_there(work, tenant_id=who.tenant_id, recording_id=recording_id)
    return answer(request, Listing[ArrivedPartOut](items=[ArrivedPartOut.of(part) for part in there]))


@router.post("/{recording_id}/finish", response_model=RecordingOut)
async def finish_recording(request: Request, work: OpenWork, who: Member, recording_id: UUID) -> Response:
    row = finish(work, tenant_id=who.tenant_id, actor=who.actor, recording_id=recording_id)
    return answer(request, RecordingOut.model_validate(row))


@router.post("/{recording_id}/cancel", response_model=RecordingOut)
async def cancel_recording(request: Request, work: OpenWork, who: Member, recording_id: UUID) -> Response:
    row = cancel(work, tenant_id=who.tenant_id, actor=who.actor, recording_id=recording_id)
    return answer(request, RecordingOut.model_validate(row))


@router.post("/{recording_id}/retry", response_model=RecordingOut)
async def retry_recording(request: Request, work: OpenWork, who: Member, recording_id: UUID, said: RetryIn) -> Response:
    row = retry(work, tenant_id=who.tenant_id, actor=who.actor, recording_id=recording_id, transcriber=said.transcriber)
    return answer(request, RecordingOut.model_validate(row))


@router.get("/{recording_id}/media", response_model=MediaOut)
async def read_recording_media(request: Request, work: OpenWork, who: Viewer, recording_id: UUID) -> Response:
    row = queries.recording(work.session, who.tenant_id, recording_id)
    if row.tag is None:
        raise Conflict("There is nothing to play yet: the file is not here.")
    return answer(request, MediaOut(url=objects.link(bucket(), row.key, seconds=_PLAYS_S)))


@router.get("/{recording_id}/segments", response_model=Paged[SegmentOut])
async def list_segments(
    request: Request,
    work: OpenWork,
    who: Viewer,
    recording_id: UUID,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    """What is said, in order of time."""
    row = queries.recording(work.session, who.tenant_id, recording_id)
    page = queries.segments(work.session, row.id, cursor=cursor, limit=limit)
    return paged(request, page, SegmentOut.of)


@router.put("/{recording_id}/segments/{number}", response_model=SegmentOut)
async def edit_segment(
    request: Request, work: OpenWork, who: Member, recording_id: UUID, number: int, said: EditIn
) -> Response:
    """Put its words right. What was heard is kept beside them."""
    row = edit(work, tenant_id=who.tenant_id, actor=who.actor, recording_id=recording_id, number=number, text=said.text)
    return answer(request, SegmentOut.of(row))


@router.get(
    "/{recording_id}/transcript.{format}",
    responses={200: {"content": {kind: {} for kind in ("text/srt", "text/vtt", "text/plain", JSON)}}},
    response_class=Response,
)
async def export_transcript(work: OpenWork, who: Viewer, recording_id: UUID, format: FormatName) -> Response:  # noqa: A002 - the path's own word
    """As subtitles, as plain text, or with all there is to know as JSON; with what people put right."""
    row = queries.recording(work.session, who.tenant_id, recording_id)
    named = {
        "Content-Disposition": f'attachment; filename="transcript-{row.id}.{format}"',
        "Cache-Control": "private, no-cache",
    }
    written = export(row, queries.transcript(work.session, row.id), format)
    return Response(written, media_type=FORMATS[format], headers=named)


def _made(request: Request, row_id: UUID, response: Response) -> Response:
    response.headers["Location"] = f"{request.url.path.removesuffix('/by-address')}/{row_id}"
    response.headers["Cache-Control"] = _NO_STORE
    return response
