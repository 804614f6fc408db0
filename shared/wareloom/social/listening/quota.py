"""A network that has said “no more for now” is left alone until the moment it named, whichever subject heard it."""

from datetime import datetime

from sqlalchemy import DateTime, Integer, cast, func, select
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.social.models import Listening


def rests_until(session: Session, network: str) -> datetime | None:
    resets_at = cast(Listening.quota["resets_at"].astext, DateTime(timezone=True))
    spent = select(func.max(resets_at)).where(
        Listening.network == network,
        cast(Listening.quota["left"].astext, Integer) <= 0,
        resets_at > clock.now(),
    )
    return session.scalar(spent)
