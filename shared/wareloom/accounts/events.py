from typing import ClassVar
from uuid import UUID

from wareloom.kit.events import Event


class MembersChanged(Event):
    """Somebody joined, left, was invited or has another role."""

    room: ClassVar[str] = "accounts"
    user_id: UUID | None = None


class KeysChanged(Event):
    room: ClassVar[str] = "accounts"
    key_id: UUID


class SignInEnded(Event):
    """A device was signed out, by its owner or because a stolen token showed up."""

    room: ClassVar[str] = "accounts"
    sign_in_id: UUID


class ShopChanged(Event):
    """A shop was connected, refused us, or was disconnected."""

    room: ClassVar[str] = "accounts"
    shop_id: UUID
