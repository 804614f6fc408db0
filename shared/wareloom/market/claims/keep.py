"""Keep what a workspace says of offers. Nothing of it reaches the offers that everybody shares."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from wareloom.market.claims.models import Claim
from wareloom.market.uploads.kept_rows import Kept, Row, keep, upsert

_KEY = ("tenant_id", "marketplace", "external_id", "seen_at")
_TOLD = {
    "marketplace": "text", "external_id": "text", "seen_at": "timestamptz", "title": "text", "price": "numeric",
    "list_price": "numeric", "currency": "text", "rating": "numeric", "reviews_count": "bigint", "image_url": "text",
    "product_url": "text", "seller": "text", "category": "text", "category_path": "text[]", "availability": "text",
    "rank": "bigint", "stock": "bigint", "sponsored": "boolean", "tags": "text[]",
}  # fmt: skip
SHOWN = tuple(name for name in _TOLD if name not in _KEY)
_KEEP = upsert("market_claims", _KEY, _TOLD, {"import_id": "uuid", "page_id": "uuid", "row": "bigint"})


def keep_claims(
    session: Session,
    tenant_id: UUID,
    rows: Mapping[int, Row],
    *,
    import_id: UUID | None = None,
    page_id: UUID | None = None,
) -> Kept:
    source = {"import_id": import_id, "page_id": page_id}
    return keep(session, _KEEP, {"tenant_id": tenant_id}, _KEY[1:], rows, source)


def take_back_claims(session: Session, import_id: UUID, most: int) -> int:
    some = select(Claim.id).where(Claim.import_id == import_id).limit(most)
    return len(session.scalars(delete(Claim).where(Claim.id.in_(some)).returning(Claim.id)).all())
