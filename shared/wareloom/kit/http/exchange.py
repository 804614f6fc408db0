"""One exchange with somebody's API at an address of our own settings: bounded in bytes and time, and never redirected.

The guarded client beside this reads pages, obeys robots.txt and follows redirects: none of that is wanted where a key
goes along, for it is meant for one server and no other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.deadline import Deadline

Method = Literal["GET", "POST", "DELETE"]

AGENT = "Wareloom"
MOST_BYTES = 20_000_000
SECONDS = 30.0
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Answered:
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes


def exchange(
    who: str,
    method: Method,
    url: str,
    headers: Mapping[str, str],
    body: bytes | None = None,
    *,
    seconds: float = SECONDS,
    most_bytes: int = MOST_BYTES,
) -> Answered:
    """Whatever the status. `who` is whom a sentence about a failure names."""
    from urllib3 import PoolManager, Timeout
    from urllib3.exceptions import HTTPError

    deadline = Deadline(seconds)
    patience = Timeout(connect=min(5.0, seconds), read=seconds)
    try:
        with (
            PoolManager(retries=False, timeout=patience) as pool,
            pool.request(
                method,
                url,
                body=body,
                headers={"User-Agent": AGENT, "Accept": "application/json", **headers},
                redirect=False,
                preload_content=False,
            ) as response,
        ):
            content = bytearray()
            # Piece by piece as it arrives: a drip would never run into the time-out between two bytes.
            while piece := response.read1(_CHUNK):
                content += piece
                deadline.check(who)
                if len(content) > most_bytes:
                    raise Rejected(f"{who}’s answer is larger than we read.")
            told = {name.lower(): value for name, value in response.headers.items()}
            return Answered(response.status, told, bytes(content))
    except (HTTPError, OSError) as error:
        # Without the cause, which may quote what was sent.
        raise Unavailable(f"{who} did not answer ({type(error).__name__}).") from None
