"""Calling a server that speaks OpenAI's language: which one, with which key, for how long."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from wareloom.kit import secrets
from wareloom.kit.ai.refusals import failure
from wareloom.kit.errors import Blocked
from wareloom.kit.settings import AiSettings

if TYPE_CHECKING:
    from openai import OpenAI

ADDRESS = "https://api.openai.com/v1"
_NO_KEY = "none"
"""The library insists on one; a server of one's own may ask for none."""


Way = Callable[["OpenAI"], Callable[..., Any]]
"""Which of the library's raw calls."""


def call(settings: AiSettings, model: str, way: Way, request: dict[str, Any]) -> bytes:
    """The body of the answer. A key that is refused is read again, once: it may have been replaced a moment ago."""
    from openai import APIError, AuthenticationError

    key = _key(settings)
    try:
        try:
            return _sent(settings, key, way, request)
        except AuthenticationError:
            replaced = _key(settings, fresh=True)
            if replaced == key:
                raise
            return _sent(settings, replaced, way, request)
    except AuthenticationError as error:
        # Without the cause: the server's words may quote the key.
        raise failure(error, model) from None
    except APIError as error:
        raise failure(error, model) from error


def _sent(settings: AiSettings, key: str, way: Way, request: dict[str, Any]) -> bytes:
    from openai import OpenAI

    # A new client each time: a connection kept while a function lay frozen is a broken one.
    with OpenAI(api_key=key, base_url=settings.base_url or ADDRESS, timeout=settings.timeout, max_retries=0) as client:
        content: bytes = way(client)(**request).content
        return content


def _key(settings: AiSettings, *, fresh: bool = False) -> str:
    if settings.secret_id is None:
        if settings.base_url is None:
            raise Blocked("No key for OpenAI has been given: name its secret in the settings.")
        return _NO_KEY
    key = secrets.read(settings.secret_id, fresh=fresh).get("api_key")
    if not isinstance(key, str) or not key:
        raise Blocked(f"The secret {settings.secret_id} holds no api_key.")
    return key
