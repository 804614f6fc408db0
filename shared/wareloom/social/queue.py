"""The two queues of the room, and who may work on a listening."""

from uuid import UUID

from sqlalchemy import Select, func, select

QUEUE = "scrape_social"
MOODS = "score_sentiment"


def is_free(listening_id: UUID) -> Select[tuple[bool]]:
    """Takes the listening until the end of the transaction, unless somebody has it."""
    return select(func.pg_try_advisory_xact_lock(func.hashtextextended(f"listening:{listening_id}", 0)))
