"""YouTube: how to find videos, how to hear what is said below them, and how to look at comments again.

Answers below comments are not heard: they come with no page of their own, and a list sorted by time does not move them.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, NotFound
from wareloom.social.heard import Heard, Quota
from wareloom.social.networks.again import looked_at
from wareloom.social.networks.asking import Access, Told, question
from wareloom.social.networks.shapes import items_of, parsed, readable_ones
from wareloom.social.networks.told import matched
from wareloom.social.networks.walk import Page, Walk, walked
from wareloom.social.networks.youtube.comment import COMMENT, VIDEO, comment, of_thread
from wareloom.social.networks.youtube.refusals import new_day, refusal, refusal_below_a_video
from wareloom.social.networks.youtube.rounds import Round
from wareloom.social.post import PostPage, SeenPost
from wareloom.social.reading import at

WHO = "YouTube"
_APART = timedelta(milliseconds=200)
_VIDEOS, _A_PAGE, _A_LOOK = 25, 100, 50


class YouTubeNetwork:
    name = "youtube"
    title = "YouTube"
    about = "Comments below the videos that YouTube’s search finds; it needs a key to the Data API."
    version = 1
    offline = False

    def __init__(self, access: Access | None = None) -> None:
        self._access = access or Access()

    def read(self, body: bytes, url: str) -> PostPage:  # noqa: ARG002 - every answer of the API says what it is
        value = parsed(WHO, body)
        posts = readable_ones(WHO, items_of(WHO, value, "items"), of_thread)
        token = at(value, "nextPageToken")
        return PostPage(posts=tuple(posts), cursor=token if isinstance(token, str) else None)

    def listen(self, words: str, cursor: dict[str, Any] | None) -> Heard:
        """A search once a day; else a page of the comments of the video whose turn it is."""
        going = Round.of(cursor)
        if going.wants_a_search:
            going = going.found(self._search(words), clock.now())
            return Heard(cursor=going.cursor(), more=bool(going.left), quota=_quota())
        going = going.begun()
        if not going.left:
            return Heard(cursor=going.cursor(), quota=_quota())
        video = going.left[0]
        try:
            heard, walk = walked(going.videos.get(video, Walk()), partial(self._page, video))
        except NotFound:
            heard, walk = Heard(), None
        going = going.walked(video, walk)
        return Heard(posts=heard.posts, cursor=going.cursor(), more=bool(going.left), quota=_quota())

    def look_again(self, external_ids: tuple[str, ...]) -> Heard:
        return looked_at(external_ids, _A_LOOK, self._look)

    def _look(self, external_ids: Sequence[str]) -> tuple[list[SeenPost], Quota | None]:
        videos = {name: video for video, _, name in (one.partition("/") for one in external_ids)}
        names = [name for name in videos if matched(name, COMMENT)]
        if not names:
            return [], _quota()
        asked = {"part": "snippet", "id": ",".join(names), "textFormat": "plainText"}
        items = items_of(WHO, self._ask("comments", asked).value, "items")
        return readable_ones(WHO, items, lambda one: comment(one, videos.get(str(at(one, "id"))))), _quota()

    def _search(self, words: str) -> tuple[str, ...]:
        asked = {"part": "id", "type": "video", "q": words, "order": "relevance", "maxResults": str(_VIDEOS)}
        items = items_of(WHO, self._ask("search", asked).value, "items")
        return tuple(dict.fromkeys(readable_ones(WHO, items, lambda one: matched(at(one, "id", "videoId"), VIDEO))))

    def _page(self, video: str, walk: Walk) -> tuple[Page, Quota | None]:
        asked = {"part": "snippet", "videoId": video, "order": "time", "maxResults": str(_A_PAGE)}
        asked |= {"textFormat": "plainText"} | ({"pageToken": walk.step} if walk.step else {})
        value = self._ask("commentThreads", asked).value
        posts = readable_ones(WHO, items_of(WHO, value, "items"), of_thread)
        token = at(value, "nextPageToken")
        further = token if isinstance(token, str) and token not in {"", walk.step} else None
        moments = [one.created_at for one in posts if one.created_at]
        return Page(posts, moments, further), None

    def _ask(self, method: str, asked: Mapping[str, str]) -> Told:
        settings, keys = self._access.given()
        key = keys.youtube
        if key is None:
            raise Blocked("YouTube answers only with a key: put one to the Data API into youtube’s part of the secret.")
        address = f"{settings.youtube_url.rstrip('/')}/youtube/v3/{method}?{urlencode(asked)}"
        sent = {"X-Goog-Api-Key": key.key.get_secret_value()}
        refused = refusal_below_a_video if method == "commentThreads" else refusal
        return self._access.line.ask(question(WHO, address, _APART, sent, refusal=refused, hidden=(key.key,)))


def _quota() -> Quota:
    """No answer says what is left; when all of it is back is known."""
    return Quota(resets_at=new_day())
