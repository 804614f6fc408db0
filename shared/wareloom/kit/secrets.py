"""Secrets Manager, read at most once in five minutes: a rotated secret is picked up without a deploy."""

import json
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter, ValidationError

from wareloom.kit import aws, clock
from wareloom.kit.errors import NotFound, Unavailable
from wareloom.kit.log import logger

_log = logger(__name__)
_JSON_OBJECT = TypeAdapter(dict[str, Any])
FRESH = timedelta(minutes=5)
_kept: dict[str, tuple[datetime, dict[str, Any]]] = {}
_missing: dict[str, datetime] = {}


def found(secret_id: str | None, *, fresh: bool = False) -> dict[str, Any] | None:
    """As `read`, for a secret that need not be there: None then, and nobody is asked again for as long as one is kept.

    A secret that cannot be read is none either, and the log says so: whoever does well without it goes on without it.
    """
    from botocore.exceptions import BotoCoreError, ClientError

    missed = _missing.get(secret_id) if secret_id else None
    if secret_id is None or (missed and not fresh and clock.now() - missed < FRESH):
        return None
    try:
        value = read(secret_id, fresh=fresh)
    except NotFound:
        _missing[secret_id] = clock.now()
        return None
    except (Unavailable, BotoCoreError, ClientError) as error:
        _log.warning("the secret %s cannot be read now: %s", secret_id, type(error).__name__)
        if kept := _kept.get(secret_id):
            return kept[1]
        _missing[secret_id] = clock.now()
        return None
    _missing.pop(secret_id, None)
    return value


def read(secret_id: str, *, fresh: bool = False) -> dict[str, Any]:
    """The JSON object in a secret. `fresh` passes over what is kept: for a caller whose secret was just refused."""
    kept = _kept.get(secret_id)
    if kept and not fresh and clock.now() - kept[0] < FRESH:
        return kept[1]
    client = aws.secrets_manager()
    try:
        text = client.get_secret_value(SecretId=secret_id).get("SecretString", "")
    except (client.exceptions.ResourceNotFoundException, client.exceptions.InvalidRequestException) as error:
        raise NotFound(f"the secret {secret_id} is not there, or is on its way out") from error
    try:
        value = _JSON_OBJECT.validate_json(text)
    except ValidationError:
        # Without the cause: a validation error quotes what it read.
        raise Unavailable(f"the secret {secret_id} is not a JSON object") from None
    _kept[secret_id] = (clock.now(), value)
    return value


def write(secret_id: str, value: dict[str, str]) -> None:
    """Make it, or give it another value."""
    client, text = aws.secrets_manager(), json.dumps(value)
    try:
        client.create_secret(Name=secret_id, SecretString=text)
    except client.exceptions.ResourceExistsException:
        client.put_secret_value(SecretId=secret_id, SecretString=text)
    except client.exceptions.InvalidRequestException:  # on its way out: brought back, and given the new value
        client.restore_secret(SecretId=secret_id)
        client.put_secret_value(SecretId=secret_id, SecretString=text)
    _kept.pop(secret_id, None)
    _missing.pop(secret_id, None)


def remove(secret_id: str) -> None:
    """For good after a week, in which it can be brought back by hand. What is gone already is fine."""
    client = aws.secrets_manager()
    try:
        client.delete_secret(SecretId=secret_id, RecoveryWindowInDays=7)
    except (client.exceptions.ResourceNotFoundException, client.exceptions.InvalidRequestException):
        _log.info("the secret was gone already, or is on its way out")
    _kept.pop(secret_id, None)


def forget() -> None:
    _kept.clear()
    _missing.clear()
