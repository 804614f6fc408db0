"""What the database must know to analyse a large market well: that it may take its time, and what it holds by now."""

from sqlalchemy import text
from sqlalchemy.orm import Session

# A request's statement ends when nobody waits for its answer any more. Here the function itself waits, and reads
# enough at a time for sorting in memory to pay; compiling statements that each take a second does not.
_TIME = text("""
    SELECT set_config('statement_timeout', '120s', true), set_config('work_mem', '64MB', true),
        set_config('jit', 'off', true)
""")


def take_time(session: Session) -> None:
    """Until the transaction ends."""
    session.execute(_TIME)


def count_again(session: Session, *tables: str) -> None:
    """Nobody else has counted what this transaction wrote, and a plan for an empty table reads a full one to the end
    for each question."""
    session.execute(text(f"ANALYZE {', '.join(tables)}"))
