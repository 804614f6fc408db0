"""What a browser may say over its socket, and what it is told."""

from dataclasses import asdict
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from wareloom.kit.errors import Malformed
from wareloom.kit.work import Work
from wareloom.live.connect import head_of, subscribe
from wareloom.live.replay import replay


class _Frame(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Subscribe(_Frame):
    action: Literal["subscribe"]
    topics: list[str] = Field(max_length=20)


class _Replay(_Frame):
    action: Literal["replay"]
    after: int = Field(ge=0)


class _Ping(_Frame):
    action: Literal["ping"]


_SAID: TypeAdapter[_Subscribe | _Replay | _Ping] = TypeAdapter(
    Annotated[_Subscribe | _Replay | _Ping, Field(discriminator="action")]
)


def converse(work: Work, connection_id: str, said: dict[str, Any]) -> dict[str, Any]:
    try:
        frame = _SAID.validate_python(said)
    except ValidationError as error:
        raise Malformed("Say subscribe with topics, replay with a number to go on after, or ping.") from error
    match frame:
        case _Subscribe(topics=topics):
            return {"type": "subscribed", "topics": sorted(set(topics)), "head": subscribe(work, connection_id, topics)}
        case _Replay(after=after):
            return {"type": "replayed", **asdict(replay(work, connection_id, after))}
        case _Ping():
            return {"type": "pong", "head": head_of(work, connection_id)}
