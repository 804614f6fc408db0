"""How much a page told: of each field, how many of its offers had one. A reader that goes blind shows here first."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.market.document import written
from wareloom.market.page import SeenOffer

FIELDS = (
    "price",
    "list_price",
    "currency",
    "rating",
    "reviews_count",
    "image_url",
    "product_url",
    "seller",
    "category_path",
    "availability",
    "stock",
    "rank",
    "sponsored",
    "tags",
)

# In one order for everybody. It is the last thing written before a commit: all who read a marketplace wait for these.
_ADD = text("""
    INSERT INTO market_fills AS kept (marketplace, parser_version, day, alone, field, offers, filled)
    SELECT :marketplace, :parser_version, :day, :alone, field, :offers, filled
    FROM json_to_recordset(CAST(:fields AS json)) AS told (field text, filled bigint)
    ORDER BY field
    ON CONFLICT (marketplace, parser_version, day, alone, field) DO UPDATE SET
        offers = kept.offers + excluded.offers, filled = kept.filled + excluded.filled
""")


def add_fills(
    session: Session, marketplace: str, parser_version: int, offers: Sequence[SeenOffer], *, at: datetime
) -> None:
    if not offers:
        return
    told: list[dict[str, Any]] = [{"field": field, "filled": _filled(offers, field)} for field in FIELDS]
    said = {
        "marketplace": marketplace,
        "parser_version": parser_version,
        "day": at.astimezone(UTC).date(),
        "alone": len(offers) == 1,
        "offers": len(offers),
        "fields": written(told),
    }
    session.execute(_ADD, said)


def _filled(offers: Iterable[SeenOffer], field: str) -> int:
    return sum(1 for offer in offers if getattr(offer, field) not in (None, "", (), False))
