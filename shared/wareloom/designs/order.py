"""What a studio is told to draw: out of an idea, or as it stands on a design's row."""

from dataclasses import asdict
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from wareloom.designs.models import Design
from wareloom.designs.studio import Order
from wareloom.ideas.models import Idea
from wareloom.kit import clock
from wareloom.kit.ids import new_id
from wareloom.kit.work import Work

_DARK_FABRIC = frozenset({"tee", "hoodie", "tote"})
"""What comes in dark colours: light inks on anything else could not be read."""
_OFTEN = 0.6


def order_of(idea: Idea) -> Order:
    chance = Random(idea.id.int)  # noqa: S311 - variety, not secrecy
    return Order(
        slogan=idea.slogan,
        concept=idea.concept,
        prompt=idea.design_prompt,
        palette=tuple(idea.palette),
        motifs=tuple(idea.motifs),
        style=idea.style,
        seed=chance.randrange(2**31),
        on_dark=_DARK_FABRIC.issuperset(idea.products) and chance.random() < _OFTEN,
    )


def row(idea: Idea, order: Order, *, studio: str, variant: int = 0, parent: Design | None = None) -> Design:
    now = clock.now()
    return Design(
        id=new_id(),
        tenant_id=idea.tenant_id,
        run_id=idea.run_id,
        trend_id=idea.trend_id,
        idea_id=idea.id,
        parent_id=parent.id if parent else None,
        variant=variant,
        status="planned",
        studio=studio,
        slogan=order.slogan,
        wanted=asdict(order),
        made_with={},
        created_at=now,
        updated_at=now,
    )


def next_variant(work: Work, idea_id: UUID) -> int:
    highest = work.session.scalar(select(func.max(Design.variant)).where(Design.idea_id == idea_id))
    return (highest if highest is not None else -1) + 1


def written_order(design: Design) -> Order:
    """The order as it stands on the row."""
    said: dict[str, Any] = design.wanted | {name: tuple(design.wanted[name]) for name in ("palette", "motifs")}
    return Order(**said)
