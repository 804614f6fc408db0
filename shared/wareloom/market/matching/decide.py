"""A workspace's own word on two offers. For this workspace it stands above the matcher's, until it is taken back."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.market.events import MatchDecided
from wareloom.market.matching.models import MatchOverride
from wareloom.market.matching.pairs import Ids, ordered
from wareloom.market.models import Offer


def decide(work: Work, *, tenant_id: UUID, actor: str, one: UUID, other: UUID, verdict: str) -> MatchOverride:
    """`verdict` is same or different. Said twice, it is said once."""
    pair = _pair(work.session, one, other)
    now = clock.now()
    row = {
        "tenant_id": tenant_id, "first_id": pair[0], "second_id": pair[1],
        "verdict": verdict, "decided_by": actor, "decided_at": now,
    }  # fmt: skip
    made = work.session.scalar(insert(MatchOverride).values(row).on_conflict_do_nothing().returning(MatchOverride))
    standing = made or _held(work.session, tenant_id, pair)
    if standing is None:  # taken back between the two statements
        raise NotFound("Somebody has just taken back what was said of these two offers. Say it again.")
    before = None if made else standing.verdict
    if before == verdict:
        return standing
    standing.verdict, standing.decided_by, standing.decided_at = verdict, actor, now
    _tell(work, tenant_id, actor, "match.decide", pair, {"verdict": verdict, "before": before})
    return standing


def undo(work: Work, *, tenant_id: UUID, actor: str, one: UUID, other: UUID) -> None:
    pair = ordered(one, other)
    standing = _held(work.session, tenant_id, pair)
    if standing is None:
        raise NotFound("This workspace has said nothing of these two offers.")
    work.session.delete(standing)
    _tell(work, tenant_id, actor, "match.undo", pair, {"before": standing.verdict})


def _pair(session: Session, one: UUID, other: UUID) -> Ids:
    known = session.scalar(select(func.count()).select_from(Offer).where(Offer.id.in_((one, other))))
    if one == other and known:
        raise Rejected("These are one offer: name two.")
    if known != 2:
        raise NotFound("There is no such offer.")
    return ordered(one, other)


def _held(session: Session, tenant_id: UUID, pair: Ids) -> MatchOverride | None:
    query = select(MatchOverride).where(
        MatchOverride.tenant_id == tenant_id, MatchOverride.first_id == pair[0], MatchOverride.second_id == pair[1]
    )
    return session.scalar(query.with_for_update().execution_options(populate_existing=True))


def _tell(work: Work, tenant_id: UUID, actor: str, act: str, pair: Ids, facts: dict[str, str | None]) -> None:
    record(work.session, tenant_id, actor, act, f"match:{pair[0]}:{pair[1]}", facts)
    work.announce(MatchDecided(tenant_id=tenant_id, first_id=pair[0], second_id=pair[1]))
