"""How an offer moved: written where something changed, read between its first and its last moment."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from wareloom.market.document import written
from wareloom.market.moves import Course, Move, Seen, Shown

_NAMES = f"offer_id, seen_at, previous_at, {', '.join(Shown._fields)}"

# No earlier than the offer's first moment and no later than its last, so that only its own months are looked into; the
# same is said once for all offers, for only what stands there in so many words spares the planning of other months.
_OF_IT = f"SELECT {_NAMES} FROM market_sightings WHERE offer_id = told.id AND seen_at BETWEEN :born AND :latest"  # noqa: S608 - put together from the names above
_AROUND = text(f"""
    SELECT move.* FROM json_to_recordset(CAST(:told AS json))
        AS told (id uuid, born timestamptz, latest timestamptz, first timestamptz, last timestamptz)
    CROSS JOIN LATERAL (
        ({_OF_IT} AND seen_at >= told.born AND seen_at < told.first ORDER BY seen_at DESC LIMIT 1)
        UNION ALL
        ({_OF_IT} AND seen_at BETWEEN told.first AND told.last)
        UNION ALL
        ({_OF_IT} AND seen_at > told.last AND seen_at <= told.latest ORDER BY seen_at LIMIT 1)
    ) AS move
    ORDER BY seen_at
""")  # noqa: S608 - as above

_KEEP = text(f"""
    INSERT INTO market_sightings ({_NAMES}, task_id, page_id)
    SELECT {_NAMES}, task_id, page_id FROM json_to_recordset(CAST(:moves AS json)) AS move (offer_id uuid,
        seen_at timestamptz, previous_at timestamptz, price numeric, list_price numeric, currency text, rating numeric,
        reviews_count bigint, availability text, rank bigint, stock bigint, task_id uuid, page_id uuid)
    ON CONFLICT (offer_id, seen_at) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in Shown._fields)},
        page_id = excluded.page_id
""")  # noqa: S608 - put together from the names above


class Standing(NamedTuple):
    """An offer before a page came."""

    first_seen_at: datetime
    last_seen_at: datetime
    shown: Shown
    page_id: UUID | None


class Told(NamedTuple):
    """What one page tells of one offer, in the order of its moments; `before` is None of a new one."""

    offer_id: UUID
    seen: Sequence[Seen]
    before: Standing | None


def keep_moves(
    session: Session, told: Sequence[Told], *, task_id: UUID | None, page_id: UUID | None, again: bool = False
) -> set[UUID]:
    """The offers of which something was written."""
    late = [one for one in told if one.before and (again or one.seen[0].at <= one.before.last_seen_at)]
    around = _around(session, late) if late else {}
    rows: list[dict[str, Any]] = []
    for one in told:
        course = _course(one, around)
        course.tell(one.seen, again=again)
        for move in course.moved.values():
            source = (task_id, page_id) if move.told else (None, _page_of(move, one))
            rows.append(_row(one.offer_id, move, *source))
    if rows:
        session.execute(_KEEP, {"moves": written(rows)})
    return {row["offer_id"] for row in rows}


def _course(told: Told, around: dict[UUID, list[Move]]) -> Course:
    """A page that is not late needs no look at the history: the offer itself says how it stood, and when."""
    before = told.before
    if before is None:
        return Course()
    moves = around.get(told.offer_id) or [Move(before.last_seen_at, before.shown)]
    return Course(moves, last_seen_at=before.last_seen_at)


def _around(session: Session, late: Sequence[Told]) -> dict[UUID, list[Move]]:
    lives = [(one, one.before) for one in late if one.before]
    asked = [
        {
            "id": one.offer_id,
            "born": before.first_seen_at,
            "latest": before.last_seen_at,
            "first": one.seen[0].at,
            "last": one.seen[-1].at,
        }
        for one, before in lives
    ]
    said = {
        "told": written(asked),
        "born": min(before.first_seen_at for _, before in lives),
        "latest": max(before.last_seen_at for _, before in lives),
    }
    found: dict[UUID, list[Move]] = {}
    for row in session.execute(_AROUND, said):
        found.setdefault(row.offer_id, []).append(_move(row))
    return found


def _move(row: Row[Any]) -> Move:
    return Move(row.seen_at, shown_in(row), row.previous_at)


def shown_in(row: Row[*tuple[Any, ...]]) -> Shown:
    return Shown(
        row.price, row.list_price, row.currency, row.rating, row.reviews_count, row.availability, row.rank, row.stock
    )


def _row(offer_id: UUID, move: Move, task_id: UUID | None, page_id: UUID | None) -> dict[str, Any]:
    shown = dict(zip(Shown._fields, move.shown, strict=True))
    moments = {"seen_at": move.at, "previous_at": move.previous_at}
    return {"offer_id": offer_id, **moments, **shown, "task_id": task_id, "page_id": page_id}


def _page_of(move: Move, told: Told) -> UUID | None:
    """Of what another page had shown: the offer knows its last page, of earlier ones nothing was kept."""
    return told.before.page_id if told.before and move.at == told.before.last_seen_at else None
