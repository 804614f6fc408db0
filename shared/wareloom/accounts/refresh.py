"""Trade a refresh token for new ones, once. A spent one that comes back means two people hold it: both are put out.

There is no moment of grace: tabs of one browser share the cookie, the app lets one of them refresh at a time, and a
page waits until the refresh that the page before it left behind has landed (`frontend/src/lib/inFlight.ts`).
"""

from sqlalchemy import select

from wareloom.accounts import opaque
from wareloom.accounts.models import Membership, RefreshToken, SignIn
from wareloom.accounts.sign_in import Tokens, give_tokens
from wareloom.accounts.sign_out import end
from wareloom.kit import clock
from wareloom.kit.errors import Failure, Unauthenticated
from wareloom.kit.work import Work

_ENDED = "This session has ended. Sign in again."


def refresh(work: Work, token: str) -> Tokens | Failure:
    """A refusal is returned rather than raised: the end of a stolen session must be committed."""
    held = select(RefreshToken).where(RefreshToken.digest == opaque.digest(token)).with_for_update()
    known = work.session.scalar(held)
    if known is None:
        return Unauthenticated(_ENDED)
    row = work.session.get_one(SignIn, known.sign_in_id, with_for_update=True)
    now = clock.now()
    if row.ended_at or row.expires_at <= now:
        return Unauthenticated(_ENDED)
    if known.spent_at:
        end(work, row, because="a spent refresh token was used again")
        return Unauthenticated("This session was ended, because its token was used twice. Sign in again.")
    if work.session.get(Membership, (row.tenant_id, row.user_id)) is None:
        end(work, row, because="the membership ended")
        return Unauthenticated(_ENDED)
    known.spent_at = row.used_at = now
    return give_tokens(work, row)
