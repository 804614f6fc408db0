"""Let a colleague see a collection, or change it too."""

from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Membership
from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.work import Work
from wareloom.market.collections.models import CollectionShare
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace

Shared = Literal["view", "change"]


def share(work: Work, who: Identity, collection_id: UUID, member_id: UUID, may: Shared) -> None:
    """Sharing again with the same person says anew what they may. What its maker kept alone is now for members."""
    row = held(work, who, collection_id, to="decide")
    role = _role(work, who, member_id)
    if member_id == row.maker_id:
        raise Rejected("This collection is theirs: whoever made it may change it anyway.")
    if role == "viewer" and may == "change":
        raise Rejected("A viewer changes nothing in this workspace. Share it to be viewed, or give them another role.")
    if row.visibility == "maker":
        row.visibility = "members"
    facts = {"may": may, "shared_by": who.user_id, "shared_at": clock.now()}
    first = insert(CollectionShare).values(collection_id=row.id, user_id=member_id, tenant_id=row.tenant_id, **facts)
    changed = first.on_conflict_do_update(
        index_elements=["collection_id", "user_id"], set_=facts, where=CollectionShare.may != may
    )
    if work.session.scalar(changed.returning(CollectionShare.user_id)) is not None:
        leave_trace(work, who, row, "share", {"member": str(member_id), "may": may})


def _role(work: Work, who: Identity, member_id: UUID) -> str:
    """Held until the commit: of somebody who is leaving just now, either the share ends too or there was none."""
    query = select(Membership.role).where(Membership.tenant_id == who.tenant_id, Membership.user_id == member_id)
    role = work.session.scalar(query.with_for_update(read=True, key_share=True))
    if role is None:
        raise NotFound("There is no such member in this workspace.")
    return role
