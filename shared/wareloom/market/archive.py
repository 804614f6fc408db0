"""Pages as they were sent, kept under the digest of their bytes: where every number came from, to be read again.

The bytes go first and the row after them. Bytes without a row do no harm, and the same bytes twice are one object.
"""

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from wareloom.kit import clock, objects
from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.paging import Page, cut, read_cursor, write_cursor
from wareloom.kit.settings import StorageSettings
from wareloom.market.marketplace import Marketplace
from wareloom.market.marketplaces.registry import marketplace as find_marketplace
from wareloom.market.models import RawPage, Task
from wareloom.market.page import Edition, Fetched, OfferPage, PageRequest

_NEWEST = "pages of a task"


@dataclass(frozen=True, slots=True)
class Archived:
    """A page whose bytes are kept under `digest`, and still at hand for whoever reads them now."""

    marketplace: str
    parser_version: int
    fetched: Fetched
    digest: bytes | None


class _Unread(Failure):
    """A page that brought no offers, with the page: it is kept too, so that the reason can be looked into."""

    page: Archived

    def about(self, page: Archived) -> "_Unread":
        self.page = page
        return self


class BlockedPage(_Unread, Blocked):
    pass


class RejectedPage(_Unread, Rejected):
    pass


def archive(kind: Marketplace, fetched: Fetched) -> Archived:
    digest = sha256(fetched.body).digest()
    key = page_key(kind.name, digest)
    objects.put(_bucket(), key, fetched.body, content_type=fetched.content_type, compress=True)
    return Archived(kind.name, kind.version, fetched, digest)


def page_key(marketplace: str, digest: bytes) -> str:
    spelled = digest.hex()
    return f"market/pages/{marketplace}/{spelled[:2]}/{spelled}"


def bring_back(page: RawPage) -> bytes:
    if page.sha256 is None:
        raise NotFound("Of this page nothing was sent.")
    return objects.get(_bucket(), page_key(page.marketplace, page.sha256))


def read_archived(kind: Marketplace, page: Archived) -> OfferPage:
    """The offers in a page. A page that has none to give takes its bytes with it to where its row is written."""
    try:
        return kind.read(page.fetched.body, page.fetched.url)
    except Blocked as wall:
        raise BlockedPage(wall.reason, retry_after=wall.retry_after).about(page) from wall
    except Rejected as failure:
        raise RejectedPage(failure.reason).about(page) from failure


def note_read(session: Session, page: Archived, offers_found: int, *, task_id: UUID | None) -> UUID:
    return _note(session, page, "read" if offers_found else "empty", offers_found=offers_found, task_id=task_id)


def note_unread(session: Session, failure: Failure, task: Task) -> None:
    """In the transaction that puts the failure on its task. Who was turned away at the door is noted without bytes."""
    match failure:
        case BlockedPage():
            _note(session, failure.page, "blocked", reason=failure.reason, task_id=task.id)
        case RejectedPage():
            _note(session, failure.page, "rejected", reason=failure.reason, task_id=task.id)
        case Blocked() if task.next_page:
            _note(session, _at_the_door(task), "blocked", reason=failure.reason, task_id=task.id)
        case _:
            pass


def _at_the_door(task: Task) -> Archived:
    kind = find_marketplace(task.marketplace)
    asked = PageRequest.model_validate(task.next_page)
    nothing = Fetched(url=asked.url, body=b"", content_type="", fetched_at=clock.now())
    return Archived(kind.name, kind.version, nothing, None)


def _note(
    session: Session,
    page: Archived,
    outcome: str,
    *,
    task_id: UUID | None,
    offers_found: int = 0,
    reason: str | None = None,
) -> UUID:
    edition = page.fetched.edition or Edition()
    row = RawPage(
        id=new_id(),
        marketplace=page.marketplace,
        url=page.fetched.url,
        sha256=page.digest,
        size=len(page.fetched.body),
        content_type=page.fetched.content_type,
        fetched_at=page.fetched.fetched_at,
        task_id=task_id,
        parser_version=page.parser_version,
        outcome=outcome,
        reason=reason,
        offers_found=offers_found,
        etag=edition.etag,
        last_modified=edition.last_modified,
    )
    session.add(row)
    session.flush()
    return row.id


def pages_of(session: Session, task_id: UUID, *, cursor: str | None, limit: int) -> Page[RawPage]:
    """A task's pages, newest first. Whoever asks has found the task in their own workspace."""
    query = select(RawPage).where(RawPage.task_id == task_id).order_by(RawPage.id.desc()).limit(limit + 1)
    if cursor:
        (before,) = read_cursor(cursor, _NEWEST, UUID)
        query = query.where(RawPage.id < before)
    return cut(session.scalars(query).all(), limit, lambda row: write_cursor(_NEWEST, str(row.id)))


def page(session: Session, marketplace: str, page_id: UUID) -> RawPage:
    found = session.scalar(select(RawPage).where(RawPage.id == page_id, RawPage.marketplace == marketplace))
    if found is None:
        raise NotFound("There is no such page of this marketplace.")
    return found


def _bucket() -> str:
    return StorageSettings.from_env().raw_bucket
