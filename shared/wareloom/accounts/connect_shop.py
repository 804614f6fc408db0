"""Connect a shop: its credentials go to Secrets Manager, under the shop's id, and nowhere else.

What a credential must look like is the channel's business: the caller has checked it.
"""

from typing import Literal
from uuid import UUID

from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from wareloom.accounts import queries
from wareloom.accounts.events import ShopChanged
from wareloom.accounts.models import Shop
from wareloom.audit.record import record
from wareloom.kit import clock, secrets
from wareloom.kit.errors import Conflict, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.settings import ShopSettings
from wareloom.kit.work import Work

LONGEST_NAME = 100


def connect_shop(
    work: Work, *, tenant_id: UUID, actor: str, channel: str, name: str, credentials: dict[str, str]
) -> Shop:
    """Under the name of a shop whose credentials were refused, the new ones take the place of the old."""
    called = _clean(name)
    hold_shops(work.session, tenant_id)
    same = connected_shop(work.session, tenant_id, channel, called)
    if same is not None and same.status == "connected":
        raise Conflict(f"“{called}” is connected already.")
    if same is not None:
        _end(work, same, actor)
    now = clock.now()
    shop = Shop(
        id=new_id(),
        tenant_id=tenant_id,
        channel=channel,
        name=called,
        status="connected",
        connected_by=actor,
        created_at=now,
        checked_at=now,
    )
    work.session.add(shop)
    work.session.flush()
    record(work.session, tenant_id, actor, "shop.connect", f"shop:{shop.id}", {"channel": channel, "name": called})
    work.announce(ShopChanged(tenant_id=tenant_id, shop_id=shop.id))
    _keep_secret(work.session, secret_of(shop.id, tenant_id), credentials)
    return shop


def hold_shops(session: Session, tenant_id: UUID) -> None:
    """Until the end of the transaction nobody else connects or disconnects a shop of this workspace."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"shops:{tenant_id}", 0))))


def connected_shop(session: Session, tenant_id: UUID, channel: str, name: str) -> Shop | None:
    """The one that bears this name there now, be it refused."""
    same = (Shop.tenant_id == tenant_id, Shop.channel == channel, Shop.name == name, Shop.status != "disconnected")
    return session.scalar(select(Shop).where(*same))


def disconnect_shop(work: Work, *, tenant_id: UUID, actor: str, shop_id: UUID) -> Shop:
    """Its credentials are deleted at once; its listings stay as they are."""
    hold_shops(work.session, tenant_id)
    shop = queries.shop(work.session, tenant_id, shop_id)
    if shop.status == "disconnected":
        raise Conflict("This shop is disconnected already.")
    _end(work, shop, actor)
    return shop


def mark_shop(work: Work, shop: Shop, status: Literal["connected", "refused"], reason: str | None) -> None:
    """How the channel received us there."""
    shop.status, shop.reason = status, reason
    work.announce(ShopChanged(tenant_id=shop.tenant_id, shop_id=shop.id))


def credentials_of(shop: Shop) -> dict[str, str]:
    """For the one call that needs them."""
    return secrets.read(secret_of(shop.id, shop.tenant_id))


def secret_of(shop_id: UUID, tenant_id: UUID) -> str:
    return f"{ShopSettings.from_env().secrets}/{tenant_id}/{shop_id}"


def _clean(name: str) -> str:
    """One line of what can be seen: it may come from a person or from the channel."""
    called = "".join(sign for sign in " ".join(name.split()) if sign.isprintable()).strip()
    if not called:
        raise Rejected("A shop needs a name.")
    if len(called) > LONGEST_NAME:
        raise Rejected(f"A shop's name has at most {LONGEST_NAME} characters.")
    return called


def _end(work: Work, shop: Shop, actor: str) -> None:
    shop.status, shop.ended_at = "disconnected", clock.now()
    secrets.remove(secret_of(shop.id, shop.tenant_id))
    record(work.session, shop.tenant_id, actor, "shop.disconnect", f"shop:{shop.id}", {"name": shop.name})
    work.announce(ShopChanged(tenant_id=shop.tenant_id, shop_id=shop.id))


def _keep_secret(session: Session, secret_id: str, credentials: dict[str, str]) -> None:
    """Before the commit, for a shop without its secret would be broken; last, so that little can still go wrong.

    When the row does not come to be, the secret goes too. A worker that is killed between the two leaves a secret
    whose name nobody knows: no row names it, so nothing ever reads it.
    """

    def forget(_session: Session) -> None:
        secrets.remove(secret_id)

    event.listen(session, "after_rollback", forget, once=True)
    secrets.write(secret_id, credentials)
