"""From an idea to an order, a drawing and another take on it, without the edge around it."""

from collections.abc import Sequence
from dataclasses import asdict

import pytest
from sqlalchemy import select

from tests.integration.trends.market import furnish
from tests.support.cloud import Emulator
from tests.support.database import Overheard
from tests.support.factories import an_owner
from tests.support.openai_server import OpenAiServer
from tests.support.wallet import Wallet
from wareloom.accounts.identity import Identity
from wareloom.designs import queries
from wareloom.designs.edit import Edit, edit
from wareloom.designs.generate import generate, give_up
from wareloom.designs.models import Design
from wareloom.designs.order import order_of, written_order
from wareloom.designs.plan import plan
from wareloom.ideas.models import Idea
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Conflict, Failure, NotFound, Overused, Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.machines import Start
from wareloom.runs.models import Run, Step
from wareloom.runs.open import open_run
from wareloom.trends.analyse import analyse
from wareloom.trends.choose import choose
from wareloom.trends.models import Pick, Trend


@pytest.fixture
def owner(work: Overheard, cloud: Emulator) -> Identity:
    assert cloud
    furnish(work.session)
    analyse(work)
    return an_owner(work)


@pytest.fixture
def run(work: Overheard, owner: Identity) -> Run:
    return open_run(work, tenant_id=owner.tenant_id, actor=owner.actor, trends=1)


@pytest.fixture
def designs(work: Overheard, run: Run) -> Sequence[Design]:
    return ordered(work, run)


def ordered(work: Overheard, run: Run, purse: Wallet | None = None) -> Sequence[Design]:
    trend = work.session.scalars(select(Trend).where(Trend.key == "knitting")).one()
    return plan(work, tenant_id=run.tenant_id, run_id=run.id, trend_id=trend.id, purse=purse or Wallet())


def drawn(work: Overheard, design: Design) -> Design:
    """As if it were: what follows needs no picture."""
    design.status, design.expires_at = "waiting", clock.now()
    work.session.flush()
    return design


def edited(work: Overheard, owner: Identity, design: Design, **changes: object) -> Design:
    said = Edit(**changes)  # pyright: ignore[reportArgumentType] - each test names what it means
    return edit(work, tenant_id=owner.tenant_id, actor=owner.actor, design_id=design.id, changes=said)


def test_every_idea_has_one_design_ordered_as_the_idea_says(work: Overheard, designs: Sequence[Design]) -> None:
    assert len({design.idea_id for design in designs}) == len(designs) == 3
    for design in designs:
        idea = work.session.get_one(Idea, design.idea_id)
        assert (design.slogan, design.variant, design.status) == (idea.slogan, 0, "planned")
        assert written_order(design) == order_of(idea)


def test_ordering_again_orders_nothing_more(work: Overheard, run: Run, designs: Sequence[Design]) -> None:
    assert [one.id for one in ordered(work, run)] == [one.id for one in designs]


def test_the_same_idea_is_always_ordered_the_same_way(work: Overheard, designs: Sequence[Design]) -> None:
    idea = work.session.get_one(Idea, designs[0].idea_id)
    assert asdict(order_of(idea)) == asdict(order_of(idea))
    assert len({order_of(work.session.get_one(Idea, one.idea_id)).seed for one in designs}) == 3


def test_a_design_is_drawn_once(work: Overheard, designs: Sequence[Design]) -> None:
    drawn(work, designs[0])
    with pytest.raises(Conflict, match="drawn already"):
        generate(work, designs[0].id, purse=Wallet())
    with pytest.raises(NotFound):
        generate(work, new_id(), purse=Wallet())


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (Rejected("The picture came back empty."), "failed"),
        (Overused("The budget is spent."), "planned"),
        (Blocked("The key is refused."), "planned"),
    ],
    ids=["refused", "budget", "wall"],
)
def test_only_what_a_studio_refuses_for_good_fails_a_design(
    work: Overheard, designs: Sequence[Design], failure: Failure, status: str
) -> None:
    give_up(work, designs[0].id, failure)
    assert (designs[0].status, designs[0].reason) == (status, failure.reason)
    assert "DesignGenerated" in work.events


def test_a_late_refusal_does_not_touch_what_is_drawn(work: Overheard, designs: Sequence[Design]) -> None:
    give_up(work, drawn(work, designs[0]).id, Rejected("Too late."))
    assert (designs[0].status, designs[0].reason) == ("waiting", None)


def test_an_edit_changes_what_it_names_and_draws_another_take(
    work: Overheard, owner: Identity, designs: Sequence[Design]
) -> None:
    was = drawn(work, designs[0])
    made = edited(work, owner, was, slogan="Purl Power", motifs=("yarn",))
    before, after = written_order(was), written_order(made)
    assert (after.slogan, after.motifs, after.palette, after.style) == (
        "Purl Power",
        ("yarn",),
        before.palette,
        before.style,
    )
    assert after.seed != before.seed
    assert (made.parent_id, made.idea_id, made.variant, made.trend_id) == (was.id, was.idea_id, 1, was.trend_id)
    assert edited(work, owner, was).variant == 2
    assert (was.status, was.slogan) == ("waiting", before.slogan)


def test_an_edit_has_a_run_of_its_own_that_begins_where_the_design_is_drawn(
    work: Overheard, owner: Identity, designs: Sequence[Design]
) -> None:
    made = edited(work, owner, drawn(work, designs[0]))
    assert work.asked[-1] == Start(f"{made.run_id}-1", {"run_id": str(made.run_id)})
    assert "DesignPlanned" in work.events
    picks = work.session.scalars(select(Pick.trend_id).where(Pick.run_id == made.run_id)).all()
    assert picks == [made.trend_id]
    steps = work.session.execute(select(Step.verb, Step.subject_id).where(Step.run_id == made.run_id)).all()
    assert [tuple(step) for step in steps] == [("generate", made.id)]


def test_the_run_of_an_edit_asks_no_model_and_picks_nothing_anew(
    work: Overheard, owner: Identity, designs: Sequence[Design], asks: OpenAiServer
) -> None:
    made = edited(work, owner, drawn(work, designs[0]))
    run = work.session.get_one(Run, made.run_id)
    before = work.session.scalars(select(Idea.id)).all()
    assert choose(work, tenant_id=run.tenant_id, run_id=run.id, wanted=run.trends_wanted) == [made.trend_id]
    assert [one.id for one in ordered(work, run)] == [made.id]
    assert work.session.scalars(select(Idea.id)).all() == before
    assert asks.calls == []


def test_a_design_that_failed_may_be_edited_and_one_that_is_not_drawn_may_not(
    work: Overheard, owner: Identity, designs: Sequence[Design]
) -> None:
    give_up(work, designs[0].id, Rejected("The studio cannot."))
    assert edited(work, owner, designs[0], style="retro").status == "planned"
    with pytest.raises(Conflict, match="not drawn yet"):
        edited(work, owner, designs[1])
    with pytest.raises(Rejected, match="no studio"):
        edited(work, owner, designs[0], studio="nobody's")


def test_designs_are_read_only_in_their_own_workspace(
    work: Overheard, owner: Identity, designs: Sequence[Design]
) -> None:
    stranger = an_owner(work)
    assert queries.design(work.session, owner.tenant_id, designs[0].id) is designs[0]
    with pytest.raises(NotFound):
        queries.design(work.session, stranger.tenant_id, designs[0].id)
    assert queries.counts(work.session, owner.tenant_id) == {"planned": 3}
    assert queries.counts(work.session, stranger.tenant_id) == {}
