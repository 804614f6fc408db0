"""The addresses of the sample market's pages."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode, urlsplit

from wareloom.kit.errors import Rejected

EVERYTHING = "everything"

_PLACE = ("sample", "market", "/offers")


@dataclass(frozen=True)
class Address:
    target: str
    page: int = 1
    since: datetime | None = None
    """History is told from after this moment on; None is from the beginning."""
    until: datetime | None = None
    """The moment at which the pages were first asked for, so that the later ones go on with the same shelf."""

    def url(self) -> str:
        asked = {"target": self.target, "page": str(self.page)}
        asked |= {"since": written(self.since)} if self.since else {}
        asked |= {"until": written(self.until)} if self.until else {}
        return f"sample://market/offers?{urlencode(asked)}"


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def read_address(url: str) -> Address:
    try:
        parts = urlsplit(url)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if (parts.scheme, parts.netloc, parts.path) != _PLACE:
            raise ValueError("another place")
        return Address(asked["target"], _page(asked), _moment(asked, "since"), _moment(asked, "until"))
    except (KeyError, ValueError, OverflowError) as error:
        raise Rejected(f"“{url[:120]}” is not an address of the sample market.") from error


def _page(asked: dict[str, str]) -> int:
    page = int(asked.get("page", "1"))
    if page < 1:
        raise ValueError("pages are counted from one")
    return page


def _moment(asked: dict[str, str], name: str) -> datetime | None:
    if name not in asked:
        return None
    moment = datetime.fromisoformat(asked[name])
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC)
