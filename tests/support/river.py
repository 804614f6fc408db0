"""The river, walked by hand: the real handlers, called one after the other as the state machine calls them.

`opened()` gives a market of two niches, a workspace and a run; `walk()` carries it to where a person is asked. Needs
`cloud`, and `emptied` or `joined`.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from functions.analyse_trends.handler import handle as analyse_trends
from functions.await_approval.handler import handle as await_approval
from functions.expire_design.handler import handle as expire_design
from functions.finish_run.handler import handle as finish_run
from functions.generate_designs.handler import handle as generate_designs
from functions.ideate_designs.handler import handle as ideate_designs
from functions.publish_listings.handler import handle as publish_listings
from functions.record_failure.handler import handle as record_failure
from tests.integration.trends.market import furnish
from tests.support.factories import an_owner
from wareloom.accounts.identity import Identity
from wareloom.designs import approve as decisions
from wareloom.designs.generate import art_key
from wareloom.designs.models import Design
from wareloom.designs.studio import DPI, HEIGHT, WIDTH
from wareloom.kit import clock
from wareloom.kit.database import Base
from wareloom.kit.work import unit_of_work
from wareloom.runs.models import Run, Step
from wareloom.runs.open import open_run
from wareloom.runs.step import Outcome, Turn, begin, end

Answer = dict[str, Any]


@dataclass(frozen=True)
class River:
    owner: Identity
    run_id: UUID


def opened(*, trends: int = 1, owner: Identity | None = None) -> River:
    """A run of a workspace of its own, or of that owner's, in a market of two niches."""
    with unit_of_work() as work:
        furnish(work.session)
        who = owner or an_owner(work)
        return River(who, open_run(work, tenant_id=who.tenant_id, actor=who.actor, trends=trends).id)


def analyse(run_id: UUID) -> Answer:
    return analyse_trends({"run_id": str(run_id)}, None)


def ideate(run_id: UUID, trend_id: UUID) -> Answer:
    return ideate_designs(_about(run_id, trend_id), None)


def generate(run_id: UUID, design_id: UUID) -> Answer:
    return generate_designs(_about(run_id, design_id), None)


def stand(run_id: UUID, design_id: UUID, token: str) -> Answer:
    """The state machine stands before a design and waits."""
    return await_approval(_about(run_id, design_id) | {"token": token}, None)


def expire(run_id: UUID, design_id: UUID) -> Answer:
    return expire_design(_about(run_id, design_id), None)


def publish(run_id: UUID, design_id: UUID) -> Answer:
    """One part of one listing."""
    return publish_listings(_about(run_id, design_id), None)


def publish_all(run_id: UUID, design_id: UUID) -> list[Answer]:
    """Part after part until there is no more. Where the channel wants time, that much passes."""
    answers, now = [publish(run_id, design_id)], clock.now()
    while answers[-1]["more"]:
        now += timedelta(seconds=answers[-1]["wait"])
        with clock.held(max(now, clock.now())):
            answers.append(publish(run_id, design_id))
        assert len(answers) < 200, "it never ends"
    return answers


def record(run_id: UUID, verb: str, subject_id: UUID, *, error: str, cause: str = "") -> Answer:
    """What one state caught."""
    return record_failure(_about(run_id, subject_id) | {"verb": verb, "error": error, "cause": cause}, None)


def record_run(run_id: UUID, *, error: str, cause: str = "") -> Answer:
    """What was caught outside every step."""
    return record_failure({"run_id": str(run_id), "error": error, "cause": cause}, None)


def finish(run_id: UUID) -> Answer:
    return finish_run({"run_id": str(run_id)}, None)


def planned(run_id: UUID) -> list[UUID]:
    """Trends analysed and ideas had: the designs that are ordered, none drawn."""
    return [design for trend in ids(analyse(run_id)) for design in ids(ideate(run_id, trend))]


def walk(run_id: UUID, *, draw: int = 1, real: bool = True) -> list[UUID]:
    """To where a person is asked: of the designs ordered the first few are drawn, and stood before with a token.

    A real drawing takes a second or more: without `real` there is a row of it and no picture.
    """
    designs = planned(run_id)[:draw]
    for design in designs:
        (generate if real else sketch)(run_id, design)
        stand(run_id, design, f"token-{design}")
    return designs


def sketch(run_id: UUID, design_id: UUID) -> None:
    """The row as it is when a design has been drawn, and nothing in S3."""
    with unit_of_work() as work:
        turn = begin(work, run_id, "generate", design_id)
        assert isinstance(turn, Turn), turn
        row, now = work.session.get_one(Design, design_id), clock.now()
        row.status, row.generated_at, row.updated_at, row.expires_at = "waiting", now, now, now + timedelta(days=7)
        row.art_key, row.thumbnail_key = art_key(row, "art.png"), art_key(row, "thumbnail.webp")
        row.digest, row.size, row.ink_box = "0" * 64, 1_000_000, [250, 300, 4000, 4800]
        row.width, row.height, row.dpi, row.effective_dpi = WIDTH, HEIGHT, DPI, DPI
        end(work, turn, Outcome(ids=(design_id,)))


def approve(river: River, design_id: UUID) -> None:
    """A person says yes."""
    with unit_of_work() as work:
        decisions.approve(work, tenant_id=river.owner.tenant_id, actor=river.owner.actor, design_id=design_id)


def reject(river: River, design_id: UUID, reason: str = "The letters touch.") -> None:
    with unit_of_work() as work:
        decisions.reject(
            work, tenant_id=river.owner.tenant_id, actor=river.owner.actor, design_id=design_id, reason=reason
        )


def approved(river: River, *, real: bool = False) -> UUID:
    """A design that is drawn and agreed to: what publishing begins with."""
    (design,) = walk(river.run_id, real=real)
    approve(river, design)
    return design


def ids(answer: Answer) -> list[UUID]:
    return [UUID(one) for one in answer["ids"]]


def run_of(run_id: UUID) -> Run:
    with unit_of_work() as work:
        return work.session.get_one(Run, run_id)


def design_of(design_id: UUID) -> Design:
    with unit_of_work() as work:
        return work.session.get_one(Design, design_id)


def step_of(run_id: UUID, verb: str, subject_id: UUID) -> Step:
    with unit_of_work() as work:
        same = select(Step).where(Step.run_id == run_id, Step.verb == verb, Step.subject_id == subject_id)
        return work.session.scalars(same).one()


def count(model: type[Base]) -> int:
    with unit_of_work() as work:
        return work.session.scalar(select(func.count()).select_from(model)) or 0


def _about(run_id: UUID, subject_id: UUID) -> dict[str, Any]:
    return {"run_id": str(run_id), "subject_id": str(subject_id)}
