"""Parquet, compressed with zstandard. Its table of contents stands at the end, so every part is a file of its own."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from importlib import import_module
from types import ModuleType
from typing import Any

from wareloom.market.exports.columns import Column, Kind, Value
from wareloom.market.exports.encoder import Opening, Rows

PRECISION, SCALE = 38, 9
"""The widest decimal that every reader knows: 29 digits before the point."""
_SMALLEST = Decimal(1).scaleb(-SCALE)
_EXACTLY = Context(prec=PRECISION, rounding=ROUND_HALF_EVEN)
_GROUP_BYTES = 16 << 20


class Parquet:
    def __init__(self, opening: Opening) -> None:
        self._kinds: list[Kind] = [column.kind for column in opening.columns]
        self._arrow = import_module("pyarrow")
        self._schema = _schema(self._arrow, opening.columns)
        self._bytes = self._arrow.BufferOutputStream()
        write = import_module("pyarrow.parquet").ParquetWriter
        self._writer = write(self._bytes, self._schema, compression="zstd")
        self._group: list[Any] = []

    def add(self, rows: Rows) -> None:
        """Rows that are near each other are compressed together: small groups would make large files."""
        if not rows:
            return
        columns = enumerate(zip(self._kinds, zip(*rows, strict=True), strict=True))
        arrays = [
            self._arrow.array(_held(values, kind), self._schema.field(place).type) for place, (kind, values) in columns
        ]
        self._group.append(self._arrow.record_batch(arrays, schema=self._schema))
        if self._waiting() >= _GROUP_BYTES:
            self._write()

    def size(self) -> int:
        return self._bytes.tell() + self._waiting()

    def finish(self) -> bytes:
        self._write()
        self._writer.close()
        return self._bytes.getvalue().to_pybytes()

    def _waiting(self) -> int:
        return sum(batch.nbytes for batch in self._group)

    def _write(self) -> None:
        self._writer.write_table(self._arrow.Table.from_batches(self._group, self._schema))
        self._group = []


def _schema(arrow: ModuleType, columns: Sequence[Column]) -> Any:
    types: dict[Kind, Any] = {
        "id": arrow.string(),
        "text": arrow.string(),
        "number": arrow.decimal128(PRECISION, SCALE),
        "count": arrow.int64(),
        "flag": arrow.bool_(),
        "day": arrow.date32(),
        "moment": arrow.timestamp("us", tz="UTC"),
        "texts": arrow.list_(arrow.string()),
    }
    return arrow.schema([arrow.field(column.name, types[column.kind]) for column in columns])


def _held(values: Sequence[Value], kind: Kind) -> Sequence[Value]:
    if kind == "number":
        return [_fitted(value) if isinstance(value, Decimal) else None for value in values]
    if kind == "id":
        return [None if value is None else str(value) for value in values]
    return values


def _fitted(value: Decimal) -> Decimal | None:
    """A shop's absurd price has no place in a column of decimals, and must not stop the others: it is left empty."""
    try:
        return value.quantize(_SMALLEST, context=_EXACTLY) if value.is_finite() else None
    except InvalidOperation:
        return None
