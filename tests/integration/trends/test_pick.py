from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.integration.trends.market import NOON, furnish, keep, sauna
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_offer, an_owner
from wareloom.accounts.identity import Identity
from wareloom.kit import clock
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.ids import new_id
from wareloom.runs.models import Run
from wareloom.runs.open import open_run
from wareloom.trends.analyse import analyse
from wareloom.trends.events import TrendsAnalysed
from wareloom.trends.models import Pick, Trend
from wareloom.trends.outlook.models import Outlook
from wareloom.trends.outlook.weigh import weigh
from wareloom.trends.outlook.weights import Weights
from wareloom.trends.pick import pick


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    return an_owner(work)


def a_run(work: Overheard, owner: Identity) -> Run:
    return open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=2)


def picked(work: Overheard, owner: Identity, run: Run, wanted: int = 1) -> list[str]:
    ids = pick(work, tenant_id=owner.tenant_id, run_id=run.id, wanted=wanted)
    return [work.session.get_one(Trend, trend_id).key for trend_id in ids]


def reasons(work: Overheard, run: Run) -> list[tuple[int, str]]:
    query = select(Pick.rank, Pick.reason).where(Pick.run_id == run.id).order_by(Pick.rank)
    return [(row.rank, row.reason) for row in work.session.execute(query)]


def test_the_best_are_picked_with_their_rank_and_the_reason(work: Overheard, owner: Identity) -> None:
    furnish(work.session)
    analyse(work)
    run = a_run(work, owner)
    assert picked(work, owner, run, 2) == ["knitting", "sauna"]
    assert reasons(work, run) == [
        (1, "First by overall score, 79.3; not worked on in the last 7 days."),
        (2, "Second by overall score, 71.0; not worked on in the last 7 days."),
    ]


def test_a_run_that_has_picked_keeps_its_picks(work: Overheard, owner: Identity) -> None:
    furnish(work.session)
    analyse(work)
    run = a_run(work, owner)
    first = picked(work, owner, run)
    events = len(work.events)
    keep(work.session, *sauna(30))
    analyse(work)
    assert picked(work, owner, run, 2) == first
    assert len(work.events) == events


def test_picking_is_announced_to_its_workspace(work: Overheard, owner: Identity) -> None:
    furnish(work.session)
    analyse(work)
    run = a_run(work, owner)
    picked(work, owner, run)
    assert work.announced[-1] == TrendsAnalysed(tenant_id=owner.tenant_id, run_id=run.id)


def test_what_was_worked_on_this_week_is_picked_after_all_others(work: Overheard, owner: Identity) -> None:
    furnish(work.session)
    analyse(work)
    with clock.held(NOON):
        assert picked(work, owner, a_run(work, owner)) == ["knitting"]
    with clock.held(NOON + timedelta(days=6)):
        run = a_run(work, owner)
        assert picked(work, owner, run, 2) == ["sauna", "knitting"]
    assert reasons(work, run)[1] == (
        2,
        "First by overall score, 79.3; worked on before, on 1 November: no other trend was left.",
    )


def test_after_a_week_the_best_is_picked_again(work: Overheard, owner: Identity) -> None:
    furnish(work.session)
    analyse(work)
    with clock.held(NOON):
        picked(work, owner, a_run(work, owner))
    with clock.held(NOON + timedelta(days=8)):
        assert picked(work, owner, a_run(work, owner)) == ["knitting"]


def test_what_another_workspace_works_on_does_not_matter(work: Overheard, owner: Identity) -> None:
    furnish(work.session)
    analyse(work)
    other = an_owner(work)
    picked(work, other, a_run(work, other), 2)
    assert picked(work, owner, a_run(work, owner)) == ["knitting"]


def test_without_trends_a_run_is_told_what_to_do(work: Overheard, owner: Identity) -> None:
    run = a_run(work, owner)
    with pytest.raises(Rejected, match="collect more offers first"):
        picked(work, owner, run)


def test_a_trend_without_offers_is_not_worked_on(work: Overheard, owner: Identity) -> None:
    furnish(work.session)
    analyse(work)
    keep(work.session, *[an_offer(n, title="Zeppelin tee", tags=()) for n in range(100, 108)])
    analyse(work)
    assert picked(work, owner, a_run(work, owner), 9) == ["sauna", "zeppelin"]


@pytest.mark.parametrize("whose", ["nobody's", "another workspace's"])
def test_a_run_of_nobody_or_of_others_picks_nothing(work: Overheard, owner: Identity, whose: str) -> None:
    run_id: UUID = new_id() if whose == "nobody's" else a_run(work, an_owner(work)).id
    with pytest.raises(NotFound):
        pick(work, tenant_id=owner.tenant_id, run_id=run_id, wanted=1)


def test_a_trend_that_surely_rises_is_picked_before_a_better_classic_score(work: Overheard, owner: Identity) -> None:
    risen = NOON + timedelta(days=59)
    furnish(work.session)
    for day in range(1, 60):
        grown = [an_offer(n, title="Sauna ladle mug", tags=("sauna",), reviews_count=day * day // 2) for n in range(6)]
        keep(work.session, *grown, when=NOON + timedelta(days=day))
    analyse(work, at=risen)
    best = work.session.scalars(select(Trend).where(Trend.key.startswith("sauna"))).one()
    weigh(work, tenant_id=owner.tenant_id, actor=owner.actor, weights=Weights(sentiment=0, competition=0))
    with clock.held(risen):
        run = a_run(work, owner)
        assert picked(work, owner, run, 2)[0] == best.key
    told = reasons(work, run)
    assert told[0][1].startswith("First of 1 by the score that knows time, ")
    assert "for too little is known of how it moves" in told[1][1]


def test_a_trend_that_declines_is_picked_after_all_others(work: Overheard, owner: Identity) -> None:
    furnish(work.session)
    analyse(work)
    knitting = work.session.scalars(select(Trend.id).where(Trend.key == "knitting")).one()
    work.session.execute(update(Outlook).where(Outlook.trend_id == knitting).values(label="declining"))
    assert picked(work, owner, a_run(work, owner), 2) == ["sauna", "knitting"]
