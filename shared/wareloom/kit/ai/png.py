"""Just enough PNG: pixels to a file, and a file to its size."""

import struct
import zlib
from collections.abc import Mapping

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = b"\x00\x00\x00\x00IEND\xaeB`\x82"
_TRUECOLOUR_WITH_ALPHA = 6


def encode(width: int, height: int, rows: list[bytes], notes: Mapping[str, str]) -> bytes:
    """Rows of red, green, blue, alpha. Notes are for whoever opens the file: Latin-1 text under a keyword."""
    header = struct.pack(">IIBBBBB", width, height, 8, _TRUECOLOUR_WITH_ALPHA, 0, 0, 0)
    texts = b"".join(_chunk(b"tEXt", f"{name}\0{text}".encode("latin-1")) for name, text in notes.items())
    pixels = zlib.compress(b"".join(b"\x00" + row for row in rows), level=6)
    return _SIGNATURE + _chunk(b"IHDR", header) + texts + _chunk(b"IDAT", pixels) + _END


def size(png: bytes) -> tuple[int, int]:
    """ValueError when it is no PNG, or not a whole one."""
    if not png.startswith(_SIGNATURE) or png[12:16] != b"IHDR":
        raise ValueError("not a PNG")
    if not png.endswith(_END):
        raise ValueError("a PNG without its end")
    width, height = struct.unpack(">II", png[16:24])
    if width == 0 or height == 0:
        raise ValueError("a PNG without pixels")
    return width, height


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
