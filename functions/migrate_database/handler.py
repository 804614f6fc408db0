"""At deploy time, before the new code serves: bring the database to this release's shape."""

from typing import Any

from wareloom.edge.entrypoint import entrypoint
from wareloom.migrations.migrate import migrate


@entrypoint
def handle(_event: Any, _context: Any) -> dict[str, str | None]:
    was, is_now = migrate()
    return {"was": was, "is": is_now}
