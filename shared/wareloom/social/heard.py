"""What a network answers who listens."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from wareloom.social.post import SeenPost


class Quota(BaseModel):
    """How much a network may still be asked, in its own words."""

    model_config = ConfigDict(frozen=True)

    limit: int | None = None
    left: int | None = None
    resets_at: datetime | None = None


class Heard(BaseModel):
    """One answer. Whoever keeps its posts keeps its cursor in the same transaction, so that none is lost between."""

    model_config = ConfigDict(frozen=True)

    posts: tuple[SeenPost, ...] = ()
    gone: tuple[str, ...] = Field(default=(), description="External ids of posts that their authors took back.")
    cursor: dict[str, Any] | None = Field(default=None, description="Where to go on; None begins anew.")
    more: bool = Field(default=False, description="Whether there is more to be had at once.")
    quota: Quota | None = None
