"""What the status of an API means for our work, where the API itself does not mean something else by it."""

import re
from collections.abc import Sequence
from datetime import timedelta

from pydantic import SecretStr

from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.verdict import retry_after

SLOW_DOWN = timedelta(seconds=30)
"""How long to wait where we are told to, but not for how long."""
_MOST_TOLD = 200
_WORDS = re.compile(rb'"(?:error_description|message|error|errors)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')


def failure(
    who: str,
    answered: Answered,
    hidden: Sequence[SecretStr],
    *,
    closed: type[Blocked] = Blocked,
    wait: timedelta | None = None,
) -> Failure | None:
    """None for a success; `closed` is what a room calls a key that is no good, `wait` how long to wait where a request
    to slow down does not say. What is said of a refused key is not repeated: it may quote the key."""
    status = answered.status
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return closed(f"{who} sends us to another address ({status}), where our key does not belong.")
    if status in {401, 403}:
        return closed(f"{who} does not accept our key ({status}): check its part of the secret and what it may do.")
    if status in {402, 423}:
        return closed(f"{who} has closed the account behind our key ({status}).")
    said, told = _said(answered, hidden), retry_after(answered.headers.get("retry-after", ""))
    if status in {404, 410}:
        return NotFound(f"{who} knows nothing there ({status}): {said}.")
    if status == 429:
        return Unavailable(f"{who} asks us to slow down.", retry_after=told or wait or SLOW_DOWN)
    if status in {408, 425} or status >= 500:
        return Unavailable(f"{who} cannot answer now ({status}): {said}.", retry_after=told)
    return Rejected(f"{who} refuses what we asked ({status}): {said}.")


def _said(answered: Answered, hidden: Sequence[SecretStr]) -> str:
    found = _WORDS.search(answered.body)
    words = " ".join(found[1].decode(errors="replace").split()) if found else ""
    for secret in hidden:
        words = words.replace(secret.get_secret_value(), "…")
    return words[:_MOST_TOLD].rstrip(".") or "no reason given"
