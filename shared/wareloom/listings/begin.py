"""Draft the listings of an approved design: one for each connected shop, or for a practice shop where there is none."""

import secrets
from collections.abc import Sequence
from uuid import UUID

from wareloom.accounts import queries as accounts
from wareloom.accounts.connect_shop import connect_shop, hold_shops
from wareloom.accounts.models import Shop
from wareloom.designs.models import Design
from wareloom.designs.products import PRODUCTS
from wareloom.designs.readiness import ready_products
from wareloom.designs.studios.registry import STUDIOS
from wareloom.ideas.models import Idea
from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work
from wareloom.listings.channel import Channel
from wareloom.listings.channels.registry import channel as find_channel
from wareloom.listings.draft import Draft, Story, compose
from wareloom.listings.events import ListingChanged
from wareloom.listings.models import Listing
from wareloom.listings.price import Average
from wareloom.listings.variants import suited, variants
from wareloom.trends.costs import COSTS
from wareloom.trends.models import Trend

_CURRENCY = "USD"


def begin_listings(work: Work, design: Design, *, run_id: UUID) -> Sequence[Listing]:
    idea = work.session.get_one(Idea, design.idea_id)
    trend = work.session.get_one(Trend, design.trend_id)
    drafted = [_listing(design, run_id, shop, idea, trend) for shop in _shops(work, design.tenant_id)]
    work.session.add_all(drafted)
    work.session.flush()
    for listing in drafted:
        work.announce(ListingChanged(tenant_id=listing.tenant_id, listing_id=listing.id, design_id=listing.design_id))
    return drafted


def _shops(work: Work, tenant_id: UUID) -> Sequence[Shop]:
    if connected := accounts.shops(work.session, tenant_id, connected=True):
        return connected
    hold_shops(work.session, tenant_id)  # of many designs published at once, one opens the practice shop
    return accounts.shops(work.session, tenant_id, connected=True) or [_practice_shop(work, tenant_id)]


def _practice_shop(work: Work, tenant_id: UUID) -> Shop:
    """Nobody needs a contract with a printer to see the river run to its end.

    A number follows where there were shops before: a practice shop that was disconnected still knows its first token.
    """
    before = len(accounts.shops(work.session, tenant_id))
    name, shop = ("Practice shop", f"practice-{tenant_id}")
    if before:
        name, shop = f"{name} {before + 1}", f"{shop}-{before + 1}"
    words = {"shop": shop, "token": secrets.token_urlsafe(24)}
    return connect_shop(work, tenant_id=tenant_id, actor="wareloom", channel="sandbox", name=name, credentials=words)


def _listing(design: Design, run_id: UUID, shop: Shop, idea: Idea, trend: Trend) -> Listing:
    kind, now = find_channel(shop.channel), clock.now()
    draft = _draft(kind, design, idea, trend)
    things = variants({product: one.amount for product, one in draft.prices.items()}, on_dark=_on_dark(design))
    return Listing(
        id=new_id(),
        tenant_id=design.tenant_id,
        run_id=run_id,
        design_id=design.id,
        shop_id=shop.id,
        channel=shop.channel,
        status="draft",
        title=draft.title,
        description=draft.description,
        tags=list(draft.tags),
        currency=draft.currency,
        price_from=draft.price_from,
        variants=[{**vars(thing), "price": str(thing.price)} for thing in things],
        created_at=now,
        updated_at=now,
    )


def _draft(kind: Channel, design: Design, idea: Idea, trend: Trend) -> Draft:
    sold = _sold(kind, design, idea)
    story = Story(
        slogan=design.slogan,
        concept=idea.concept,
        tags=tuple(idea.tags),
        niche=trend.name,
        audience=tuple(entry["word"] for entry in trend.audience[:3]),
        styles=tuple(entry["word"] for entry in trend.styles[:3]),
        products=sold,
        drawn_by_model=not STUDIOS[design.studio].offline,
    )
    priced = trend.price_avg is not None and trend.currency in COSTS
    average = Average(trend.price_avg, trend.currency) if priced and trend.price_avg and trend.currency else None
    return compose(story, kind.limits, currency=average.currency if average else _CURRENCY, average=average)


def _sold(kind: Channel, design: Design, idea: Idea) -> tuple[str, ...]:
    """What the idea is for, where that can be printed well and be read on what it comes in."""
    printable = ready_products(design)
    possible = [product for product in PRODUCTS if product in kind.products and product in printable]
    if not possible:
        raise Rejected("This design is not fit to be printed on anything that the shop sells: its page says why.")
    wanted = [product for product in possible if product in idea.products] or possible
    sold = suited(wanted, on_dark=_on_dark(design))
    if not sold:
        raise Rejected(
            f"Its light inks cannot be read on a {' or a '.join(wanted)}: these come in light colours only."
            " Edit the design for light fabric, and approve the new one."
        )
    return sold


def _on_dark(design: Design) -> bool:
    return bool(design.wanted.get("on_dark"))
