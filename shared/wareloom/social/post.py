"""What networks hand us: the posts in a page, and whose page it is."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field


class SeenPost(BaseModel):
    """One post as a page shows it; what the page does not say is None, never a guess."""

    model_config = ConfigDict(frozen=True)

    external_id: str
    text: str = Field(description="As its author wrote it, line breaks included.")
    author: str | None = Field(default=None, description="The name that the author is addressed by.")
    created_at: datetime | None = None
    play_count: int | None = None
    like_count: int | None = None
    comment_count: int | None = None
    share_count: int | None = None
    hashtags: tuple[str, ...] = Field(default=(), description="Without their sign, in the order they are written in.")
    url: str


class SeenProfile(BaseModel):
    """Whose page it is, where it is somebody's."""

    model_config = ConfigDict(frozen=True)

    external_id: str
    author: str
    name: str | None = None
    follower_count: int | None = None
    like_count: int | None = None
    post_count: int | None = None


class PostPage(BaseModel):
    """No posts only where the page can be read and holds none: what cannot be read is a failure."""

    model_config = ConfigDict(frozen=True)

    posts: tuple[SeenPost, ...]
    profile: SeenProfile | None = None
    cursor: str | None = Field(default=None, description="Where the list goes on, in the network's own words.")
