"""How lists that tell the newest first are heard without losing or doubling a post: walk by walk, page by page.

A walk starts at the newest post and goes back until it meets what the walk before has heard, and a little further, for
what was posted there may have appeared late. Posts of that overlap are remembered by their ids. The cursor is the walk:
kept after every page, it lets a walk that was cut off go on where it stood.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.social.heard import Heard, Quota
from wareloom.social.post import SeenPost

OVERLAP = timedelta(minutes=30)
FIRST_LOOK = timedelta(days=7)
"""How far back the first walk goes."""
_MOST_NEAR = 3000
"""Ids in a cursor. Beyond that some posts are told twice, which costs a look at their rows and no more."""
_MOST_MOVED = 500
"""How many may arrive between two pages of a list that is paged by places."""
_MOST_PAGES = 1000
_MOST_BEGUN = 3
"""How often a walk may begin anew because the network has forgotten the page that we were at."""


@dataclass(frozen=True)
class Page:
    """`moments` are those that the list is sorted by, one for each post."""

    posts: Sequence[SeenPost]
    moments: Sequence[datetime]
    further: str | None
    """How the network names the next page of this list."""
    beside: str | None = None
    """Where the next list begins, when this one has been walked far enough."""


class Walk(BaseModel):
    model_config = ConfigDict(frozen=True)

    step: str | None = None
    """The page to ask for next; None begins a walk."""
    floor: AwareDatetime | None = None
    """Everything up to here was heard by the walks before."""
    top: AwareDatetime | None = None
    """The newest post of this walk."""
    goal: AwareDatetime | None = None
    """How far back this walk goes."""
    near: dict[str, int] = {}
    """Posts that were heard and may be met again, with their moments."""
    pages: int = 0
    begun: int = 0

    @classmethod
    def of(cls, cursor: dict[str, Any] | None) -> Self:
        try:
            return cls.model_validate(cursor or {})
        except ValidationError as error:
            raise Rejected("This is no place to go on from: begin anew.") from error

    @property
    def since(self) -> datetime:
        return self.goal or (self.floor - OVERLAP if self.floor else clock.now() - FIRST_LOOK)

    def begun_anew(self) -> Self:
        return self.model_copy(update={"step": None, "top": None, "begun": self.begun + 1})

    def take(self, page: Page) -> tuple[tuple[SeenPost, ...], Self]:
        """The posts of a page that were not heard yet, the oldest first, and the walk as it goes on."""
        since = self.since
        told = {post.external_id: (at, post) for post, at in zip(page.posts, page.moments, strict=True)}
        fresh = [one for name, one in told.items() if name not in self.near and one[0] >= since]
        posts = tuple(post for _, post in sorted(fresh, key=lambda one: (one[0], one[1].external_id)))
        tops = [at for at, _ in told.values()] + ([self.top] if self.top else [])
        top = max(tops, default=None)
        near = self.near | {name: int(at.timestamp()) for name, (at, _) in told.items()}
        far_enough = bool(page.moments) and page.moments[-1] < since
        step = page.beside if far_enough or not page.further else page.further
        if step is None or self.pages >= _MOST_PAGES:
            return posts, self._over(near, top, since)
        kept = _kept(near, top, (since, self.floor), told)
        told_so_far = {"step": step, "top": top, "goal": since, "pages": self.pages + 1, "near": kept}
        return posts, self.model_copy(update=told_so_far)

    def cursor(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude_none=True)

    def _over(self, near: dict[str, int], top: datetime | None, since: datetime) -> Self:
        """The next walk ends a little behind where this one began."""
        known = [one for one in (self.floor, top) if one]
        floor = min(max(known, default=since), clock.now())
        return type(self)(floor=floor, near=_kept(near, floor, None, ()))


def walked(walk: Walk, ask: Callable[[Walk], tuple[Page, Quota | None]]) -> tuple[Heard, Walk]:
    """One page further. A network that no longer knows the page we were at is walked from its newest post again."""
    try:
        page, quota = ask(walk)
    except (NotFound, Rejected):
        if walk.step is None or walk.begun >= _MOST_BEGUN:
            raise
        walk = walk.begun_anew()
        page, quota = ask(walk)
    posts, after = walk.take(page)
    return Heard(posts=posts, cursor=after.cursor(), more=after.step is not None, quota=quota), after


def _kept(
    near: dict[str, int], top: datetime | None, overlap: tuple[datetime, datetime | None] | None, page: Iterable[str]
) -> dict[str, int]:
    """What the next walk will meet again, what this one will, and what its next page may: who arrives moves others."""
    edge = (top - OVERLAP).timestamp() - 1 if top else 0
    low, high = (overlap[0].timestamp() - 1, overlap[1].timestamp()) if overlap and overlap[1] else (0, -1)
    met_again = {name for name, at in near.items() if at >= edge or low <= at <= high}
    if overlap:  # the walk goes on: its last pages are the oldest that it has told
        told_last = sorted(near.keys() - met_again, key=lambda name: near[name])[:_MOST_MOVED]
        met_again |= {*told_last, *page}
    newest = sorted(met_again, key=lambda name: -near[name])[:_MOST_NEAR]
    return {name: near[name] for name in newest}
