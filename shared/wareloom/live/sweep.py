"""Forget what can no longer be used: old messages, tickets, and sockets whose end we were not told of.

And number what a sender that died has left waiting: browsers learn of it from the answer to their next ping.
"""

from datetime import timedelta

from sqlalchemy import delete, select

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.live.models import Arrival, Connection, Message, Ticket
from wareloom.live.push import LASTS
from wareloom.live.tell import hold_head, number

KEPT = timedelta(hours=24)


def sweep_live(work: Work) -> None:
    now = clock.now()
    for tenant_id in work.session.scalars(select(Arrival.tenant_id).where(Arrival.at < now - LASTS).distinct()):
        number(work, hold_head(work, tenant_id))
    work.session.execute(delete(Message).where(Message.at < now - KEPT))
    work.session.execute(delete(Connection).where(Connection.expires_at < now))
    work.session.execute(delete(Ticket).where(Ticket.expires_at < now))
