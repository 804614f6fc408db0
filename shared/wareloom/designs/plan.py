"""Order the designs of a trend: one for each of its ideas, so that three ideas are three variants. Idempotent."""

from collections.abc import Sequence
from uuid import UUID

from wareloom.designs import queries
from wareloom.designs.models import Design
from wareloom.designs.order import order_of, row
from wareloom.ideas.ideate import ideate
from wareloom.kit.ai.model import Purse
from wareloom.kit.settings import DesignSettings
from wareloom.kit.work import Work


def plan(work: Work, *, tenant_id: UUID, run_id: UUID, trend_id: UUID, purse: Purse) -> Sequence[Design]:
    """A run that was opened for an edited design has its design already, and needs no ideas."""
    kept = queries.designs_of(work.session, run_id, trend_id)
    if kept:
        return kept
    ideas = ideate(work, tenant_id=tenant_id, run_id=run_id, trend_id=trend_id, purse=purse)
    studio = DesignSettings.from_env().studio
    fresh = [row(idea, order_of(idea), studio=studio) for idea in ideas]
    work.session.add_all(fresh)
    work.session.flush()
    return fresh
