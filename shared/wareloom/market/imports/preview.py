"""An import's first rows, as they would be read. Nothing is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from wareloom.kit.errors import Rejected
from wareloom.market.imports.columns import corrected, missing
from wareloom.market.imports.detect import HEAD, MOST_COLUMNS, NO_NAME, detect
from wareloom.market.imports.formats.registry import FORMATS
from wareloom.market.imports.kind import BadRowError, Kind, Problem, Row
from wareloom.market.imports.kinds.registry import kind as find_kind
from wareloom.market.imports.layout import Decimals, Encoding, Layout, Reading
from wareloom.market.imports.numerals import guessed_decimals
from wareloom.market.imports.record import Record
from wareloom.market.imports.source import Fetch, Source
from wareloom.market.uploads.models import Import

ROWS = 20
_LOOKED_AT = 200
_MOST_BYTES = 8 * 1024 * 1024
_LONGEST_NAME = 120


class Wishes(NamedTuple):
    """What a person says of a file; None is for us to find out."""

    mapping: Mapping[str, str | None] = {}
    fixed: Mapping[str, str] = {}
    encoding: Encoding | None = None
    delimiter: str | None = None
    decimals: Decimals | None = None


class Previewed(NamedTuple):
    number: int
    told: Row | None
    problems: Sequence[Problem]
    raw: str


class Preview(NamedTuple):
    layout: Layout
    reading: Reading
    ignored: Sequence[str]
    """Columns that tell no field."""
    missing: Sequence[str]
    """Why it cannot be started yet."""
    rows: Sequence[Previewed]


def preview(source: Import, fetch: Fetch, wishes: Wishes) -> Preview:
    kind = find_kind(source.kind)
    layout, records = look(fetch, source.size, wishes)
    mapping = corrected(kind, layout.columns, wishes.mapping, wishes.fixed)
    cells = [record.values for record in records if record.values]
    prices = [str(row[column]) for row in cells for field in _MONEY if (column := mapping.get(field)) in row]
    reading = Reading(mapping=mapping, fixed=dict(wishes.fixed), decimals=wishes.decimals or guessed_decimals(prices))
    told = [one for one in records if one.values is not None or one.problem]
    return Preview(
        layout,
        reading,
        [column for column in layout.columns if column not in mapping.values()],
        missing(kind, mapping, wishes.fixed),
        [_previewed(kind, one, reading, source) for one in told[:ROWS]],
    )


def look(fetch: Fetch, size: int, wishes: Wishes) -> tuple[Layout, list[Record]]:
    """How the file is laid out, and its first rows."""
    layout = detect(fetch(0, min(size, HEAD)) if size else b"", encoding=wishes.encoding, delimiter=wishes.delimiter)
    rows = FORMATS[layout.format](Source(fetch, size, layout.begins), layout, layout.first_row)
    records = list(_beginning(rows, layout.begins))
    if layout.format != "csv":
        named = Counter(name for record in records for name in record.values or {})
        if not named:
            raise Rejected(records[0].problem if records and records[0].problem else "The file has no rows.")
        columns = tuple(name for name in named if len(name) <= _LONGEST_NAME and not NO_NAME.search(name))
        if len(columns) > MOST_COLUMNS:
            raise Rejected(f"The rows have {len(columns)} columns; {MOST_COLUMNS} are the most.")
        layout = layout.model_copy(update={"columns": columns})
    return layout, records


def _beginning(records: Iterable[Record], begins: int) -> Iterator[Record]:
    for record in islice(records, _LOOKED_AT):
        yield record
        if record.end - begins >= _MOST_BYTES:
            return


def judged(kind: Kind, record: Record, reading: Reading, source: Import) -> Row | Sequence[Problem]:
    """The row as it is kept, or all that is wrong with it."""
    if record.values is None:
        return [Problem("", record.problem or "The row says nothing.")]
    try:
        return kind.read(record.values, reading, source)
    except BadRowError as bad:
        return bad.problems


def _previewed(kind: Kind, record: Record, reading: Reading, source: Import) -> Previewed:
    found = judged(kind, record, reading, source)
    told, problems = (found, ()) if isinstance(found, dict) else (None, found)
    return Previewed(record.number, told, problems, record.raw)


_MONEY = ("price", "list_price", "score")
