"""The formats that exports come in, as data. What writes them is in `encoders`, which only who writes needs."""

from dataclasses import dataclass

from wareloom.kit.errors import Rejected


@dataclass(frozen=True)
class Format:
    ending: str
    content_type: str
    part_bytes: int
    """From this size on a part is full. S3 wants at least 5 MiB of every part of an object but its last."""
    one_object: bool
    """False where a part is a file that stands for itself."""


FORMATS: dict[str, Format] = {
    "csv": Format("csv", "text/csv; charset=utf-8", 8 << 20, one_object=True),
    "json": Format("jsonl", "application/x-ndjson", 8 << 20, one_object=True),
    "parquet": Format("parquet", "application/vnd.apache.parquet", 32 << 20, one_object=False),
}


def find_format(name: str) -> Format:
    if name not in FORMATS:
        raise Rejected(f"There is no format “{name[:40]}”. Known: {', '.join(FORMATS)}.")
    return FORMATS[name]
