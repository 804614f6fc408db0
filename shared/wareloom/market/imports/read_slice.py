"""Read one slice of an import, keep its good rows, note its bad ones, and pass the rest on to the next invocation.

The row says where to go on, in bytes, so a worker may die anywhere: before the commit nothing happened, after it the
next delivery, or the sweep, goes on with the next slice.
"""

from collections.abc import Iterable
from typing import NamedTuple

from wareloom.kit import clock
from wareloom.kit.errors import Unavailable
from wareloom.kit.work import Work
from wareloom.market.imports.formats.registry import FORMATS
from wareloom.market.imports.kind import Problem, Row
from wareloom.market.imports.kinds.registry import kind as find_kind
from wareloom.market.imports.layout import Layout, Reading
from wareloom.market.imports.preview import judged
from wareloom.market.imports.record import Record
from wareloom.market.imports.source import Fetch, Source
from wareloom.market.uploads.models import OPEN, BadRow, Import
from wareloom.market.uploads.upload import QUEUE, ended, progressed, reader

ROWS = 2000
BYTES = 8 * 1024 * 1024
MOST_BAD_ROWS = 5000
"""What is kept of them; all are counted."""


class _Slice(NamedTuple):
    good: dict[int, Row]
    bad: dict[int, tuple[Record, list[Problem]]]
    last: Record | None
    whole: bool
    """The file ends with it."""


def read_slice(work: Work, row: Import, *, fetch: Fetch | None = None, most: int = ROWS) -> None:
    begun = _begun(row)
    layout, reading = Layout.model_validate(row.layout), Reading.model_validate(row.reading)
    source = Source(fetch or reader(row), row.size, row.read_bytes)
    records = FORMATS[layout.format](source, layout, row.read_rows, skipping=row.skipping)
    found = _read(row, records, reading, most)
    kept = find_kind(row.kind).keep(work.session, row, found.good) if found.good and not row.dry_run else None
    _note(work, row, found)
    work.session.refresh(
        row, with_for_update=True
    )  # somebody may have cancelled it meanwhile: its counts are ours alone
    if row.status != "undoing" and _begun(row) != begun:
        raise Unavailable("This import was begun anew while a slice of it was read.")
    if kept:
        row.rows_new += kept.new
        row.rows_changed += kept.changed
        row.rows_unchanged += kept.unchanged
    elif row.dry_run:
        row.rows_new += len(found.good)
    row.rows_bad += len(found.bad)
    _advance(work, row, found)


def _begun(row: Import) -> tuple[object, ...]:
    """What a slice is a slice of. A dry run that was cancelled may have become a real one, or another file's."""
    return row.tag, row.dry_run, row.layout, row.reading, row.read_bytes, row.read_rows, row.skipping


def _read(row: Import, records: Iterable[Record], reading: Reading, most: int) -> _Slice:
    kind = find_kind(row.kind)
    good: dict[int, Row] = {}
    bad: dict[int, tuple[Record, list[Problem]]] = {}
    last: Record | None = None
    for record in records:
        last = record
        if record.values is not None or record.problem:
            judgement = judged(kind, record, reading, row)
            if isinstance(judgement, dict):
                good[record.number] = judgement
            else:
                bad[record.number] = record, list(judgement)
        if record.number - row.read_rows >= most or record.end - row.read_bytes >= BYTES:
            return _Slice(good, bad, last, whole=record.end >= row.size)
    return _Slice(good, bad, last, whole=True)


def _note(work: Work, row: Import, found: _Slice) -> None:
    room = max(0, MOST_BAD_ROWS - row.rows_bad)
    for number, (record, problems) in list(found.bad.items())[:room]:
        told = [one._asdict() for one in problems]
        work.session.add(BadRow(import_id=row.id, row=number, problems=told, raw=record.raw))
    work.session.flush()


def _advance(work: Work, row: Import, found: _Slice) -> None:
    now = clock.now()
    row.started_at = row.started_at or now
    row.updated_at = now
    row.tries, row.reason, row.retry_at = 0, None, None
    if found.last:
        row.read_bytes, row.read_rows, row.skipping = found.last.end, found.last.number, found.last.skipping
    if row.status not in OPEN:
        row.reason = "Cancelled while rows were being read; those are kept."
    elif row.status == "undoing":
        work.enqueue(QUEUE, row.id)
    elif found.whole:
        row.read_bytes = row.size
        _end(work, row)
    else:
        row.status = "running"
        progressed(work, row)
        work.enqueue(QUEUE, row.id)


def _end(work: Work, row: Import) -> None:
    good = row.rows_new + row.rows_changed + row.rows_unchanged
    facts: dict[str, object] = {"good": good, "bad": row.rows_bad, "dry_run": row.dry_run}
    if not good:
        row.reason = f"None of its {row.rows_bad:,} rows could be read." if row.rows_bad else "It has no rows."
        facts["reason"] = row.reason
    ended(work, row, "succeeded" if good else "failed", facts)
