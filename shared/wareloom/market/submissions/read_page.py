"""Read a page that a person saved, with the marketplace's own reader. What it shows is kept as this workspace's claims.

It is archived like any page, but it has no row among the pages that we fetched: those are read again into everybody's
history, and nobody can know whether a saved page was ever shown like that.
"""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.market.archive import Archived, archive, read_archived
from wareloom.market.claims.keep import SHOWN, keep_claims
from wareloom.market.claims.models import Claim
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.page import Fetched, SeenOffer
from wareloom.market.uploads.models import SubmittedPage
from wareloom.market.uploads.upload import ended, reader


def read_page(work: Work, row: SubmittedPage) -> None:
    archived = _archived(row)
    offers = {offer.external_id: offer for offer in read_archived(marketplace(row.marketplace), archived).offers}
    at = row.started_at or row.created_at
    _count(work.session, row, offers)
    rows = {
        number: {
            "marketplace": row.marketplace,
            "external_id": offer.external_id,
            "seen_at": at,
            **{name: getattr(offer, name) for name in SHOWN},
        }
        for number, offer in enumerate(offers.values(), 1)
    }
    keep_claims(work.session, row.tenant_id, rows, page_id=row.id)
    work.session.refresh(row, with_for_update=True, attribute_names=["status"])
    row.outcome, row.reason, row.updated_at = "read" if offers else "empty", None, clock.now()
    row.sha256, row.parser_version, row.offers_found = archived.digest, archived.parser_version, len(offers)
    if row.status == "cancelled":
        row.reason = "Cancelled while it was being read; its offers are kept."
        return
    ended(work, row, "succeeded", {"offers": len(offers), "new": row.offers_new, "changed": row.offers_changed})


def _archived(row: SubmittedPage) -> Archived:
    body = reader(row)(0, row.size)
    kind = "application/json" if body.lstrip()[:1] in (b"{", b"[") else "text/html"
    fetched = Fetched(url=row.url, body=body, content_type=kind, fetched_at=row.started_at or row.created_at)
    return archive(marketplace(row.marketplace), fetched)


def _count(session: Session, row: SubmittedPage, offers: dict[str, SeenOffer]) -> None:
    """Against what this workspace said of them last."""
    last = (
        select(Claim)
        .where(Claim.tenant_id == row.tenant_id, Claim.marketplace == row.marketplace, Claim.external_id.in_(offers))
        .ext(distinct_on(Claim.external_id))
        .order_by(Claim.external_id, Claim.seen_at.desc())
    )
    known = {claim.external_id: claim for claim in session.scalars(last)}
    row.offers_new = len(offers.keys() - known.keys())
    row.offers_changed = sum(1 for id_, claim in known.items() if _moved(claim, offers[id_]))


def _moved(claim: Claim, offer: SeenOffer) -> bool:
    """In what moves; what the page leaves out is as it was."""
    shown = ((getattr(claim, name), getattr(offer, name)) for name in _MOVES)
    return any(now is not None and now != before for before, now in shown)


_MOVES = ("price", "list_price", "currency", "rating", "reviews_count", "availability", "rank", "stock")
