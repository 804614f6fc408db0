"""Let a workspace weigh the parts of the score as it likes."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.trends.events import TrendsWeighed
from wareloom.trends.outlook.models import WeightsChoice
from wareloom.trends.outlook.queries import weights_of
from wareloom.trends.outlook.weights import Weights


def weigh(work: Work, *, tenant_id: UUID, actor: str, weights: Weights) -> Weights:
    """Of two at once the later stands."""
    before = weights_of(work.session, tenant_id)
    if weights == before:
        return before
    row = {"weights": weights.model_dump(), "chosen_at": clock.now(), "chosen_by": actor}
    chosen = insert(WeightsChoice).values(tenant_id=tenant_id, **row)
    work.session.execute(chosen.on_conflict_do_update(index_elements=[WeightsChoice.tenant_id], set_=row))
    facts = {"before": before.model_dump(), "after": weights.model_dump()}
    record(work.session, tenant_id, actor, "trends.weigh", f"workspace:{tenant_id}", facts)
    work.announce(TrendsWeighed(tenant_id=tenant_id))
    return weights
