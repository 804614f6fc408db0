"""What the API says of recordings, and of what is said in them."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import UUID7, BaseModel, ConfigDict, Field, StringConstraints

from functions.api.answers import Out
from wareloom.kit import clock
from wareloom.kit.multipart import PART_BYTES, Arrived, parts_of
from wareloom.speech.announce import Wanted
from wareloom.speech.models import Recording, TranscriptSegment
from wareloom.speech.queries import Said
from wareloom.speech.transcriber import TranscriberProfile
from wareloom.speech.upload import LASTS

Status = Literal["waiting", "queued", "running", "succeeded", "failed", "cancelled"]
FormatName = Literal["srt", "vtt", "txt", "json"]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Language = Annotated[str, StringConstraints(to_lower=True, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?$")]
TranscriberName = Annotated[str, StringConstraints(max_length=40)]


class _Choice(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Name = Field(description="What people call it: the file's name, say")
    transcriber: TranscriberName | None = Field(default=None, description="Who listens; null: whom the settings name")
    language: Language | None = Field(default=None, description="As `en` or `en-GB`; null: to be found out")

    def wanted(self) -> Wanted:
        return Wanted(self.name, self.transcriber, self.language)


class NewRecordingIn(_Choice):
    model_config = ConfigDict(extra="forbid", title="RecordingWanted")

    size: Annotated[int, Field(ge=1, le=2**40)] = Field(description="How many bytes the file has")
    id: UUID7 | None = Field(
        default=None, description="Its id, chosen by who asks: asked again with it, the same recording is told"
    )


class NewAddressIn(_Choice):
    model_config = ConfigDict(extra="forbid", title="RecordingAddress")

    url: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class PartsIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="RecordingPartsWanted")

    numbers: Annotated[list[Annotated[int, Field(ge=1, le=10_000)]], Field(min_length=1, max_length=100)]


class RetryIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="RecordingRetry")

    transcriber: TranscriberName | None = Field(default=None, description="Another one: then all is heard again")


class EditIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="SegmentEdit")

    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)] | None = Field(
        description="What was really said; null takes the correction back"
    )


class RecordingOut(Out):
    model_config = ConfigDict(title="Recording")

    id: UUID
    name: str
    source_url: str | None = Field(description="Where it is brought from; null for an upload")
    brought_by: str
    size: int | None = Field(description="Bytes: as announced, and once the file is there, as it is")
    transcriber: str
    language: str | None = Field(description="As a person said")
    heard_language: str | None
    heard_by: str | None = Field(description="The transcriber and its model")
    seconds: float | None = Field(description="How long it is; null until it is cut")
    parts_total: int | None = Field(description="null until it is cut")
    parts_done: int
    status: Status = Field(description="waiting is for its file; queued for being brought and cut; running until heard")
    reason: str | None
    retry_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    updated_at: datetime
    ended_at: datetime | None


class UploadPartsOut(Out):
    """PUT each part of so many bytes, the last as it is, at its address; then finish."""

    model_config = ConfigDict(title="RecordingUpload")

    part_bytes: int
    parts: int


class NewRecordingOut(RecordingOut):
    model_config = ConfigDict(title="NewRecording")

    upload: UploadPartsOut

    @classmethod
    def opened(cls, row: Recording) -> Self:
        told = RecordingOut.model_validate(row).model_dump()
        return cls(**told, upload=UploadPartsOut(part_bytes=PART_BYTES, parts=parts_of(row.size or 0)))


class PartLinkOut(Out):
    model_config = ConfigDict(title="RecordingPartAddress")

    number: int
    url: str
    expires_at: datetime

    @classmethod
    def of(cls, number: int, url: str) -> Self:
        return cls(number=number, url=url, expires_at=clock.now() + LASTS)


class ArrivedPartOut(Out):
    model_config = ConfigDict(title="RecordingPart")

    number: int
    size: int

    @classmethod
    def of(cls, part: Arrived) -> Self:
        return cls(number=part.number, size=part.size)


class SegmentMoodOut(Out):
    """What a model read in the words. Where it was not sure, or could not read them, it says neutral and uncertain."""

    model_config = ConfigDict(title="SegmentMood")

    sentiment: str | None = Field(description="null where the model does not tell sentiments")
    sentiment_scores: dict[str, float]
    emotion: str | None
    emotion_scores: dict[str, float]
    model: str
    language: str = Field(description="One that the model never learnt is marked here, and not guessed at")
    uncertain: list[str]


class SegmentOut(Out):
    model_config = ConfigDict(title="Segment")

    number: int
    start: float = Field(description="Seconds from the beginning")
    end: float
    text: str = Field(description="As a person put it right, or else as it was heard")
    heard: str | None = Field(description="What was heard, where a person put it right")
    language: str | None
    confidence: float | None = Field(description="Between 0 and 1; null where the transcriber does not say")
    edited_by: str | None
    edited_at: datetime | None
    mood: SegmentMoodOut | None = Field(description="How these words feel; null as long as nobody has read it in them")

    @classmethod
    def of(cls, row: TranscriptSegment) -> Self:
        return cls(
            number=row.number,
            start=row.start,
            end=row.end,
            text=row.shown,
            heard=None if row.edited_text is None else row.text,
            language=row.language,
            confidence=row.confidence,
            edited_by=row.edited_by,
            edited_at=row.edited_at,
            mood=None if row.mood is None else SegmentMoodOut.model_validate(row.mood),
        )


class SaidSegmentOut(Out):
    model_config = ConfigDict(title="SaidSegment")

    recording_id: UUID
    recording_name: str
    segment: SegmentOut

    @classmethod
    def of(cls, found: Said) -> Self:
        return cls(
            recording_id=found.segment.recording_id,
            recording_name=found.recording_name,
            segment=SegmentOut.of(found.segment),
        )


class MediaOut(Out):
    model_config = ConfigDict(title="RecordingMedia")

    url: str = Field(description="Plays for a while, from any second: ranges of bytes are answered")


class TranscriberOut(Out):
    model_config = ConfigDict(title="Transcriber")

    name: str
    title: str
    about: str
    offline: bool
    languages: list[str] | None = Field(description="null is any")
    paid: bool
    usual: bool = Field(description="Listens where nobody chose")
    absent: str | None = Field(description="Why it cannot be used here, in a sentence; null when it can")

    @classmethod
    def of(cls, profile: TranscriberProfile, usual: str, absent: str | None) -> Self:
        return cls(
            name=profile.name,
            title=profile.title,
            about=profile.about,
            offline=profile.offline,
            languages=None if profile.languages is None else list(profile.languages),
            paid=profile.paid,
            usual=profile.name == usual,
            absent=absent,
        )
