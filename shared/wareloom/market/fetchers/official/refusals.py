"""What an API's status means for our work."""

import re
from collections.abc import Sequence
from datetime import timedelta

from pydantic import SecretStr

from wareloom.kit.errors import Failure, NotFound, Rejected, Unavailable
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.verdict import retry_after
from wareloom.market.official import WayClosed

SLOW_DOWN = timedelta(seconds=30)
"""How long to wait where we are told to, but not for how long."""
_MOST_TOLD = 200
_WORDS = re.compile(rb'"(?:error_description|message|error|errors)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')


def failure(who: str, answered: Answered, hidden: Sequence[SecretStr]) -> Failure | None:
    """None for a success. What is said of a refused key is not repeated: it may quote the key."""
    status = answered.status
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return WayClosed(f"{who} sends us to another address ({status}), where our key does not belong.")
    if status in {401, 403}:
        return WayClosed(f"{who} does not accept our key ({status}): check its part of the secret and what it may do.")
    said, wait = _said(answered, hidden), retry_after(answered.headers.get("retry-after", ""))
    if status in {402, 423}:
        return WayClosed(f"{who} has closed the account behind our key ({status}).")
    if status in {404, 410}:
        return NotFound(f"{who} knows nothing there ({status}): {said}.")
    if status == 429:
        return Unavailable(f"{who} asks us to slow down.", retry_after=wait or SLOW_DOWN)
    if status in {408, 425} or status >= 500:
        return Unavailable(f"{who} cannot answer now ({status}): {said}.", retry_after=wait)
    return Rejected(f"{who} refuses what we asked ({status}): {said}.")


def _said(answered: Answered, hidden: Sequence[SecretStr]) -> str:
    found = _WORDS.search(answered.body)
    words = " ".join(found[1].decode(errors="replace").split()) if found else ""
    return redacted(words, hidden)[:_MOST_TOLD].rstrip(".") or "no reason given"


def redacted(words: str, hidden: Sequence[SecretStr]) -> str:
    for secret in hidden:
        words = words.replace(secret.get_secret_value(), "…")
    return words
