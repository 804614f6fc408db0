"""One submission, as the API shows it."""

import re
from dataclasses import dataclass
from datetime import datetime

from wareloom.social.networks.hashtags import hashtags
from wareloom.social.networks.told import counted, matched, moment, named
from wareloom.social.post import SeenPost
from wareloom.social.reading import at, visible

NAME = re.compile(r"t3_[a-z0-9]{1,16}")
_LINK = re.compile(r"/r/[A-Za-z0-9_.:-]{1,50}/comments/[\w%/.~-]{1,400}|/user/[\w%/.~-]{1,400}")
_TAKEN_BACK = {"[deleted]", "[removed]", "[removed by reddit]"}


@dataclass(frozen=True)
class Submission:
    name: str
    moment: datetime
    seen: SeenPost | None
    """None where its author or a moderator took it back."""


def submission(shown: object) -> Submission | None:
    data = at(shown, "data")
    name, link = matched(at(data, "name"), NAME), matched(at(data, "permalink"), _LINK)
    posted, title = moment(at(data, "created_utc")), at(data, "title")
    if at(shown, "kind") != "t3" or not (name and link and posted and isinstance(title, str)):
        return None
    text = visible(at(data, "selftext")).strip()
    if text.casefold() in _TAKEN_BACK or title.casefold() in _TAKEN_BACK or at(data, "removed_by_category"):
        return Submission(name, posted, None)
    title = visible(title).strip()
    whole = f"{title}\n\n{text}" if text else title
    author = named(at(data, "author"))
    seen = SeenPost(
        external_id=name,
        text=whole,
        author=None if author in _TAKEN_BACK else author,
        created_at=posted,
        like_count=counted(at(data, "score")),
        comment_count=counted(at(data, "num_comments")),
        share_count=counted(at(data, "num_crossposts")),
        hashtags=hashtags(whole),
        url=f"https://www.reddit.com{link}",
    )
    return Submission(name, posted, seen)
