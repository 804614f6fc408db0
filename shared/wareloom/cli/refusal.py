"""A refused request as a failure: the problem document's own words, and the id to ask about it with."""

import json
from datetime import timedelta
from typing import Any

import urllib3

from wareloom.kit.errors import (
    Blocked,
    Conflict,
    Failure,
    Forbidden,
    Malformed,
    NotFound,
    Overused,
    Rejected,
    Unauthenticated,
    Unavailable,
)

_KINDS: dict[int, type[Failure]] = {
    400: Malformed,
    401: Unauthenticated,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    413: Rejected,
    422: Rejected,
    429: Overused,
    502: Blocked,
}
_TOO_MANY, _OURS = 429, 500
_ELSEWHERE = (301, 302, 303, 307, 308)


def refusal(response: urllib3.BaseHTTPResponse, url: str) -> Failure:
    if response.status in _ELSEWHERE:
        return Rejected(
            f"{url} sends us on to {response.headers.get('Location', 'elsewhere')}. Log in to that address."
        )
    problem = _problem(response)
    if problem is None:
        return _without_document(response.status, url, _retry_after(response))
    kind = _KINDS.get(response.status, Unavailable if response.status >= _OURS else Rejected)
    return kind(_sentence(problem), retry_after=_retry_after(response))


def _sentence(problem: dict[str, Any]) -> str:
    said = str(problem.get("detail") or problem.get("title"))
    request_id = problem.get("request_id")
    return f"{said} (request {request_id})" if request_id else said


def _problem(response: urllib3.BaseHTTPResponse) -> dict[str, Any] | None:
    """None when the answer is not the API's: a proxy's page, a gateway's, another site's."""
    if "application/problem+json" not in response.headers.get("Content-Type", ""):
        return None
    try:
        read: Any = json.loads(response.data)
    except ValueError:
        return None
    return read if isinstance(read, dict) else None  # pyright: ignore[reportUnknownVariableType] - JSON has no narrower type


def _without_document(status: int, url: str, retry_after: timedelta | None) -> Failure:
    if status == _TOO_MANY:
        return Overused(f"{url} is asked too often.", retry_after=retry_after or timedelta(seconds=2))
    if status >= _OURS:
        return Unavailable(f"{url} cannot answer now (status {status}). Try again soon.")
    return Rejected(f"{url} does not answer as Wareloom does (status {status}). Is the address right?")


def _retry_after(response: urllib3.BaseHTTPResponse) -> timedelta | None:
    written = response.headers.get("Retry-After", "")
    return timedelta(seconds=int(written)) if written.isdecimal() else None
