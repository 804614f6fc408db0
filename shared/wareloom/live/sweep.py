"""Forget what can no longer be used: old messages, tickets, and sockets whose end we were not told of."""

from datetime import timedelta

from sqlalchemy import delete

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.live.models import Connection, Message, Ticket

KEPT = timedelta(hours=24)


def sweep_live(work: Work) -> None:
    now = clock.now()
    work.session.execute(delete(Message).where(Message.at < now - KEPT))
    work.session.execute(delete(Connection).where(Connection.expires_at < now))
    work.session.execute(delete(Ticket).where(Ticket.expires_at < now))
