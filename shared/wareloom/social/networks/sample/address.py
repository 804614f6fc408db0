"""What can be asked of the sample network, as addresses."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode, urlsplit

from wareloom.kit.errors import Rejected

EVERYTHING = "everything"
_PLACE = ("sample", "network", "/posts")


@dataclass(frozen=True)
class Place:
    """Behind one post, in the order in which all are told."""

    at: datetime
    id: str = ""


@dataclass(frozen=True)
class Question:
    words: str = ""
    after: Place | None = None
    ids: tuple[str, ...] = ()
    """These posts and no others, whatever they say."""

    def url(self) -> str:
        asked = {"ids": ",".join(self.ids)} if self.ids else {"words": self.words}
        if self.after:
            asked |= {"after": written(self.after.at), "id": self.after.id}
        return f"sample://network/posts?{urlencode(asked)}"


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def read_question(url: str) -> Question:
    try:
        parts = urlsplit(url)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if (parts.scheme, parts.netloc, parts.path) != _PLACE:
            raise ValueError("another place")
        after = Place(datetime.fromisoformat(asked["after"]), asked.get("id", "")) if "after" in asked else None
        if after and after.at.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        ids = tuple(one for one in asked.get("ids", "").split(",") if one)
        return Question(asked.get("words", ""), after, ids)
    except ValueError as error:
        raise Rejected(f"“{url[:120]}” is no question to the sample network.") from error
