"""Keep the terms of a list."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from wareloom.market.imports.models import ListedTerm
from wareloom.market.uploads.kept_rows import Kept, Row, keep, upsert

_KEY = ("tenant_id", "list_name", "term", "region", "day")
_TOLD = {
    "list_name": "text", "term": "text", "region": "text", "day": "date", "category": "text", "language": "text",
    "score": "numeric", "rank": "bigint", "volume": "bigint",
}  # fmt: skip
_KEEP = upsert("market_listed_terms", _KEY, _TOLD, {"import_id": "uuid", "row": "bigint"})


def keep_terms(session: Session, tenant_id: UUID, rows: Mapping[int, Row], *, import_id: UUID) -> Kept:
    return keep(session, _KEEP, {"tenant_id": tenant_id}, _KEY[1:], rows, {"import_id": import_id})


def take_back_terms(session: Session, import_id: UUID, most: int) -> int:
    some = select(ListedTerm.id).where(ListedTerm.import_id == import_id).limit(most)
    return len(session.scalars(delete(ListedTerm).where(ListedTerm.id.in_(some)).returning(ListedTerm.id)).all())
