"""Connect a shop of a channel: its credentials are read by the channel's own form and tried before they are kept."""

from typing import Any
from uuid import UUID

from pydantic import SecretStr, ValidationError

from wareloom.accounts.connect_shop import LONGEST_NAME, connect_shop
from wareloom.accounts.models import Shop
from wareloom.kit.errors import Blocked, Rejected
from wareloom.kit.work import Work
from wareloom.listings.channel import Credentials
from wareloom.listings.channels.registry import channel as find_channel


def connect(work: Work, *, tenant_id: UUID, actor: str, channel: str, name: str, given: dict[str, Any]) -> Shop:
    kind = find_channel(channel)
    credentials = _read(kind.credentials, given)
    try:
        called = kind.open(credentials).check()
    except Blocked as wall:
        raise Rejected(wall.reason) from wall
    return connect_shop(
        work,
        tenant_id=tenant_id,
        actor=actor,
        channel=channel,
        name=name.strip() or called[:LONGEST_NAME].strip() or kind.title,
        credentials=_written(credentials),
    )


def _read(form: type[Credentials], given: dict[str, Any]) -> Credentials:
    try:
        return form.model_validate(given)
    except ValidationError as error:
        # Which field and why, never what was typed: it may be a secret in the wrong place.
        first = error.errors(include_input=False, include_context=False)[0]
        where = ".".join(map(str, first["loc"])) or "the credentials"
        raise Rejected(f"{where}: {first['msg'].removeprefix('Value error, ').rstrip('.')}.") from None


def _written(credentials: Credentials) -> dict[str, str]:
    return {
        field: value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        for field in type(credentials).model_fields
        if (value := getattr(credentials, field)) is not None
    }
