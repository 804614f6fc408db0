"""What an API's status means for our work, where the network itself does not mean something else by it."""

import re
from collections.abc import Sequence
from datetime import timedelta

from pydantic import SecretStr

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure, Rejected, Unavailable
from wareloom.kit.http.exchange import Answered
from wareloom.kit.http.verdict import retry_after
from wareloom.social.heard import Quota

SLOW_DOWN = timedelta(seconds=30)
"""How long to wait where we are told to, but not for how long."""
_MOST_TOLD = 200
_WORDS = re.compile(rb'"(?:error_description|message|error)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')


def failure(who: str, answered: Answered, quota: Quota | None, hidden: Sequence[SecretStr]) -> Failure | None:
    """None for a success. What is said of a refused key is not repeated: it may quote the key."""
    status = answered.status
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return Blocked(f"{who} sends us to another address ({status}), where our key does not belong.")
    if status in {401, 403}:
        return Blocked(f"{who} does not let us in ({status}): check its part of the secret and what that key may do.")
    said, wait = _said(answered, hidden), retry_after(answered.headers.get("retry-after", ""))
    if status == 429:
        return Unavailable(f"{who} asks us to slow down.", retry_after=wait or _until(quota) or SLOW_DOWN)
    if status in {408, 425} or status >= 500:
        return Unavailable(f"{who} cannot answer now ({status}): {said}.", retry_after=wait)
    return Rejected(f"{who} refuses what we asked ({status}): {said}.")


def _until(quota: Quota | None) -> timedelta | None:
    """At least a second: what begins this very moment would be asked too early."""
    if quota is None or quota.resets_at is None:
        return None
    return max(timedelta(seconds=1), quota.resets_at - clock.now())


def _said(answered: Answered, hidden: Sequence[SecretStr]) -> str:
    found = _WORDS.search(answered.body)
    words = " ".join(found[1].decode(errors="replace").split()) if found else ""
    for secret in hidden:
        words = words.replace(secret.get_secret_value(), "…")
    return words[:_MOST_TOLD].rstrip(".") or "no reason given"
