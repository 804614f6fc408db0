"""Where an export lies in the bucket, and what its files are called when somebody saves them."""

from collections.abc import Sequence
from dataclasses import dataclass

from wareloom.market.exports.formats import find_format
from wareloom.market.exports.models import Export, ExportPart


@dataclass(frozen=True)
class File:
    key: str
    name: str
    rows: int
    bytes: int


def key(export: Export) -> str:
    """Of an export that is one object."""
    return f"exports/{export.tenant_id}/{export.id}.{find_format(export.format).ending}"


def part_key(export: Export, number: int) -> str:
    return f"exports/{export.tenant_id}/{export.id}/{_numbered(export, number)}"


def files(export: Export, parts: Sequence[ExportPart]) -> list[File]:
    stem = f"wareloom-{export.what}-{export.created_at:%Y-%m-%d-%H%M}"
    ending = find_format(export.format).ending
    if find_format(export.format).one_object:
        return [File(key(export), f"{stem}.{ending}", export.rows_done, export.bytes)]
    if len(parts) == 1:
        return [File(part_key(export, one.number), f"{stem}.{ending}", one.rows, one.bytes) for one in parts]
    return [
        File(part_key(export, one.number), f"{stem}-{_numbered(export, one.number)}", one.rows, one.bytes)
        for one in parts
    ]


def _numbered(export: Export, number: int) -> str:
    return f"part-{number:04}.{find_format(export.format).ending}"
