"""A person stops a run. What it has made stays; what waits for a decision goes on waiting until the run is resumed."""

from uuid import UUID

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Conflict
from wareloom.kit.machines import Stop
from wareloom.kit.work import Work
from wareloom.runs import queries
from wareloom.runs.events import RunEnded
from wareloom.runs.models import OPEN, Run
from wareloom.runs.open import execution


def stop(work: Work, *, tenant_id: UUID, actor: str, run_id: UUID) -> Run:
    run = queries.run(work.session, tenant_id, run_id, lock=True)
    if run.status not in OPEN:
        raise Conflict(f"This run has {run.status} already." if run.status != "stopped" else "This run is stopped.")
    now = clock.now()
    run.status, run.reason, run.updated_at, run.ended_at = "stopped", None, now, now
    record(work.session, tenant_id, actor, "run.stop", f"run:{run.id}")
    work.announce(RunEnded(tenant_id=tenant_id, run_id=run.id))
    work.ask_machine(Stop(execution(run), "Stopped in Wareloom"))
    return run
