from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.integration.trends.market import furnish
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from tests.support.wallet import Wallet
from wareloom.accounts.identity import Identity
from wareloom.audit.models import AuditEntry
from wareloom.ideas import queries
from wareloom.ideas.ideate import ideate
from wareloom.ideas.likeness import Known
from wareloom.ideas.models import BriefRow, Idea
from wareloom.kit import clock
from wareloom.kit.errors import NotFound
from wareloom.kit.ids import new_id
from wareloom.runs.models import Run
from wareloom.runs.open import open_run
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Trend


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    furnish(work.session)
    analyse(work)
    return an_owner(work)


def a_run(work: Overheard, owner: Identity) -> Run:
    return open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=1)


def trend_of(work: Overheard, key: str) -> Trend:
    return work.session.scalars(select(Trend).where(Trend.key == key)).one()


def ideas_for(work: Overheard, run: Run, key: str = "knitting", purse: Wallet | None = None) -> list[Idea]:
    trend = trend_of(work, key)
    made = ideate(work, tenant_id=run.tenant_id, run_id=run.id, trend_id=trend.id, purse=purse or Wallet())
    return list(made)


def test_a_trend_gets_three_distinct_ideas_that_go_back_to_its_brief(work: Overheard, owner: Identity) -> None:
    run = a_run(work, owner)
    ideas = ideas_for(work, run)
    assert [idea.number for idea in ideas] == [0, 1, 2]
    assert len({idea.slogan for idea in ideas}) == len({idea.fingerprint for idea in ideas}) == 3
    (brief,) = work.session.scalars(select(BriefRow)).all()
    assert {idea.brief_id for idea in ideas} == {brief.id}
    assert (brief.content["niche"].lower(), brief.content["price_avg"]) == ("knitting", "40")
    assert {idea.made_by for idea in ideas} == {"offline"}
    assert all((idea.tenant_id, idea.run_id) == (run.tenant_id, run.id) for idea in ideas)


def test_what_is_offline_costs_nothing(work: Overheard, owner: Identity) -> None:
    purse = Wallet()
    ideas_for(work, a_run(work, owner), purse=purse)
    assert (purse.allowed, purse.spent) == ([], {})


def test_ideas_are_kept_once_and_told_once(work: Overheard, owner: Identity) -> None:
    run = a_run(work, owner)
    first = ideas_for(work, run)
    assert [idea.id for idea in ideas_for(work, run)] == [idea.id for idea in first]
    assert work.events.count("IdeasMade") == 1
    (entry,) = work.session.scalars(select(AuditEntry).where(AuditEntry.act == "ideas.make")).all()
    assert entry.facts["slogans"] == [idea.slogan for idea in first]


def test_another_run_of_the_same_trend_has_other_ideas(work: Overheard, owner: Identity) -> None:
    first = [idea.slogan for idea in ideas_for(work, a_run(work, owner))]
    second = [idea.slogan for idea in ideas_for(work, a_run(work, owner))]
    known = Known(first)
    assert [known.match(slogan) for slogan in second] == [None] * 3


def test_the_same_run_asked_again_from_nothing_has_the_same_ideas(work: Overheard, owner: Identity) -> None:
    run = a_run(work, owner)
    with work.session.begin_nested() as undone:
        first = [idea.slogan for idea in ideas_for(work, run)]
        undone.rollback()
    assert [idea.slogan for idea in ideas_for(work, run)] == first


def test_a_workspace_knows_its_own_slogans_and_nobody_elses(work: Overheard, owner: Identity) -> None:
    mine = ideas_for(work, a_run(work, owner))
    since = clock.now() - timedelta(days=1)
    assert set(queries.known_slogans(work.session, owner.tenant_id, since=since)) == {idea.slogan for idea in mine}
    assert not queries.known_slogans(work.session, an_owner(work).tenant_id, since=since)


def test_an_idea_is_read_only_in_its_own_workspace(work: Overheard, owner: Identity) -> None:
    idea = ideas_for(work, a_run(work, owner))[0]
    assert queries.idea(work.session, owner.tenant_id, idea.id) is idea
    stranger = an_owner(work)
    for tenant_id, idea_id in ((stranger.tenant_id, idea.id), (owner.tenant_id, new_id())):
        with pytest.raises(NotFound):
            queries.idea(work.session, tenant_id, idea_id)


def test_ideas_are_listed_newest_first_and_by_run_and_trend(work: Overheard, owner: Identity) -> None:
    first, second = a_run(work, owner), a_run(work, owner)
    wool, steam = ideas_for(work, first), ideas_for(work, second, "sauna")

    def listed(run_id: UUID | None = None, trend_id: UUID | None = None, cursor: str | None = None) -> list[UUID]:
        page = queries.ideas(
            work.session, owner.tenant_id, run_id=run_id, trend_id=trend_id, query=None, cursor=cursor, limit=4
        )
        following = listed(run_id, trend_id, page.next_cursor) if page.next_cursor else []
        return [row.id for row in page.items] + following

    assert listed() == sorted((idea.id for idea in [*wool, *steam]), reverse=True)
    assert set(listed(run_id=first.id)) == {idea.id for idea in wool}
    assert set(listed(trend_id=trend_of(work, "sauna").id)) == {idea.id for idea in steam}
