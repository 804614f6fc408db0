"""The parts of OpenAI's answers that we read. Compatible servers leave out much: only what we need must be there."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from wareloom.kit.ai.model import Usage
from wareloom.kit.ai.refusals import against_the_rules
from wareloom.kit.ai.unusable import Refused, Unusable

_TOLD = 300

Answer = TypeVar("Answer", bound=BaseModel)


def _or_none(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """A count that cannot be read is no reason to throw away an answer that was paid for."""
    try:
        return read(value)
    except ValidationError:
        return None


class SpentInDetail(BaseModel):
    cached_tokens: int | None = None
    cache_write_tokens: int | None = None


class Spent(BaseModel):
    prompt_tokens: int = Field(ge=0)
    completion_tokens: int = Field(ge=0)
    prompt_tokens_details: SpentInDetail | None = None

    @property
    def cached(self) -> int:
        return (self.prompt_tokens_details and self.prompt_tokens_details.cached_tokens) or 0

    @property
    def remembered(self) -> int:
        return (self.prompt_tokens_details and self.prompt_tokens_details.cache_write_tokens) or 0


class Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class Choice(BaseModel):
    message: Message
    finish_reason: str | None = None


class Completion(BaseModel):
    choices: list[Choice] = Field(min_length=1)
    usage: Annotated[Spent | None, WrapValidator(_or_none)] = None

    def said(self, model: str, usage: Usage) -> str:
        """The text of the answer; a failure where there is none, or not all of it."""
        choice = self.choices[0]
        if choice.message.refusal:
            raise Refused(f"{model} will not do this: {choice.message.refusal[:_TOLD]}", usage)
        if choice.finish_reason == "content_filter":
            raise against_the_rules(model, usage)
        if choice.finish_reason == "length":
            # How long a model thinks before it answers differs from call to call: the next may come to its end.
            raise Unusable(f"{model} came to the limit of its answer before its end.", usage)
        if not choice.message.content:
            raise Unusable(f"{model} answered nothing.", usage)
        return choice.message.content


class Image(BaseModel):
    b64_json: str


class ImageSpent(BaseModel):
    input_tokens: int = Field(ge=0)
    output_tokens: int = Field(ge=0)


class Images(BaseModel):
    data: list[Image] = Field(min_length=1)
    usage: Annotated[ImageSpent | None, WrapValidator(_or_none)] = None


def read(answer: type[Answer], body: bytes, model: str, most: Usage) -> Answer:
    """What cannot be read has most likely been paid for: it counts as the most that it may have cost."""
    try:
        return answer.model_validate_json(body)
    except ValidationError as error:
        raise Unusable(f"{model} gave an answer that cannot be read.", most) from error
