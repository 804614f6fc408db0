"""Rows that tests start from, made by the same verbs that the product uses."""

from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from wareloom.accounts.identity import Identity
from wareloom.accounts.register import register
from wareloom.kit.work import Work
from wareloom.market.page import SeenOffer

PASSWORD = "seven plain wooden spoons"
_numbers = count(1)


def an_email() -> str:
    return f"person{next(_numbers)}@shop.example"


def an_owner(work: Work, *, email: str | None = None, workspace: str = "Paper Fox Prints") -> Identity:
    tokens = register(
        work, email=email or an_email(), password=PASSWORD, name="Ada", workspace=workspace, device="a test"
    )
    return Identity(tokens.access.user_id, tokens.access.tenant_id, "owner", sign_in_id=tokens.access.sign_in_id)


def an_offer(number: int = 1, **changes: Any) -> SeenOffer:
    shown: dict[str, Any] = {
        "external_id": f"offer-{number}",
        "title": f"Retro camping tee no. {number}",
        "price": Decimal("19.99"),
        "currency": "USD",
        "rating": Decimal("4.50"),
        "reviews_count": 10,
        "seller": "Paper Fox",
        "category": "tee",
        "tags": ("camping", "retro"),
    }
    return SeenOffer(**{**shown, **changes})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
