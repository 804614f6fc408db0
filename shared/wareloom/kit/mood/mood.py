"""What was read in a text."""

from pydantic import BaseModel, ConfigDict, Field

SENTIMENT, EMOTION = "sentiment", "emotion"
NEUTRAL = "neutral"


class Mood(BaseModel):
    """Nothing for a head that the model does not have. What was abstained from is neutral, and named in `uncertain`."""

    model_config = ConfigDict(frozen=True)

    sentiment: str | None
    sentiment_scores: dict[str, float]
    emotion: str | None
    emotion_scores: dict[str, float]
    model: str = Field(description="Name and version: a post is read once by each.")
    language: str = Field(description="Two letters; “und” where there are no words to tell it by.")
    uncertain: tuple[str, ...] = Field(default=(), description="The heads that were not sure enough to say more.")
