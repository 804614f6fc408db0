from uuid import UUID

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from tests.support.database import Overheard
from wareloom.audit.models import AuditEntry, AuditHead
from wareloom.audit.queries import entries
from wareloom.audit.record import record
from wareloom.audit.verify import Verification, verify
from wareloom.kit.ids import new_id


@pytest.fixture
def trail(work: Overheard) -> UUID:
    tenant_id = new_id()
    for number in range(1, 6):
        record(work.session, tenant_id, "user:1", "task.open", f"task:{number}", {"pages": number})
    return tenant_id


def tamper(work: Overheard, tenant_id: UUID, statement: str) -> None:
    """As somebody would who owns the database and switches the guard off."""
    work.session.execute(text("SET LOCAL session_replication_role = replica"))
    work.session.execute(text(statement), {"tenant": tenant_id})
    work.session.execute(text("SET LOCAL session_replication_role = origin"))
    work.session.expire_all()


def test_an_untouched_trail_is_intact(work: Overheard, trail: UUID) -> None:
    assert verify(work.session, trail) == Verification(intact=True, entries=5, broken_at=None)


def test_a_trail_of_nobody_is_intact_and_empty(work: Overheard) -> None:
    assert verify(work.session, new_id()) == Verification(intact=True, entries=0, broken_at=None)


@pytest.mark.parametrize("change", [update(AuditEntry).values(act="task.cancel"), delete(AuditEntry)])
def test_the_database_refuses_to_change_or_delete_an_entry(work: Overheard, trail: UUID, change: object) -> None:
    assert trail
    with pytest.raises(DBAPIError, match="append-only"), work.session.begin_nested():
        work.session.execute(change)  # pyright: ignore[reportArgumentType, reportCallIssue] - an update or a delete


@pytest.mark.parametrize(
    ("change", "broken_at"),
    [
        ("UPDATE audit_entries SET facts = '{\"pages\": 99}' WHERE tenant_id = :tenant AND number = 3", 3),
        ("UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE tenant_id = :tenant AND number = 2", 2),
        ("DELETE FROM audit_entries WHERE tenant_id = :tenant AND number = 4", 4),
        ("DELETE FROM audit_entries WHERE tenant_id = :tenant AND number = 5", 5),
        ("DELETE FROM audit_entries WHERE tenant_id = :tenant", 1),
        ("DELETE FROM audit_heads WHERE tenant_id = :tenant", 6),
    ],
)
def test_tampering_shows_where_it_happened(work: Overheard, trail: UUID, change: str, broken_at: int) -> None:
    tamper(work, trail, change)
    found = verify(work.session, trail)
    assert (found.intact, found.broken_at) == (False, broken_at)


def test_secrets_never_enter_the_trail(work: Overheard) -> None:
    tenant_id = new_id()
    record(work.session, tenant_id, "user:1", "shop.connect", "shop:1", {"access_token": "abc", "note": "Bearer xyz"})
    (entry,) = work.session.scalars(select(AuditEntry).where(AuditEntry.tenant_id == tenant_id))
    assert "abc" not in str(entry.facts)
    assert "xyz" not in str(entry.facts)
    assert verify(work.session, tenant_id).intact


def test_pages_come_newest_first_and_lose_nothing(work: Overheard, trail: UUID) -> None:
    first = entries(work.session, trail, actor=None, act="task", cursor=None, limit=3)
    second = entries(work.session, trail, actor=None, act="task", cursor=first.next_cursor, limit=3)
    assert [entry.number for entry in [*first.items, *second.items]] == [5, 4, 3, 2, 1]
    assert second.next_cursor is None


def test_two_tenants_have_two_chains(work: Overheard, trail: UUID) -> None:
    other = new_id()
    record(work.session, other, "user:2", "task.open", "task:1")
    heads = work.session.scalars(select(AuditHead.number).where(AuditHead.tenant_id.in_([trail, other])))
    assert sorted(heads) == [1, 5]
