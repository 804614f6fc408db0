"""Make a collection. Who makes it decides about it."""

from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.market.collections import name as names
from wareloom.market.collections.models import Collection
from wareloom.market.collections.trace import leave_trace


def create(work: Work, who: Identity, *, name: str, description: str = "", visibility: str = "maker") -> Collection:
    row = begun(work, who, name=name, description=description, visibility=visibility)
    leave_trace(work, who, row, "create", {"visibility": visibility})
    return row


def begun(work: Work, who: Identity, *, name: str, description: str, visibility: str) -> Collection:
    written = names.spelled(name)
    names.leave_to(work, who.tenant_id, written)
    now = clock.now()
    row = Collection(
        id=new_id(),
        tenant_id=who.tenant_id,
        name=written,
        key=names.key(written),
        description=description,
        visibility=visibility,
        maker_id=who.user_id,
        offers_count=0,
        created_at=now,
        updated_at=now,
    )
    work.session.add(row)
    work.session.flush()
    return row
