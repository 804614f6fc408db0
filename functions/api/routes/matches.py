from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from functions.api.answers import Paged, answer, paged
from functions.api.dependencies import Member, OpenWork, Viewer
from functions.api.routes.match_shapes import DecisionIn, MatchedOfferOut, MatchFilter, MatchOut, OverrideOut, PartsOut
from wareloom.market.matching.decide import decide, undo
from wareloom.market.matching.queries import MatchedPair, matched_pairs

router = APIRouter(prefix="/matches", tags=["market"])


@router.get("", response_model=Paged[MatchOut])
async def list_matches(
    request: Request,
    work: OpenWork,
    who: Viewer,
    wanted: Annotated[MatchFilter, Query()],
) -> Response:
    """Pairs of which this workspace has said nothing yet, newest first."""
    page = matched_pairs(work.session, who.tenant_id, **wanted.model_dump())
    return paged(request, page, _shown)


@router.put("/{first_id}/{second_id}", response_model=OverrideOut)
async def decide_match(
    request: Request, work: OpenWork, who: Member, first_id: UUID, second_id: UUID, said: DecisionIn
) -> Response:
    """Say that two offers are one product, or that they are not. It holds in this workspace."""
    row = decide(work, tenant_id=who.tenant_id, actor=who.actor, one=first_id, other=second_id, verdict=said.verdict)
    return answer(request, OverrideOut.model_validate(row))


@router.delete("/{first_id}/{second_id}", status_code=204)
async def undo_match_decision(work: OpenWork, who: Member, first_id: UUID, second_id: UUID) -> None:
    """Take back what this workspace said of the two."""
    undo(work, tenant_id=who.tenant_id, actor=who.actor, one=first_id, other=second_id)


def _shown(pair: MatchedPair) -> MatchOut:
    match = pair.match
    return MatchOut(
        first=MatchedOfferOut.model_validate(pair.first),
        second=MatchedOfferOut.model_validate(pair.second),
        verdict="same" if match.verdict == "same" else "maybe",
        score=match.score,
        parts=PartsOut.model_validate(match.parts),
        version=match.version,
        decided_at=match.decided_at,
    )
