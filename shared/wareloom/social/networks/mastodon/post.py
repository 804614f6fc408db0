"""One status, as a server shows it."""

import re
from datetime import datetime

from wareloom.kit.errors import Rejected
from wareloom.kit.http.place import read_place
from wareloom.social.networks.hashtags import hashtags
from wareloom.social.networks.mastodon.plain import plain
from wareloom.social.networks.told import counted, matched, moment, named
from wareloom.social.post import SeenPost
from wareloom.social.reading import at, listed, visible

ID = re.compile(r"[A-Za-z0-9]{1,64}")
_PUBLIC = {"public", "unlisted", None}


def post(shown: object, host: str) -> tuple[SeenPost, datetime] | None:
    """Ids are one server's own: another gives the same status another."""
    status, created = matched(at(shown, "id"), ID), moment(at(shown, "created_at"))
    markup, url = at(shown, "content"), _address(at(shown, "url")) or _address(at(shown, "uri"))
    if not (status and created and url and isinstance(markup, str)) or at(shown, "visibility") not in _PUBLIC:
        return None
    warning = visible(at(shown, "spoiler_text")).strip()
    text = visible(plain(markup))
    seen = SeenPost(
        external_id=f"{status}@{host}",
        text=f"{warning}\n\n{text}" if warning else text,
        author=_author(at(shown, "account", "acct"), host),
        created_at=created,
        like_count=counted(at(shown, "favourites_count")),
        comment_count=counted(at(shown, "replies_count")),
        share_count=counted(at(shown, "reblogs_count")),
        hashtags=hashtags(text, [visible(at(tag, "name")) for tag in listed(at(shown, "tags"))]),
        url=url,
    )
    return seen, created


def _author(acct: object, host: str) -> str | None:
    name = named(acct)
    return name if name is None or "@" in name else f"{name}@{host}"


def _address(url: object) -> str | None:
    try:
        return read_place(url).url if isinstance(url, str) else None
    except Rejected:
        return None
