"""What an error of the OpenAI library means for our work."""

from datetime import timedelta
from typing import TYPE_CHECKING

from wareloom.kit.ai.model import Usage
from wareloom.kit.ai.unusable import Refused
from wareloom.kit.errors import Blocked, Failure, Rejected, Unavailable
from wareloom.kit.http.verdict import retry_after

if TYPE_CHECKING:
    from openai import APIError, APIStatusError

AGAINST_THE_RULES = {"moderation_blocked", "content_policy_violation", "content_filter"}
OUT_OF_MONEY = {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
_SOON = {408, 409, 425, 429}
_TOLD = 300


def failure(error: "APIError", model: str) -> Failure:
    """The server's own words only where they speak of the request: what it says of a key may quote the key."""
    from openai import APIConnectionError, APIStatusError, APITimeoutError

    if isinstance(error, APITimeoutError):
        return Unavailable(f"{model} did not answer in time.")
    if isinstance(error, APIConnectionError):
        return Unavailable(f"The connection to {model} broke.")
    if isinstance(error, APIStatusError):
        return _of_status(error, model)
    return Unavailable(f"{model} gave an answer that cannot be read.")


def _of_status(error: "APIStatusError", model: str) -> Failure:
    status, said = error.status_code, {error.code, error.type}
    if said & AGAINST_THE_RULES:
        return against_the_rules(model, Usage())
    if said & OUT_OF_MONEY:
        return Blocked(f"The account at the provider of {model} has no credit left.")
    if status in {401, 403}:
        return Blocked(f"The provider of {model} refuses our key (it answered {status}).")
    if status == 404:
        return Blocked(f"The provider knows no model {model}, or our key may not use it.")
    if status in _SOON or status >= 500:
        return Unavailable(f"{model} cannot answer now (it answered {status}).", retry_after=_pause(error))
    return Rejected(f"{model} refused the request ({status}): {_words(error)}")


def against_the_rules(model: str, usage: Usage) -> Refused:
    return Refused(f"{model} will not do this: its provider's rules of content forbid it. Change the words.", usage)


def _words(error: "APIStatusError") -> str:
    said = error.body.get("message") if isinstance(error.body, dict) else None  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - any JSON
    return said[:_TOLD] if isinstance(said, str) else "it did not say why."


def _pause(error: "APIStatusError") -> timedelta | None:
    return retry_after(error.response.headers.get("retry-after", ""))
