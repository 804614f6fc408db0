"""Take away the bytes of a recording that is not wanted any more."""

from wareloom.kit import objects
from wareloom.speech.models import Recording, RecordingPart
from wareloom.speech.standing import bucket


def drop_upload(row: Recording) -> None:
    """What came of an upload that nobody ends."""
    if row.upload_id:
        objects.drop_upload(bucket(), row.key, row.upload_id)
        row.upload_id = None


def drop_bytes(row: Recording, parts: list[RecordingPart]) -> None:
    drop_upload(row)
    for key in (row.key, *(row.part_key(part.number) for part in parts)):
        objects.delete(bucket(), key)
