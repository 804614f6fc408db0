"""What YouTube's refusals mean: the reason stands in the answer, and one status has many."""

import json
from datetime import datetime, timedelta

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Failure, NotFound, Rejected, Unavailable
from wareloom.kit.http.exchange import Answered
from wareloom.social.networks.told import an_object
from wareloom.social.reading import at, listed

_SPENT = {"quotaExceeded", "dailyLimitExceeded"}
_TOO_FAST = {"rateLimitExceeded", "userRateLimitExceeded"}
_NO_COMMENTS = {"commentsDisabled", "videoNotFound", "forbidden"}
_KEY = {"keyInvalid", "accessNotConfigured", "API_KEY_INVALID", "ipRefererBlocked", "keyExpired"}


def refusal(answered: Answered) -> Failure | None:
    """None leaves it to what the status means everywhere."""
    if 200 <= answered.status < 300:
        return None
    reasons = _reasons(answered.body)
    if reasons & _SPENT:
        wait = new_day() - clock.now()
        return Unavailable("YouTube’s quota is spent; it is filled up at midnight Pacific time.", retry_after=wait)
    if reasons & _TOO_FAST:
        return Unavailable("YouTube asks us to slow down.", retry_after=timedelta(minutes=1))
    if reasons & _KEY:
        return Blocked(
            "YouTube does not accept our key: check youtube’s part of the secret, and that it may use the Data API."
        )
    return Rejected("YouTube no longer knows this page.") if "invalidPageToken" in reasons else None


def refusal_below_a_video(answered: Answered) -> Failure | None:
    if refused := refusal(answered):
        return refused
    if answered.status == 404 or (answered.status == 403 and _reasons(answered.body) & _NO_COMMENTS):
        return NotFound("This video is gone, or lets nobody comment.")
    return None


def new_day() -> datetime:
    """When the quota is filled up: eight hours after midnight UTC, in summer an hour earlier."""
    now = clock.now()
    today = now.replace(hour=8, minute=0, second=0, microsecond=0)
    return today if now < today else today + timedelta(days=1)


def _reasons(body: bytes) -> set[str]:
    try:
        error = an_object(at(json.loads(body), "error"))
    except (ValueError, RecursionError):
        return set()
    told = [*listed(error.get("errors")), *listed(error.get("details"))]
    return {reason for one in told if isinstance(reason := at(one, "reason"), str)}
