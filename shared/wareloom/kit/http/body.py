"""The body of a reply, unpacked piece by piece: the limit is on what it becomes, not on what it travels as."""

import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from wareloom.kit.errors import Rejected, Unavailable

ENCODINGS = "gzip, deflate, br, zstd"
_PIECE = 64 * 1024
_WINDOW_LOG = 23
"""The 8 MB that browsers allow a zstd body to look back over; a larger window is memory for an attacker."""
_AS_IS = {"", "identity"}
_GZIP_MEMBER = b"\x1f\x8b"


def unpacked(packed: bytes, encoding: str, most_bytes: int, shown: str) -> bytes:
    encoding = encoding.strip().lower()
    if encoding in _AS_IS:
        return packed
    unpack = _UNPACK.get(encoding)
    if unpack is None:
        raise Rejected(f"{shown} came in an encoding that we did not ask for.")
    body = bytearray()
    for piece in unpack(packed, shown):
        body += piece
        if len(body) > most_bytes:
            raise too_large(most_bytes, shown)
    return bytes(body)


def too_large(most_bytes: int, shown: str) -> Rejected:
    return Rejected(f"{shown} is larger than the {most_bytes / 1_000_000:g} MB we read.")


def _slices(packed: bytes) -> Iterator[bytes]:
    return (packed[start : start + _PIECE] for start in range(0, len(packed), _PIECE))


def _gzip(packed: bytes, shown: str) -> Iterator[bytes]:
    return _inflated(packed, zlib.MAX_WBITS | 16, shown)


def _deflate(packed: bytes, shown: str) -> Iterator[bytes]:
    """“deflate” is meant to have zlib's header, and often comes without."""
    headed = packed[:1] and packed[0] & 0x0F == zlib.DEFLATED
    return _inflated(packed, zlib.MAX_WBITS if headed else -zlib.MAX_WBITS, shown)


def _inflated(packed: bytes, window: int, shown: str) -> Iterator[bytes]:
    unpacking = None
    try:
        for slice_ in _slices(packed):
            pending = slice_
            while pending:
                # A gzip body may be several members one after the other; anything else after the end is padding.
                if unpacking is None or (unpacking.eof and pending.startswith(_GZIP_MEMBER)):
                    unpacking = zlib.decompressobj(window)
                if unpacking.eof:
                    break
                yield unpacking.decompress(pending, _PIECE)
                pending = unpacking.unused_data if unpacking.eof else unpacking.unconsumed_tail
        while unpacking is not None and not unpacking.eof and (rest := unpacking.decompress(b"", _PIECE)):
            yield rest
    except zlib.error as error:
        raise _damaged(shown) from error
    if unpacking is not None and not unpacking.eof:
        raise _cut_off(shown)


def _brotli(packed: bytes, shown: str) -> Iterator[bytes]:
    brotli: Any = import_module("brotli")  # says nothing of its types
    unpacking = brotli.Decompressor()
    try:
        for slice_ in _slices(packed):
            yield unpacking.process(slice_, output_buffer_limit=_PIECE)
            while not unpacking.can_accept_more_data():
                yield unpacking.process(b"", output_buffer_limit=_PIECE)
    except brotli.error as error:
        raise _damaged(shown) from error
    if packed and not unpacking.is_finished():
        raise _cut_off(shown)


def _zstd(packed: bytes, shown: str) -> Iterator[bytes]:
    from backports import zstd

    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
    unpacking = None
    try:
        for slice_ in _slices(packed):
            pending = slice_
            while pending or (unpacking is not None and not unpacking.needs_input and not unpacking.eof):
                if unpacking is None or unpacking.eof:
                    unpacking = zstd.ZstdDecompressor(options=options)
                yield unpacking.decompress(pending, max_length=_PIECE)
                pending = unpacking.unused_data if unpacking.eof else b""
    except zstd.ZstdError as error:
        raise _damaged(shown) from error
    if unpacking is not None and not unpacking.eof:
        raise _cut_off(shown)


def _damaged(shown: str) -> Unavailable:
    return Unavailable(f"{shown} came damaged: it cannot be unpacked.")


def _cut_off(shown: str) -> Unavailable:
    return Unavailable(f"{shown} was cut off before its end.")


_UNPACK: dict[str, Callable[[bytes, str], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
