"""Designs whose time is long over although no state machine said so: closed from their rows."""

from datetime import timedelta

from sqlalchemy import select

from wareloom.designs.approve import expire
from wareloom.designs.models import Design
from wareloom.kit import clock
from wareloom.kit.work import Work

_LATE = timedelta(hours=1)
"""The state machine is the one to say it: this is for when it cannot."""


def sweep_designs(work: Work) -> int:
    late = (
        select(Design.id)
        .where(Design.status == "waiting", Design.expires_at < clock.now() - _LATE)
        .order_by(Design.expires_at)
        .limit(50)
        .with_for_update(skip_locked=True)
    )
    found = work.session.scalars(late).all()
    for design_id in found:
        expire(work, design_id)
    return len(found)
