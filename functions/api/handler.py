"""The HTTP API: API Gateway → Mangum → FastAPI."""

from functools import lru_cache
from typing import Any

from mangum import Mangum

from functions.api.answers import JSON
from functions.api.app import create_app
from functions.api.errors import MEDIA_TYPE
from wareloom.edge.entrypoint import entrypoint


@lru_cache
def _served() -> Mangum:
    return Mangum(create_app(), lifespan="off", text_mime_types=["text/", JSON, MEDIA_TYPE])


@entrypoint
def handle(event: Any, context: Any) -> dict[str, Any]:
    return _served()(event, context)
