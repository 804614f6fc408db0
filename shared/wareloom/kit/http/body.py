"""The body of a reply, unpacked while it streams: the limit is on what it becomes, not on what it travels as."""

import zlib
from collections.abc import Iterable, Iterator

from wareloom.kit.errors import Rejected, Unavailable

ENCODINGS = "gzip, deflate"
_CHUNK = 64 * 1024
_AS_IS = {"", "identity"}
_GZIP = {"gzip", "x-gzip"}
_GZIP_MEMBER = b"\x1f\x8b"


def unpacked(chunks: Iterable[bytes], encoding: str, most_bytes: int, shown: str) -> bytes:
    encoding = encoding.strip().lower()
    body = bytearray()
    for piece in _pieces(_counted(chunks, most_bytes, shown), encoding, shown):
        body += piece
        if len(body) > most_bytes:
            raise too_large(most_bytes, shown)
    return bytes(body)


def _pieces(chunks: Iterator[bytes], encoding: str, shown: str) -> Iterator[bytes]:
    if encoding in _AS_IS:
        return chunks
    if encoding in _GZIP:
        return _inflated(chunks, zlib.MAX_WBITS | 16, shown)
    if encoding == "deflate":
        return _inflated(chunks, 0, shown)
    raise Rejected(f"{shown} came in an encoding that we did not ask for.")


def _inflated(chunks: Iterator[bytes], window: int, shown: str) -> Iterator[bytes]:
    unpacking = None
    try:
        for chunk in chunks:
            pending = chunk
            while pending:
                # A gzip body may be several members one after the other; anything else after the end is padding.
                if unpacking is None or (unpacking.eof and pending.startswith(_GZIP_MEMBER)):
                    unpacking = zlib.decompressobj(window or _deflate_window(pending))
                if unpacking.eof:
                    break
                yield unpacking.decompress(pending, _CHUNK)
                pending = unpacking.unused_data if unpacking.eof else unpacking.unconsumed_tail
        while unpacking is not None and not unpacking.eof and (rest := unpacking.decompress(b"", _CHUNK)):
            yield rest
    except zlib.error as error:
        raise Unavailable(f"{shown} came damaged: it cannot be unpacked.") from error
    if unpacking is not None and not unpacking.eof:
        raise Unavailable(f"{shown} was cut off before its end.")


def _deflate_window(start: bytes) -> int:
    """“deflate” is meant to have zlib's header, and often comes without."""
    return zlib.MAX_WBITS if start[0] & 0x0F == zlib.DEFLATED else -zlib.MAX_WBITS


def _counted(chunks: Iterable[bytes], most_bytes: int, shown: str) -> Iterator[bytes]:
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > most_bytes:
            raise too_large(most_bytes, shown)
        yield chunk


def too_large(most_bytes: int, shown: str) -> Rejected:
    return Rejected(f"{shown} is larger than the {most_bytes / 1_000_000:g} MB we read.")
