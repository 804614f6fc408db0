"""Open a run: a row that says what is wanted, and an execution of the state machine that carries it."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from wareloom.audit.record import record
from wareloom.kit import clock
from wareloom.kit.errors import Overused, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.machines import Start
from wareloom.kit.work import Work
from wareloom.runs.events import RunOpened
from wareloom.runs.models import OPEN, Plan, Run
from wareloom.runs.plan import MOST_TRENDS

MOST_OPEN = 20
"""A workspace's open runs at one time."""


def open_run(work: Work, *, tenant_id: UUID, actor: str, trends: int, about: str | None = None) -> Run:
    if not 0 <= trends <= MOST_TRENDS:
        raise Rejected(f"A run works on 1 to {MOST_TRENDS} trends.")
    _leave_room(work, tenant_id)
    run = _row(tenant_id, actor, trends, about or _about(trends))
    work.session.add(run)
    work.session.flush()
    _say(work, run, actor)
    return run


def open_scheduled(work: Work) -> int:
    """One run a day for each workspace that wants it. A schedule that fires twice finds its slot taken."""
    opened = 0
    for plan in work.session.scalars(select(Plan).where(Plan.daily).order_by(Plan.tenant_id)):
        run = _row(plan.tenant_id, "schedule", plan.trends, _about(plan.trends))
        run.slot = f"{plan.tenant_id}:{clock.now():%Y-%m-%d}"
        columns = {column.key: getattr(run, column.key) for column in Run.__mapper__.column_attrs}
        fresh = insert(Run).values(columns).on_conflict_do_nothing(index_elements=["slot"]).returning(Run.id)
        if work.session.scalar(fresh) is not None:
            _say(work, run, "schedule")
            opened += 1
    return opened


def execution(run: Run) -> str:
    """The name that this attempt has in Step Functions."""
    return f"{run.id}-{run.attempt}"


def start(work: Work, run: Run) -> None:
    work.ask_machine(Start(execution(run), {"run_id": str(run.id)}))


def _row(tenant_id: UUID, actor: str, trends: int, about: str) -> Run:
    now = clock.now()
    return Run(
        id=new_id(),
        tenant_id=tenant_id,
        started_by=actor,
        about=about,
        trends_wanted=trends,
        status="queued",
        attempt=1,
        created_at=now,
        updated_at=now,
    )


def _about(trends: int) -> str:
    return "The best trend" if trends == 1 else f"The {trends} best trends"


def _leave_room(work: Work, tenant_id: UUID) -> None:
    # One at a time, so that two requests at once cannot both pass the count.
    work.session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"run:{tenant_id}", 0))))
    count = work.session.scalar(
        select(func.count()).select_from(Run).where(Run.tenant_id == tenant_id, Run.status.in_(OPEN))
    )
    if (count or 0) >= MOST_OPEN:
        raise Overused(
            f"{MOST_OPEN} runs are open. Decide on their designs, or stop one.", retry_after=timedelta(minutes=1)
        )


def _say(work: Work, run: Run, actor: str) -> None:
    facts = {"about": run.about, "trends": run.trends_wanted}
    record(work.session, run.tenant_id, actor, "run.open", f"run:{run.id}", facts)
    work.announce(RunOpened(tenant_id=run.tenant_id, run_id=run.id))
    start(work, run)
