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
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter

from wareloom.kit import secrets
from wareloom.kit.keys import Hidden, Key, Word, part
from wareloom.kit.outside import SocialKeySettings


class BlueskyKey(Key):
    identifier: Word
    password: Hidden
    """An app password, which can be taken back: never the account's own."""


class MastodonKey(Key):
    token: Hidden
    """With the right read:search, of an account at the server that is asked."""


class RedditKey(Key):
    client_id: Word
    client_secret: Hidden


class YouTubeKey(Key):
    key: Hidden


class SocialKeys(BaseModel):
    model_config = ConfigDict(frozen=True)

    bluesky: BlueskyKey | None = None
    mastodon: MastodonKey | None = None
    reddit: RedditKey | None = None
    youtube: YouTubeKey | None = None


Keys = Callable[[SocialKeySettings], SocialKeys]


def social_keys(settings: SocialKeySettings) -> SocialKeys:
    """Read at most once in five minutes, whether there are any or not."""
    written = secrets.found(settings.secret_id)
    return understood(json.dumps(written, sort_keys=True)) if written else SocialKeys()


@lru_cache(maxsize=2)
def understood(text: str) -> SocialKeys:
    written: dict[str, Any] = json.loads(text)
    return SocialKeys(
        bluesky=part(written, "bluesky", TypeAdapter(BlueskyKey)),
        mastodon=part(written, "mastodon", TypeAdapter(MastodonKey)),
        reddit=part(written, "reddit", TypeAdapter(RedditKey)),
        youtube=part(written, "youtube", TypeAdapter(YouTubeKey)),
    )
