"""Give and take the ticket that opens a socket."""

from datetime import timedelta

from sqlalchemy import delete

from wareloom.accounts.identity import Identity
from wareloom.accounts.opaque import digest, new_token
from wareloom.kit import clock
from wareloom.kit.errors import Unauthenticated
from wareloom.kit.work import Work
from wareloom.live.models import Ticket

LASTS = timedelta(seconds=60)


def give_ticket(work: Work, who: Identity) -> str:
    token = new_token()
    ticket = Ticket(
        digest=digest(token),
        tenant_id=who.tenant_id,
        user_id=who.user_id,
        sign_in_id=who.sign_in_id,
        expires_at=clock.now() + LASTS,
    )
    work.session.add(ticket)
    return token


def take_ticket(work: Work, token: str) -> Ticket:
    """Deleting is what makes it work only once."""
    taken = delete(Ticket).where(Ticket.digest == digest(token)).returning(Ticket)
    ticket = work.session.scalar(taken)
    if ticket is None or ticket.expires_at <= clock.now():
        raise Unauthenticated("This ticket has been used or has expired.")
    return ticket
