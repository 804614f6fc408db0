from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict

from functions.api.answers import Out, answer
from functions.api.dependencies import OpenWork, Viewer
from wareloom.live.ticket import LASTS, give_ticket

router = APIRouter(prefix="/live", tags=["live"])


class TicketOut(Out):
    model_config = ConfigDict(title="Ticket")

    ticket: str
    expires_in: int
    path: str = "/ws"


@router.post("/tickets", status_code=201, response_model=TicketOut)
async def create_ticket(request: Request, work: OpenWork, who: Viewer) -> Response:
    """A ticket opens one socket, once: `wss://…/ws?ticket=…`."""
    ticket = TicketOut(ticket=give_ticket(work, who), expires_in=int(LASTS.total_seconds()))
    return answer(request, ticket, 201)
