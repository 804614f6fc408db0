"""One post, as the AppView shows it."""

import re
from datetime import datetime

from wareloom.social.networks.hashtags import hashtags
from wareloom.social.networks.told import counted, matched, moment, named
from wareloom.social.post import SeenPost
from wareloom.social.reading import at, listed, visible

_URI = re.compile(r"at://(did:[a-z]+:[A-Za-z0-9._:%-]{1,200})/app\.bsky\.feed\.post/([A-Za-z0-9._:~-]{1,512})")
_NO_HANDLE = "handle.invalid"


def post(shown: object) -> tuple[SeenPost, datetime] | None:
    """With the moment that lists are sorted by: a moment that its author only claims counts if it is the earlier."""
    uri = matched(at(shown, "uri"), _URI)
    place = _URI.fullmatch(uri) if uri else None
    created, indexed = moment(at(shown, "record", "createdAt")), moment(at(shown, "indexedAt"))
    sorted_at = min((one for one in (created, indexed) if one), default=None)
    text = at(shown, "record", "text")
    if place is None or sorted_at is None or not isinstance(text, str):
        return None
    author = named(at(shown, "author", "handle"))
    reposted, quoted = counted(at(shown, "repostCount")), counted(at(shown, "quoteCount"))
    seen = SeenPost(
        external_id=place[0],
        text=visible(text),
        author=None if author == _NO_HANDLE else author,
        created_at=sorted_at,
        like_count=counted(at(shown, "likeCount")),
        comment_count=counted(at(shown, "replyCount")),
        share_count=None if reposted is None and quoted is None else (reposted or 0) + (quoted or 0),
        hashtags=hashtags(text, _told_of(shown)),
        url=f"https://bsky.app/profile/{place[1]}/post/{place[2]}",
    )
    return seen, sorted_at


def _told_of(shown: object) -> list[str]:
    """Tags that are marked in the text by their places, and those that stand beside it."""
    features = [one for facet in listed(at(shown, "record", "facets")) for one in listed(at(facet, "features"))]
    names = [at(feature, "tag") for feature in features] + listed(at(shown, "record", "tags"))
    return [name for name in map(visible, names) if name]
