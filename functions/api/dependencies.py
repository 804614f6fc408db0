"""What routes ask for: a unit of work that commits before the answer leaves, and who is asking."""

from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import Depends, Query
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from wareloom.accounts.identity import Identity, identify
from wareloom.kit.errors import Unauthenticated
from wareloom.kit.paging import LIMIT, MOST
from wareloom.kit.work import Work, unit_of_work

# `async def` although the work is synchronous: an environment serves one request at a time, and the hop to a thread
# that a plain `def` costs is longer than most queries.


async def _open_work() -> AsyncGenerator[Work]:
    with unit_of_work() as work:
        yield work


OpenWork = Annotated[Work, Depends(_open_work, scope="function")]
_bearer = HTTPBearer(auto_error=False, description="An access token, or an API key that begins with wl_")
Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


async def _anyone_signed_in(work: OpenWork, bearer: Bearer) -> Identity:
    if bearer is None:
        raise Unauthenticated("Sign in, or send an API key.")
    return identify(work.session, bearer.credentials)


async def _member(who: Annotated[Identity, Depends(_anyone_signed_in)]) -> Identity:
    who.must_be("member")
    return who


async def _owner(who: Annotated[Identity, Depends(_anyone_signed_in)]) -> Identity:
    who.must_be("owner")
    return who


Viewer = Annotated[Identity, Depends(_anyone_signed_in)]
Member = Annotated[Identity, Depends(_member)]
Owner = Annotated[Identity, Depends(_owner)]

Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most")]
Cursor = Annotated[str | None, Query(max_length=500, description="`next_cursor` of the page before")]
DEFAULT_LIMIT = LIMIT
