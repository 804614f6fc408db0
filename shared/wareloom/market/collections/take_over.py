"""An owner of the workspace becomes a collection's maker: of somebody who has left, or who has other things to do."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Membership
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.collections.models import Collection, CollectionShare
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace


def take_over(work: Work, owner: Identity, collection_id: UUID) -> Collection:
    """Who made it may go on changing it, if they are still here. Taking over what is one's own changes nothing."""
    owner.must_be("owner")
    row = held(work, owner, collection_id, to="decide", archived=True)
    if row.maker_id == owner.user_id:
        return row
    was, row.maker_id = row.maker_id, owner.user_id
    _share_with(work, owner, row, was)
    theirs = (CollectionShare.collection_id == row.id) & (CollectionShare.user_id == owner.user_id)
    work.session.execute(delete(CollectionShare).where(theirs))
    leave_trace(work, owner, row, "take_over", {"was": f"user:{was}"})
    return row


def _share_with(work: Work, owner: Identity, row: Collection, maker_id: UUID) -> None:
    query = select(Membership.role).where(Membership.tenant_id == row.tenant_id, Membership.user_id == maker_id)
    role = work.session.scalar(query.with_for_update(read=True, key_share=True))
    if role is None:
        return
    if row.visibility == "maker":
        row.visibility = "members"
    facts = {"may": "view" if role == "viewer" else "change", "shared_by": owner.user_id, "shared_at": clock.now()}
    first = insert(CollectionShare).values(collection_id=row.id, user_id=maker_id, tenant_id=row.tenant_id, **facts)
    work.session.execute(first.on_conflict_do_update(index_elements=["collection_id", "user_id"], set_=facts))
