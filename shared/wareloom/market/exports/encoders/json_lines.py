"""JSON lines: an object a line, which a reader can take one by one; one array would have to be read whole.

Money is text, as in the API: a number would be read as one of those that 0.1 has no place in.
"""

from decimal import Decimal
from io import BytesIO

import orjson

from wareloom.market.exports.encoder import Opening, Rows

_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_APPEND_NEWLINE


class JsonLines:
    def __init__(self, opening: Opening) -> None:
        self._names = [column.name for column in opening.columns]
        self._bytes = BytesIO()

    def add(self, rows: Rows) -> None:
        names = self._names
        self._bytes.writelines(orjson.dumps(dict(zip(names, row, strict=True)), _spelled, _OPTIONS) for row in rows)

    def size(self) -> int:
        return self._bytes.tell()

    def finish(self) -> bytes:
        return self._bytes.getvalue()


def _spelled(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"{type(value).__name__} has no place in an export")
