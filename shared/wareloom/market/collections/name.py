"""What a collection is called: as somebody wrote it, and as names are compared. One workspace has each name once."""

import unicodedata
from uuid import UUID

from sqlalchemy import func, select

from wareloom.kit.errors import Conflict, Rejected
from wareloom.kit.work import Work
from wareloom.market.collections.models import Collection

LONGEST = 120


def spelled(name: str) -> str:
    written = " ".join(name.split())
    if not any(letter.isprintable() for letter in written):
        raise Rejected("A collection needs a name that people can read.")
    if len(written) > LONGEST:
        raise Rejected(f"A collection's name may have {LONGEST} characters.")
    return written


def key(written: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", written).casefold())


def leave_to(work: Work, tenant_id: UUID, written: str, *, except_for: UUID | None = None) -> None:
    """Refuse a name that another collection has.

    Whoever names a collection takes turns, so that of two with one name at once the second is told so, in words.
    """
    work.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"collections:{tenant_id}", 0))))
    same = select(Collection.id).where(
        Collection.tenant_id == tenant_id, Collection.key == key(written), Collection.archived_at.is_(None)
    )
    if work.session.scalar(same) not in {None, except_for}:
        raise Conflict(f"This workspace has a collection called “{written}” already. Choose another name.")
