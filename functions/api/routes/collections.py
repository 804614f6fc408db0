from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from functions.api.answers import Listing, Paged, answer, paged, rows
from functions.api.dependencies import DEFAULT_LIMIT, Cursor, Limit, Member, OpenWork, Owner, Viewer
from functions.api.routes.collection_shapes import (
    AddedOut,
    CollectedFilter,
    CollectedOfferOut,
    CollectionChange,
    CollectionFilter,
    CollectionName,
    CollectionOut,
    HoldingOut,
    MatchingOffers,
    NewCollection,
    NewShare,
    NotedOffers,
    NotedOut,
    RemovedOut,
    Restoring,
    ShareOut,
    SomeOffers,
    WrittenNote,
    added_out,
    collection_out,
    removed_out,
)
from functions.api.routes.offers import OfferConditions
from wareloom.accounts.identity import Identity
from wareloom.kit.work import Work
from wareloom.market.collections import queries
from wareloom.market.collections.add import add, add_found
from wareloom.market.collections.archive import archive
from wareloom.market.collections.copy import copy
from wareloom.market.collections.create import create
from wareloom.market.collections.describe import describe
from wareloom.market.collections.note import note
from wareloom.market.collections.put_back import put_back
from wareloom.market.collections.remove import remove, remove_found
from wareloom.market.collections.restore import restore
from wareloom.market.collections.share import share
from wareloom.market.collections.show import show
from wareloom.market.collections.standing import seen
from wareloom.market.collections.take_over import take_over
from wareloom.market.collections.unshare import unshare
from wareloom.market.offers import OfferSearch, find_offers

router = APIRouter(tags=["market"])
ONE = "/collections/{collection_id}"


@router.get("/collections", response_model=Paged[CollectionOut])
async def list_collections(
    request: Request,
    work: OpenWork,
    who: Viewer,
    wanted: Annotated[CollectionFilter, Query()],
) -> Response:
    page = queries.collections(work.session, who, **wanted.model_dump())
    return paged(request, page, collection_out)


@router.post("/collections", status_code=201, response_model=CollectionOut)
async def create_collection(request: Request, work: OpenWork, who: Member, said: NewCollection) -> Response:
    row = create(work, who, name=said.name, description=said.description, visibility=said.visibility)
    return _made(request, work, who, row.id, request.url.path)


@router.get(ONE, response_model=CollectionOut)
async def read_collection(request: Request, work: OpenWork, who: Viewer, collection_id: UUID) -> Response:
    return _told(request, work, who, collection_id)


@router.patch(ONE, response_model=CollectionOut)
async def change_collection(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, said: CollectionChange
) -> Response:
    describe(work, who, collection_id, name=said.name, description=said.description)
    if said.visibility:
        show(work, who, collection_id, said.visibility)
    return _told(request, work, who, collection_id)


@router.post(f"{ONE}/archive", response_model=CollectionOut)
async def archive_collection(request: Request, work: OpenWork, who: Member, collection_id: UUID) -> Response:
    archive(work, who, collection_id)
    return _told(request, work, who, collection_id)


@router.post(f"{ONE}/restore", response_model=CollectionOut)
async def restore_collection(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, said: Restoring
) -> Response:
    restore(work, who, collection_id, name=said.name)
    return _told(request, work, who, collection_id)


@router.post(f"{ONE}/copy", status_code=201, response_model=CollectionOut)
async def copy_collection(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, said: CollectionName
) -> Response:
    row = copy(work, who, collection_id, name=said.name)
    return _made(request, work, who, row.id, request.url.path.removesuffix(f"/{collection_id}/copy"))


@router.post(f"{ONE}/take-over", response_model=CollectionOut)
async def take_collection_over(request: Request, work: OpenWork, who: Owner, collection_id: UUID) -> Response:
    take_over(work, who, collection_id)
    return _told(request, work, who, collection_id)


@router.get(f"{ONE}/offers", response_model=Paged[CollectedOfferOut])
async def list_collected_offers(
    request: Request,
    work: OpenWork,
    who: Viewer,
    collection_id: UUID,
    wanted: Annotated[CollectedFilter, Query()],
) -> Response:
    row = seen(work.session, who, collection_id)
    search = OfferSearch(**wanted.model_dump(exclude={"cursor", "limit"}), collection=row.id)
    page = find_offers(work.session, search, cursor=wanted.cursor, limit=wanted.limit)
    return answer(request, {"items": rows(page.items), "next_cursor": page.next_cursor})


@router.post(f"{ONE}/offers", response_model=AddedOut)
async def add_offers(request: Request, work: OpenWork, who: Member, collection_id: UUID, said: NotedOffers) -> Response:
    return answer(request, added_out(add(work, who, collection_id, said.offer_ids, note=said.note)))


@router.post(f"{ONE}/offers/matching", response_model=AddedOut)
async def add_matching_offers(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, said: MatchingOffers
) -> Response:
    search = OfferSearch(**said.model_dump(exclude={"note"}))
    return answer(request, added_out(add_found(work, who, collection_id, search, note=said.note)))


@router.put(f"{ONE}/offers/{{offer_id}}/note", response_model=NotedOut)
async def write_note(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, offer_id: UUID, said: WrittenNote
) -> Response:
    return answer(request, NotedOut.model_validate(note(work, who, collection_id, offer_id, said.note)))


@router.post(f"{ONE}/removals", response_model=RemovedOut)
async def remove_offers(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, said: SomeOffers
) -> Response:
    return answer(request, removed_out(remove(work, who, collection_id, said.offer_ids), request.url.path))


@router.post(f"{ONE}/removals/matching", response_model=RemovedOut)
async def remove_matching_offers(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, said: OfferConditions
) -> Response:
    told = remove_found(work, who, collection_id, OfferSearch(**said.model_dump()))
    return answer(request, removed_out(told, request.url.path.removesuffix("/matching")))


@router.post(f"{ONE}/removals/{{removal_id}}/undo", response_model=AddedOut)
async def put_offers_back(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, removal_id: UUID
) -> Response:
    return answer(request, added_out(put_back(work, who, collection_id, removal_id)))


@router.get(f"{ONE}/shares", response_model=Listing[ShareOut])
async def list_shares(request: Request, work: OpenWork, who: Viewer, collection_id: UUID) -> Response:
    items = [ShareOut.model_validate(one) for one in queries.shares(work.session, who, collection_id)]
    return answer(request, Listing[ShareOut](items=items))


@router.put(f"{ONE}/shares/{{member_id}}", response_model=Listing[ShareOut])
async def share_collection(
    request: Request, work: OpenWork, who: Member, collection_id: UUID, member_id: UUID, said: NewShare
) -> Response:
    share(work, who, collection_id, member_id, said.may)
    items = [ShareOut.model_validate(one) for one in queries.shares(work.session, who, collection_id)]
    return answer(request, Listing[ShareOut](items=items))


@router.delete(f"{ONE}/shares/{{member_id}}", status_code=204)
async def unshare_collection(work: OpenWork, who: Member, collection_id: UUID, member_id: UUID) -> None:
    unshare(work, who, collection_id, member_id)


@router.get("/offers/{offer_id}/collections", response_model=Paged[HoldingOut])
async def list_collections_of_offer(
    request: Request,
    work: OpenWork,
    who: Viewer,
    offer_id: UUID,
    cursor: Cursor = None,
    limit: Limit = DEFAULT_LIMIT,
) -> Response:
    page = queries.holding(work.session, who, offer_id, cursor=cursor, limit=limit)
    return paged(request, page, HoldingOut.model_validate)


def _told(request: Request, work: Work, who: Identity, collection_id: UUID) -> Response:
    return answer(request, collection_out(queries.collection(work.session, who, collection_id)))


def _made(request: Request, work: Work, who: Identity, collection_id: UUID, address: str) -> Response:
    response = answer(request, collection_out(queries.collection(work.session, who, collection_id)), 201)
    response.headers["Location"] = f"{address}/{collection_id}"
    return response
