"""One comment, as the Data API shows it."""

import re

from wareloom.social.networks.hashtags import hashtags
from wareloom.social.networks.told import counted, matched, moment, named
from wareloom.social.post import SeenPost
from wareloom.social.reading import at, visible

VIDEO = re.compile(r"[A-Za-z0-9_-]{11}")
COMMENT = re.compile(r"[A-Za-z0-9_.-]{10,200}")


def of_thread(shown: object) -> SeenPost | None:
    replies = counted(at(shown, "snippet", "totalReplyCount"))
    seen = comment(at(shown, "snippet", "topLevelComment"), at(shown, "snippet", "videoId"))
    return seen.model_copy(update={"comment_count": replies}) if seen else None


def comment(shown: object, video_id: object) -> SeenPost | None:
    """Its id names its video too: a comment alone does not lead to a page."""
    told = at(shown, "snippet")
    name, video = matched(at(shown, "id"), COMMENT), matched(video_id, VIDEO)
    posted, text = moment(at(told, "publishedAt")), at(told, "textDisplay")
    if not (name and video and posted and isinstance(text, str)):
        return None
    author = named(at(told, "authorDisplayName"))
    return SeenPost(
        external_id=f"{video}/{name}",
        text=visible(text),
        author=author.lstrip("@") or None if author else None,
        created_at=posted,
        like_count=counted(at(told, "likeCount")),
        hashtags=hashtags(text),
        url=f"https://www.youtube.com/watch?v={video}&lc={name}",
    )
