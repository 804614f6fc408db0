"""Who may do what with a collection.

- Whoever made it decides: who sees it, who changes it, whether it is archived.
- Everybody else sees it when it is shown to the whole workspace or shared with them, and changes it (its offers, its
  notes, its name) only where it was shared so. Who may not see it is told that it is not there.
- What is made in a workspace belongs to the workspace: its owners see and decide every collection, those that were
  kept to oneself too, and may take one over. So nothing is lost when somebody leaves, and the audit trail tells who
  did what. What an owner must not see has no place in a workspace that they own.
- A role is a ceiling. A viewer changes nothing, whatever was shared with them, and a key that may only look makes a
  viewer of an owner: it does not see what was kept from the others.
"""

from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from wareloom.accounts.identity import Identity
from wareloom.accounts.models import Membership, User
from wareloom.kit.errors import Conflict, Forbidden, NotFound
from wareloom.kit.work import Work
from wareloom.market.collections.models import Collection, CollectionShare

May = Literal["view", "change", "decide"]
_LEVELS: tuple[May, ...] = ("view", "change", "decide")


def visible(who: Identity) -> Select[*tuple[Any, ...]]:
    """Every collection that they see: its row, its maker's name, whether the maker has left, what was shared."""
    of_them = and_(CollectionShare.collection_id == Collection.id, CollectionShare.user_id == who.user_id)
    of_maker = and_(Membership.tenant_id == Collection.tenant_id, Membership.user_id == Collection.maker_id)
    query: Select[*tuple[Any, ...]] = (
        select(
            Collection,
            User.name.label("maker_name"),
            Membership.user_id.is_(None).label("maker_left"),
            CollectionShare.may.label("shared"),
        )
        .join(User, User.id == Collection.maker_id)
        .outerjoin(Membership, of_maker)
        .outerjoin(CollectionShare, of_them)
        .where(Collection.tenant_id == who.tenant_id)
    )
    if who.role == "owner":
        return query
    shown = Collection.visibility == "workspace"
    return query.where(or_(Collection.maker_id == who.user_id, shown, CollectionShare.may.is_not(None)))


def may(who: Identity, maker_id: UUID, shared: str | None) -> May:
    """Of one that they see."""
    if who.role == "owner":
        return "decide"
    if who.role == "viewer":
        return "view"
    if maker_id == who.user_id:
        return "decide"
    return "change" if shared == "change" else "view"


def seen(session: Session, who: Identity, collection_id: UUID) -> Collection:
    row = session.execute(visible(who).where(Collection.id == collection_id)).one_or_none()
    if row is None:
        raise NotFound("There is no such collection in this workspace.")
    return row.Collection


def held(work: Work, who: Identity, collection_id: UUID, *, to: May, archived: bool = False) -> Collection:
    """The collection, locked, for somebody who may. Only what says so takes an archived one."""
    query = visible(who).where(Collection.id == collection_id).with_for_update(of=Collection)
    row = work.session.execute(query, execution_options={"populate_existing": True}).one_or_none()
    if row is None:
        raise NotFound("There is no such collection in this workspace.")
    here: May = may(who, row.Collection.maker_id, row.shared)
    if _LEVELS.index(here) < _LEVELS.index(to):
        raise Forbidden(_refusal(to, row.maker_name, left=row.maker_left))
    if row.Collection.archived_at is not None and not archived:
        raise Conflict("This collection is archived. Restore it first.")
    return row.Collection


def _refusal(to: May, maker: str, *, left: bool) -> str:
    whom = "an owner of the workspace" if left else f"{maker}, or an owner of the workspace"
    if to == "change":
        return f"You may look at this collection, not change it. Ask {whom}."
    return f"Only its maker and the workspace's owners decide this. Ask {whom}."
