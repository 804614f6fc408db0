"""The keys to networks' own APIs, as the deployment's secret tells them:

    {"bluesky": {"identifier": "name.bsky.social", "password": "an app password"},
     "mastodon": {"token": "…"},
     "reddit": {"client_id": "…", "client_secret": "…"},
     "youtube": {"key": "…"}}

Each part may be missing. A part that cannot be read counts as missing, and the log says so without quoting it.
"""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, SecretStr, ValidationError

from wareloom.kit import secrets
from wareloom.kit.log import logger
from wareloom.kit.outside import SocialKeySettings

_log = logger(__name__)


def _one_line(written: object) -> object:
    """Pasted, a key may end in a new line, which no header may carry; the library that says so would quote it."""
    tidy = written.strip() if isinstance(written, str) else written
    if not (isinstance(tidy, str) and tidy and all("!" <= character <= "~" for character in tidy)):
        raise ValueError("a key is one word of plain characters")
    return tidy


Hidden = Annotated[SecretStr, BeforeValidator(_one_line)]
Word = Annotated[str, BeforeValidator(_one_line)]


class _Key(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class BlueskyKey(_Key):
    identifier: Word
    password: Hidden
    """An app password, which can be taken back: never the account's own."""


class MastodonKey(_Key):
    token: Hidden
    """With the right read:search, of an account at the server that is asked."""


class RedditKey(_Key):
    client_id: Word
    client_secret: Hidden


class YouTubeKey(_Key):
    key: Hidden


class SocialKeys(BaseModel):
    model_config = ConfigDict(frozen=True)

    bluesky: BlueskyKey | None = None
    mastodon: MastodonKey | None = None
    reddit: RedditKey | None = None
    youtube: YouTubeKey | None = None


Keys = Callable[[SocialKeySettings], SocialKeys]
AnyKey = TypeVar("AnyKey", bound=_Key)


def social_keys(settings: SocialKeySettings) -> SocialKeys:
    """Read at most once in five minutes, whether there are any or not."""
    written = secrets.found(settings.secret_id)
    return understood(json.dumps(written, sort_keys=True)) if written else SocialKeys()


@lru_cache(maxsize=2)
def understood(text: str) -> SocialKeys:
    written: dict[str, Any] = json.loads(text)
    return SocialKeys(
        bluesky=_part(written, "bluesky", BlueskyKey),
        mastodon=_part(written, "mastodon", MastodonKey),
        reddit=_part(written, "reddit", RedditKey),
        youtube=_part(written, "youtube", YouTubeKey),
    )


def _part(written: dict[str, Any], name: str, shape: type[AnyKey]) -> AnyKey | None:
    if not written.get(name):
        return None
    try:
        return shape.model_validate(written[name])
    except ValidationError as error:
        faults = ", ".join(sorted({str(fault["type"]) for fault in error.errors(include_input=False)})[:3])
        _log.warning("the key for %s cannot be read (%s): it counts as missing", name, faults)
        return None
