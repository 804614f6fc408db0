"""Takes in a reply while it streams, and turns away what is not worth reading on.

The limits on headers and on the body as it travels stand here; the limit on what the body unpacks to stands in `body`.
"""

from collections.abc import Sequence

from wareloom.kit.errors import Failure, Rejected
from wareloom.kit.http.body import too_large, unpacked
from wareloom.kit.http.errand import Errand, Reply
from wareloom.kit.http.place import Place

MOST_HEADER_BYTES = 128 * 1024
MOST_DRAINED = 64 * 1024
"""A refusal's body is read so far, for the connection to be used again; a longer one costs the connection."""
STOP = 0xFFFFFFFF
"""What tells libcurl to hang up."""
_SUCCESS = range(200, 300)


class Intake:
    def __init__(self, place: Place, errand: Errand) -> None:
        self._place = place
        self._errand = errand
        self._headers: dict[str, str] = {}
        self._body = bytearray()
        self._header_bytes = self._drained = 0
        self._in_head = True
        self._status = 0
        self.failure: Failure | None = None
        self.hung_up = False
        """Whether the connection was ended from this side, with or without a failure."""

    def head(self, line: bytes) -> int:
        self._header_bytes += len(line)
        if self._header_bytes > MOST_HEADER_BYTES:
            return self._refuse(headers_too_large(self._place))
        written = line.decode("latin-1").strip()
        if written.startswith("HTTP/"):  # a new one, after “100 Continue” for instance
            self._headers, self._in_head = {}, True
            code = written.split(" ", 2)[1:2]
            self._status = int(code[0]) if code and code[0].isdigit() else 0
        elif not written:
            self._in_head = False
            return self._judged(len(line))
        elif self._in_head:  # what comes after the body is no header
            self._note(written)
        return len(line)

    def body(self, piece: bytes) -> int:
        if self._status not in _SUCCESS:
            self._drained += len(piece)
            return len(piece) if self._drained <= MOST_DRAINED else self._hang_up()
        if len(self._body) + len(piece) > self._errand.most_bytes:
            return self._refuse(too_large(self._errand.most_bytes, self._place.shown))
        self._body += piece
        return len(piece)

    def reply(self, status: int) -> Reply:
        if self.failure:
            raise self.failure
        encoding = self._headers.get("content-encoding", "")
        body = unpacked(bytes(self._body), encoding, self._errand.most_bytes, self._place.shown)
        return Reply(status, self._headers, body)

    def _note(self, written: str) -> None:
        name, _, value = written.partition(":")
        name, value = name.strip().lower(), value.strip()
        if name != "set-cookie":
            self._headers[name] = f"{self._headers[name]}, {value}" if name in self._headers else value

    def _judged(self, read: int) -> int:
        """The headers are complete: is the body worth reading?"""
        if self._status not in _SUCCESS:
            return read
        kind = self._headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind and not _is_wanted(kind, self._errand.accept):
            return self._refuse(Rejected(f"{self._place.shown} is {kind[:60]}, not a page."))
        announced = self._headers.get("content-length", "")
        if announced.isascii() and announced.isdigit() and int(announced[:18]) > self._errand.most_bytes:
            return self._refuse(too_large(self._errand.most_bytes, self._place.shown))
        return read

    def _refuse(self, failure: Failure) -> int:
        self.failure = failure
        return self._hang_up()

    def _hang_up(self) -> int:
        self.hung_up = True
        return STOP


def headers_too_large(place: Place) -> Rejected:
    return Rejected(f"{place.shown} sent more headers than we read.")


def _is_wanted(kind: str, accept: Sequence[str]) -> bool:
    """A server that does not name the type gets the benefit of the doubt; one that names a film does not."""
    return any(kind == wanted or wanted in ("*/*", f"{kind.partition('/')[0]}/*") for wanted in accept)
