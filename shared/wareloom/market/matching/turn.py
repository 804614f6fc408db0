"""One at a time, through all of matching: who looks at pictures and who compares would wait for each other's rows."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

_LOCK = select(func.pg_try_advisory_xact_lock(func.hashtextextended("market_matches", 0)))


def is_ours(session: Session) -> bool:
    """Until the transaction's end. Nobody waits for it: whoever has it does the same work."""
    return bool(session.scalar(_LOCK))
