"""The HTTP API: API Gateway → Mangum → FastAPI."""

import asyncio
from functools import lru_cache
from typing import Any

from mangum import Mangum

from functions.api.answers import JSON
from functions.api.app import create_app
from functions.api.errors import MEDIA_TYPE
from wareloom.edge.entrypoint import entrypoint


@lru_cache
def _served() -> Mangum:
    # Mangum asks for this thread's event loop, and since Python 3.12 nobody makes one unasked.
    asyncio.set_event_loop(asyncio.new_event_loop())
    return Mangum(create_app(), lifespan="off", text_mime_types=["text/", JSON, MEDIA_TYPE])


@entrypoint
def handle(event: Any, context: Any) -> dict[str, Any]:
    return _served()(event, context)
