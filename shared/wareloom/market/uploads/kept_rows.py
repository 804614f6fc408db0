"""Rows of a workspace's own under a unique key: written where they differ from what stands there.

What a later file says of the same takes the place of what an earlier one said, and belongs to the later one, also
where both say the same: taking the earlier one back leaves it alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from wareloom.kit.ids import new_id
from wareloom.market.document import written

Row = dict[str, Any]
"""What is kept of a row, by column of its table."""


class Kept(NamedTuple):
    new: int = 0
    changed: int = 0
    """They stood there otherwise, also further up in the same file."""
    unchanged: int = 0


def upsert(table: str, key: Sequence[str], told: Mapping[str, str], source: Mapping[str, str]) -> TextClause:
    """`told` are the columns that a row tells and `source` those that say who told it, each with its type."""
    columns = {"id": "uuid", **told, **source}
    rest = [name for name in told if name not in key]
    kept = (*rest, *source)
    owner = key[0]
    return text(f"""
        INSERT INTO {table} AS kept ({owner}, {", ".join(columns)})
        SELECT :{owner}, {", ".join(columns)} FROM json_to_recordset(CAST(:rows AS json))
            AS told ({", ".join(f"{name} {kind}" for name, kind in columns.items())})
        ORDER BY {", ".join(key[1:])}
        ON CONFLICT ({", ".join(key)}) DO UPDATE SET
            {", ".join(f"{name} = excluded.{name}" for name in kept)}
        WHERE ({_of("kept", kept)}) IS DISTINCT FROM ({_of("excluded", kept)})
        RETURNING CASE
            WHEN old.id IS NULL THEN 'new'
            WHEN ({_of("old", rest)}) IS DISTINCT FROM ({_of("new", rest)}) THEN 'changed'
            ELSE 'same'
        END
    """)  # noqa: S608 - put together from names of columns


def _of(row: str, columns: Sequence[str]) -> str:
    return ", ".join(f"{row}.{name}" for name in columns)


def keep(
    session: Session, statement: TextClause, owner: Row, key: Sequence[str], rows: Mapping[int, Row], source: Row
) -> Kept:
    """`rows` by their number in the file: of two that tell the same thing, the later one is right."""
    last: dict[tuple[Any, ...], Row] = {}
    changed = unchanged = 0
    for number, row in rows.items():
        named = tuple(row[name] for name in key)
        before = last.get(named)
        if before is not None:
            same = all(before[name] == value for name, value in row.items())
            changed, unchanged = changed + (not same), unchanged + same
        last[named] = {"id": new_id(), **row, **source, "row": number}
    if not last:
        return Kept()
    document = written(list(last.values()))
    found = Counter(session.scalars(statement, {**owner, "rows": document}))
    new, other = found["new"], found["changed"]
    return Kept(new, changed + other, unchanged + len(last) - new - other)
