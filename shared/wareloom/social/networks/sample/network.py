"""Our side of the sample network: how to ask it, and how to read what it answers."""

from collections.abc import Callable
from typing import Any

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from wareloom.kit.errors import Rejected
from wareloom.social.heard import Heard
from wareloom.social.networks.hashtags import hashtags
from wareloom.social.networks.sample.address import Place, Question
from wareloom.social.post import PostPage, SeenPost

_A_QUESTION = 100


class SampleNetwork:
    name = "sample"
    title = "Sample network"
    about = "A simulated network for trying things out: what invented people say about what the sample market sells."
    version = 1
    offline = True

    def __init__(self, ask: Callable[[str], bytes]) -> None:
        """`ask` brings the answer to an address. Who answers knows what becomes of a niche; this side does not."""
        self._ask = ask

    def read(self, body: bytes, url: str) -> PostPage:
        return PostPage(posts=tuple(_post(shown) for shown in _read(body, url).posts))

    def listen(self, words: str, cursor: dict[str, Any] | None) -> Heard:
        question = Question(words, _place(cursor)).url()
        page = _read(self._ask(question), question)
        after = page.after
        return Heard(
            posts=tuple(_post(shown) for shown in page.posts),
            cursor=after.model_dump(mode="json") if after else cursor,
            more=page.more,
        )

    def look_again(self, external_ids: tuple[str, ...]) -> Heard:
        posts: list[SeenPost] = []
        gone: list[str] = []
        for start in range(0, len(external_ids), _A_QUESTION):
            question = Question(ids=external_ids[start : start + _A_QUESTION]).url()
            page = _read(self._ask(question), question)
            posts += [_post(shown) for shown in page.posts]
            gone += page.gone
        return Heard(posts=tuple(posts), gone=tuple(gone))


class _Shown(BaseModel):
    id: str = Field(min_length=1)
    author: str
    at: AwareDatetime
    text: str
    likes: int = Field(ge=0)
    replies: int = Field(ge=0)
    shares: int = Field(ge=0)


class _After(BaseModel):
    at: AwareDatetime
    id: str = ""


class _Page(BaseModel):
    network: str = Field(pattern="^sample$")
    posts: tuple[_Shown, ...]
    gone: tuple[str, ...] = ()
    after: _After | None = None
    more: bool = False


def _read(body: bytes, url: str) -> _Page:
    try:
        return _Page.model_validate_json(body)
    except ValidationError as error:
        raise Rejected(f"{url[:120]}: not a page of the sample network.") from error


def _place(cursor: dict[str, Any] | None) -> Place | None:
    if cursor is None:
        return None
    try:
        after = _After.model_validate(cursor)
    except ValidationError as error:
        raise Rejected("This is no place that the sample network can go on from.") from error
    return Place(after.at, after.id)


def _post(shown: _Shown) -> SeenPost:
    return SeenPost(
        external_id=shown.id,
        text=shown.text,
        author=shown.author,
        created_at=shown.at,
        like_count=shown.likes,
        comment_count=shown.replies,
        share_count=shown.shares,
        hashtags=hashtags(shown.text),
        url=f"sample://network/posts/{shown.id}",
    )
