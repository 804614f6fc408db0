"""Which videos' comments are heard, and how far each one's: a round goes over all of them, page by page."""

from datetime import datetime, timedelta
from typing import Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.social.networks.walk import Walk

SEARCHED_EVERY = timedelta(days=1)
"""A search costs as much as a hundred pages of comments."""
_MOST_VIDEOS = 40


class Round(BaseModel):
    model_config = ConfigDict(frozen=True)

    searched_at: AwareDatetime | None = None
    videos: dict[str, Walk] = {}
    """The one found last stands first."""
    left: tuple[str, ...] = ()
    """Whose turn is still to come in this round."""

    @classmethod
    def of(cls, cursor: dict[str, Any] | None) -> Self:
        try:
            return cls.model_validate(cursor or {})
        except ValidationError as error:
            raise Rejected("This is no place to go on from: begin anew.") from error

    @property
    def wants_a_search(self) -> bool:
        return not self.left and (self.searched_at is None or clock.now() - self.searched_at >= SEARCHED_EVERY)

    def found(self, videos: tuple[str, ...], now: datetime) -> Self:
        known = {name: self.videos.get(name, Walk()) for name in (*videos, *self.videos)}
        kept = dict(list(known.items())[:_MOST_VIDEOS])
        return type(self)(searched_at=now, videos=kept, left=tuple(kept))

    def begun(self) -> Self:
        return self if self.left else self.model_copy(update={"left": tuple(self.videos)})

    def walked(self, video: str, walk: Walk | None) -> Self:
        """None for a video that is gone or lets nobody comment: it is asked for again when a search finds it."""
        videos = {name: one for name, one in self.videos.items() if name != video}
        if walk is not None:
            videos = self.videos | {video: walk}
        left = self.left if walk is not None and walk.step is not None else self.left[1:]
        return self.model_copy(update={"videos": videos, "left": left})

    def cursor(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude_none=True)
