"""Say who sees a collection: its maker alone, those it is shared with, or the whole workspace."""

from typing import Literal
from uuid import UUID

from sqlalchemy import delete

from wareloom.accounts.identity import Identity
from wareloom.kit.work import Work
from wareloom.market.collections.models import Collection, CollectionShare
from wareloom.market.collections.standing import held
from wareloom.market.collections.trace import leave_trace

Visibility = Literal["maker", "members", "workspace"]


def show(work: Work, who: Identity, collection_id: UUID, visibility: Visibility) -> Collection:
    """Keeping it to its maker ends its shares: sharing it with one person later must not bring others back."""
    row = held(work, who, collection_id, to="decide")
    if row.visibility == visibility:
        return row
    was, row.visibility = row.visibility, visibility
    ended = 0
    if visibility == "maker":
        every = delete(CollectionShare).where(CollectionShare.collection_id == row.id)
        ended = len(work.session.scalars(every.returning(CollectionShare.user_id)).all())
    leave_trace(work, who, row, "show", {"was": was, "is": visibility, "shares_ended": ended})
    return row
