"""The socket: a ticket opens it, `subscribe` chooses what it hears, `replay` brings what it missed."""

import json
from typing import Any

from wareloom.edge.entrypoint import entrypoint
from wareloom.kit.errors import Failure, Malformed, Unauthenticated
from wareloom.kit.sockets import post
from wareloom.kit.work import unit_of_work
from wareloom.live.connect import connect, disconnect
from wareloom.live.converse import converse


@entrypoint
def handle(event: Any, _context: Any) -> dict[str, int]:
    call = event["requestContext"]
    connection_id: str = call["connectionId"]
    if call["routeKey"] == "$connect":
        asked: dict[str, str] = event.get("queryStringParameters") or {}
        return _open(connection_id, asked.get("ticket", ""))
    if call["routeKey"] == "$disconnect":
        with unit_of_work() as work:
            disconnect(work, [connection_id])
        return {"statusCode": 200}
    post(connection_id, _answer(connection_id, event.get("body") or ""))
    return {"statusCode": 200}


def _open(connection_id: str, ticket: str) -> dict[str, int]:
    try:
        with unit_of_work() as work:
            connect(work, connection_id, ticket)
    except Unauthenticated:
        return {"statusCode": 401}
    return {"statusCode": 200}


def _answer(connection_id: str, body: str) -> dict[str, Any]:
    try:
        with unit_of_work() as work:
            return converse(work, connection_id, _read(body))
    except Failure as failure:
        return {"type": "error", "kind": failure.kind, "reason": failure.reason}


def _read(body: str) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except ValueError as error:
        raise Malformed("A frame must be JSON.") from error
    if not isinstance(said, dict):
        raise Malformed("A frame must be a JSON object.")
    return said  # pyright: ignore[reportUnknownVariableType] - its fields are checked where they are used
