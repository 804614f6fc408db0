"""Saying something to an open socket, and what came of it."""

import json
from typing import Any, Literal

from wareloom.kit import aws
from wareloom.kit.log import logger
from wareloom.kit.settings import LiveSettings

_log = logger(__name__)
Outcome = Literal["told", "gone", "busy"]


def post(connection_id: str, body: dict[str, Any]) -> Outcome:
    """Gone when the browser has left; busy for any other trouble, throttling too, after one more try."""
    from botocore.exceptions import BotoCoreError, ClientError

    sockets = aws.sockets(LiveSettings.from_env().callback_url)
    try:
        sockets.post_to_connection(ConnectionId=connection_id, Data=json.dumps(body).encode())
    except sockets.exceptions.GoneException:
        return "gone"
    except (BotoCoreError, ClientError) as error:
        _log.warning("a socket could not be told: %s", error)
        return "busy"
    return "told"
