"""Secrets Manager, read at most once in five minutes: a rotated secret is picked up without a deploy."""

from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter, ValidationError

from wareloom.kit import aws, clock
from wareloom.kit.errors import Unavailable

_JSON_OBJECT = TypeAdapter(dict[str, Any])
_FRESH = timedelta(minutes=5)
_kept: dict[str, tuple[datetime, dict[str, Any]]] = {}


def read(secret_id: str, *, fresh: bool = False) -> dict[str, Any]:
    """The JSON object in a secret. `fresh` passes over what is kept: for a caller whose secret was just refused."""
    kept = _kept.get(secret_id)
    if kept and not fresh and clock.now() - kept[0] < _FRESH:
        return kept[1]
    text = aws.secrets_manager().get_secret_value(SecretId=secret_id).get("SecretString", "")
    try:
        value = _JSON_OBJECT.validate_json(text)
    except ValidationError:
        # Without the cause: a validation error quotes what it read.
        raise Unavailable(f"the secret {secret_id} is not a JSON object") from None
    _kept[secret_id] = (clock.now(), value)
    return value


def forget() -> None:
    _kept.clear()
