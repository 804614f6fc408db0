"""Bring a page, asking only for what is new: a page that is as we have it costs the other side next to nothing.

What we have is looked up before asking, so that “not modified” can always be read:
the same bytes, seen again now.
"""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from wareloom.kit.errors import NotFound
from wareloom.market.archive import Archived, archive, bring_back
from wareloom.market.fetcher import Fetcher
from wareloom.market.marketplace import Marketplace
from wareloom.market.models import RawPage
from wareloom.market.page import Edition, Fetched, PageRequest

_READABLE = ("read", "empty")


def bring(session: Session, kind: Marketplace, asked: PageRequest, fetcher: Fetcher) -> Archived:
    row = _newest(session, kind.name, asked.url)
    body = _still_here(row) if row else None
    if row is None or body is None:
        return archive(kind, fetcher.fetch(asked))
    known = Edition(etag=row.etag, last_modified=row.last_modified)
    fetched = fetcher.fetch(asked.model_copy(update={"known": known}))
    if not fetched.not_modified:
        return archive(kind, fetched)
    return Archived(kind.name, kind.version, _seen_again(fetched, row, body), row.sha256)


def _newest(session: Session, marketplace: str, url: str) -> RawPage | None:
    query = select(RawPage).where(
        func.md5(RawPage.url) == func.md5(url),
        RawPage.url == url,
        RawPage.marketplace == marketplace,
        RawPage.outcome.in_(_READABLE),
        or_(RawPage.etag.is_not(None), RawPage.last_modified.is_not(None)),
    )
    return session.scalar(query.order_by(RawPage.fetched_at.desc()).limit(1))


def _still_here(row: RawPage) -> bytes | None:
    try:
        return bring_back(row)
    except NotFound:
        return None


def _seen_again(fetched: Fetched, row: RawPage, body: bytes) -> Fetched:
    return fetched.model_copy(update={"body": body, "content_type": row.content_type, "url": row.url})
