"""End a share. Whoever it was shared with may also end it themselves."""

from uuid import UUID

from sqlalchemy import delete

from wareloom.accounts.identity import Identity
from wareloom.kit.errors import NotFound
from wareloom.kit.work import Work
from wareloom.market.collections.models import CollectionShare
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace


def unshare(work: Work, who: Identity, collection_id: UUID, member_id: UUID) -> None:
    to = "view" if member_id == who.user_id else "decide"
    row = held(work, who, collection_id, to=to, archived=True)
    one = delete(CollectionShare).where(CollectionShare.collection_id == row.id, CollectionShare.user_id == member_id)
    if work.session.scalar(one.returning(CollectionShare.user_id)) is None:
        raise NotFound("This collection is not shared with that member.")
    leave_trace(work, who, row, "unshare", {"member": str(member_id)})
