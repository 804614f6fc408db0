"""Bring a recording from its address into S3, a piece at a time: never more than one is held.

Each piece is a part of an upload, so that a worker who dies, or runs out of time, has brought what it has brought.
"""

import re
from functools import cache
from typing import NamedTuple

from wareloom.kit import multipart
from wareloom.kit.errors import Conflict, NotFound, Rejected
from wareloom.kit.http.client import Answer, Client
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.multipart import PART_BYTES
from wareloom.kit.outside import HttpSettings
from wareloom.kit.work import Work
from wareloom.speech.announce import LARGEST
from wareloom.speech.models import Recording
from wareloom.speech.standing import QUEUE, bucket, held, progressed

_A_TURN_S = 240
_A_PIECE_S = 60
_AT_ONCE = 64_000_000
"""What is taken whole from a server that does not give pieces."""
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_PARTIAL = 206
_CHANGED = "The file at that address changed while it was being brought. Try again."


class Piece(NamedTuple):
    body: bytes
    total: int


def fetch(work: Work, row: Recording, client: Client | None = None) -> None:
    """Goes on where the last turn stopped; what is left when the time is up is for the next one."""
    upload_id, address, turn = row.upload_id, row.source_url, Deadline(_A_TURN_S)
    if upload_id is None or address is None:
        raise Conflict("This recording lies at no address.")
    there = _there(row, upload_id)
    at, total, number = sum(part.size for part in there), row.size, len(there) + 1
    while (total is None or at < total) and turn.left():
        piece = _piece(client or _client(), address, at)
        if piece.total > LARGEST:
            raise Rejected("The file at that address is larger than 2 GB.")
        if total not in (None, piece.total):
            raise Rejected(_CHANGED)
        total = piece.total
        for start in range(0, len(piece.body), PART_BYTES):
            multipart.put(bucket(), row.key, upload_id, number, piece.body[start : start + PART_BYTES])
            number += 1
        at += len(piece.body)
    _keep(work, row, upload_id, at, total or 0)


def _keep(work: Work, row: Recording, upload_id: str, at: int, total: int) -> None:
    found = held(work, row.id)
    found.size, found.tries, found.reason, found.retry_at = total, 0, None, None
    if at >= total:
        standing = multipart.end(bucket(), row.key, upload_id)
        found.size, found.tag, found.upload_id = standing.size, standing.tag, None
    progressed(work, found)
    work.enqueue(QUEUE, found.id)


def _there(row: Recording, upload_id: str) -> list[multipart.Arrived]:
    try:
        return multipart.arrived(bucket(), row.key, upload_id)
    except NotFound:
        raise Rejected("What was brought of this file has been forgotten. Begin again.") from None


def _piece(client: Client, address: str, at: int) -> Piece:
    asked = {"Range": f"bytes={at}-{at + PART_BYTES - 1}", "Accept-Encoding": "identity"}
    # A person asked for this one file, as a browser would: no crawler's rules are looked up.
    answer = client.get(address, headers=asked, most_bytes=_AT_ONCE, seconds=_A_PIECE_S, ask_robots=False)
    if answer.status == _PARTIAL:
        return _part_of(answer, at)
    if at:
        raise Rejected(_CHANGED)
    if not answer.body:
        raise Rejected("The file at that address is empty.")
    return Piece(answer.body, len(answer.body))


def _part_of(answer: Answer, at: int) -> Piece:
    found = _RANGE.fullmatch(answer.headers.get("content-range", "").strip())
    if not found or int(found[1]) != at or int(found[2]) - at + 1 != len(answer.body):
        raise Rejected("The server of that address gives another piece of the file than it was asked for.")
    return Piece(answer.body, int(found[3]))


def _client() -> Client:
    return _kept(frozenset(HttpSettings.from_env().to_env().items()))


@cache
def _kept(written: frozenset[tuple[str, str]]) -> Client:
    return Client(HttpSettings.from_env(dict(written)))
