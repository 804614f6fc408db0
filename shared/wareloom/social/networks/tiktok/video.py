"""One post, as TikTok's own program is told of it: the web's, its older self's, and the app's."""

import re
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AliasChoices, BaseModel, BeforeValidator, Field, ValidationError

from wareloom.social.networks.tiktok.hashtags import hashtags
from wareloom.social.post import SeenPost, SeenProfile
from wareloom.social.reading import Object, at, listed, visible

_NAME = re.compile(r"[^\s/?#@\\]{1,100}")
_IDENTITY = r"^[1-9][0-9]{5,24}$"
_MOST = 2**63 - 1
_SOONEST, _LATEST = 1_388_534_400, 4_102_444_800
"""2014, before which there was no TikTok, and 2100."""
_IN_MILLISECONDS = 10**11


def _counted(value: object) -> int | None:
    """Some pages quote their numbers. Below zero are those that grew too large for whoever wrote them."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST else None


def _named(value: object) -> str | None:
    """An author, by name or as a person with one."""
    name = value if isinstance(value, str) else at(value, "uniqueId") or at(value, "unique_id")
    return name if isinstance(name, str) and _NAME.fullmatch(name) and name.isprintable() else None


def _moment(value: object) -> datetime | None:
    seconds = _counted(value) or 0
    seconds = seconds // 1000 if seconds > _IN_MILLISECONDS else seconds
    return datetime.fromtimestamp(seconds, UTC) if _SOONEST <= seconds < _LATEST else None


def _identified(value: object) -> object:
    return str(value) if isinstance(value, int) else value


Identity = Annotated[str, BeforeValidator(_identified), Field(pattern=_IDENTITY)]


class _Video(BaseModel):
    id: Identity = Field(validation_alias=AliasChoices("id", "aweme_id"))
    text: Annotated[str, BeforeValidator(visible)] = Field(validation_alias="desc")
    author: Annotated[str | None, BeforeValidator(_named)] = None
    created_at: Annotated[datetime | None, BeforeValidator(_moment)] = Field(
        None, validation_alias=AliasChoices("createTime", "create_time")
    )


class _Person(BaseModel):
    id: Identity = Field(validation_alias=AliasChoices("id", "uid"))
    author: Annotated[str | None, BeforeValidator(_named)] = Field(
        validation_alias=AliasChoices("uniqueId", "unique_id")
    )
    name: Annotated[str, BeforeValidator(visible)] = Field("", validation_alias="nickname")


def post(shown: object) -> SeenPost | None:
    """None for what is no post: lists hold accounts, sounds and broadcasts as well."""
    try:
        video = _Video.model_validate(shown)
    except ValidationError:
        return None
    kind = "photo" if at(shown, "imagePost") or at(shown, "image_post_info") else "video"
    return SeenPost(
        external_id=video.id,
        text=video.text,
        author=video.author,
        created_at=video.created_at,
        play_count=_count_of(shown, "playCount", "play_count"),
        like_count=_count_of(shown, "diggCount", "digg_count"),
        comment_count=_count_of(shown, "commentCount", "comment_count"),
        share_count=_count_of(shown, "shareCount", "share_count"),
        hashtags=hashtags(video.text, _told_of(shown)),
        url=f"https://www.tiktok.com/@{video.author or ''}/{kind}/{video.id}",
    )


def profile(owner: object) -> SeenProfile | None:
    try:
        person = _Person.model_validate(at(owner, "user"))
    except ValidationError:
        return None
    if person.author is None:
        return None
    return SeenProfile(
        external_id=person.id,
        author=person.author,
        name=person.name.strip() or None,
        follower_count=_count_of(owner, "followerCount", "follower_count"),
        like_count=_count_of(owner, "heartCount", "total_favorited"),
        post_count=_count_of(owner, "videoCount", "aweme_count"),
    )


def _count_of(shown: object, on_the_web: str, in_the_app: str) -> int | None:
    """Newer pages count twice: what the first count leaves out, the second may tell."""
    places = (("stats", on_the_web), ("statistics", in_the_app), ("statsV2", on_the_web))
    counts = (_counted(at(shown, holder, name)) for holder, name in places)
    return next((count for count in counts if count is not None), None)


def _told_of(shown: object) -> list[str]:
    """Hashtags that stand beside the text, in each of the places that they are put in."""
    parts: list[object] = [shown, *listed(at(shown, "contents"))]
    marks: list[Object] = [
        one for part in parts for name in ("textExtra", "text_extra") for one in listed(at(part, name))
    ]
    challenges = [one for name in ("challenges", "cha_list") for one in listed(at(shown, name))]
    names = [at(one, key) for one in marks for key in ("hashtagName", "hashtag_name")]
    names += [at(one, key) for one in challenges for key in ("title", "cha_name")]
    return [name for name in map(visible, names) if name]
