"""Write one slice of an export to S3: whole parts, so that the next slice begins a part of its own."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from wareloom.kit import objects
from wareloom.kit.settings import StorageSettings
from wareloom.market.exports.columns import chosen
from wareloom.market.exports.encoder import Encoder, Opening
from wareloom.market.exports.encoders.registry import ENCODERS
from wareloom.market.exports.formats import Format, find_format
from wareloom.market.exports.models import Export, ExportPart
from wareloom.market.exports.place import key, part_key
from wareloom.market.exports.read import AT_ONCE, Stretch, batches
from wareloom.market.exports.search import read

_GROWS_EVERY = 1000
"""S3 takes 10,000 parts of an object: they grow with their number, and half a terabyte has room in them."""


@dataclass(frozen=True)
class Portions:
    slice_rows: int = 100_000
    """After so many a slice ends with its part: seconds of work, all that a killed worker loses."""
    part_rows: int = 500_000
    """A part that is a file of its own ends here however small it is: a few columns would take minutes to fill it."""
    offers_at_once: int = AT_ONCE
    part_bytes: int | None = None
    """Otherwise as its format says."""


USUAL = Portions()


@dataclass
class Slice:
    upload_id: str | None
    parts: list[ExportPart] = field(default_factory=list[ExportPart])
    position: UUID | None = None
    ended: bool = False

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.parts)


@dataclass(frozen=True)
class _Body:
    content: bytes
    rows: int
    position: UUID | None
    last: bool


def write_slice(session: Session, export: Export, parts_before: int, portions: Portions) -> Slice:
    """NotFound when S3 has forgotten the parts before. What a slice that fails has begun there, like what a killed one
    has, is the bucket's own rule's to take away."""
    kind = find_format(export.format)
    made = Slice(export.upload_id)
    for number, body in enumerate(_bodies(session, export, parts_before, portions), parts_before + 1):
        if body.rows or number == 1:
            made.parts.append(_put(export, kind, made, number, body))
        made.position, made.ended = body.position or made.position, body.last
        if made.rows >= portions.slice_rows:
            break
    return made


def _put(export: Export, kind: Format, made: Slice, number: int, body: _Body) -> ExportPart:
    bucket = StorageSettings.from_env().raw_bucket
    receipt: dict[str, str] = {}
    if not kind.one_object:
        objects.put(bucket, part_key(export, number), body.content, content_type=kind.content_type)
    elif number == 1 and body.last:
        objects.put(bucket, key(export), body.content, content_type=kind.content_type)
    else:
        made.upload_id = made.upload_id or objects.begin_upload(bucket, key(export), content_type=kind.content_type)
        receipt = objects.put_part(bucket, key(export), made.upload_id, number, body.content)
    return ExportPart(export_id=export.id, number=number, rows=body.rows, bytes=len(body.content), receipt=receipt)


def _bodies(session: Session, export: Export, parts_before: int, portions: Portions) -> Iterator[_Body]:
    """Part after part; only the last one may be small, or empty."""
    columns = chosen(export.what, export.columns)
    kind = find_format(export.format)
    full = portions.part_bytes or kind.part_bytes
    most_rows = math.inf if kind.one_object else portions.part_rows
    number, rows = parts_before + 1, 0

    def begin() -> Encoder:
        opening = Opening(columns, first=number == 1, byte_order_mark=export.byte_order_mark)
        return ENCODERS[export.format](opening)

    encoder, position = begin(), None
    stretch = Stretch(read(export.search), export.position, export.until)
    for batch in batches(session, export.what, columns, stretch, at_once=portions.offers_at_once):
        encoder.add(batch.rows)
        rows += len(batch.rows)
        position = batch.position
        enough = encoder.size() >= full * (1 + number // _GROWS_EVERY) or rows >= most_rows
        if position and enough:
            yield _Body(encoder.finish(), rows, position, last=False)
            number, rows = number + 1, 0
            encoder = begin()
    yield _Body(encoder.finish(), rows, position, last=True)
