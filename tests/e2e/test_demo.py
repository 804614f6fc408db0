"""The talk of the first start's demo: there on its own soon after, with an alert, and once however often it is made."""

from pathlib import Path

import pytest

from infra_cdk.local.seed import Seed
from infra_cdk.local.state import State
from infra_cdk.local.waiting import until
from tests.support.engine import LocalCloud
from tests.support.inside import ask_database

_FOLLOWED = """
SELECT string_agg(s.key, ', ' ORDER BY f.created_at) FROM social_follows f JOIN social_subjects s ON s.id = f.subject_id
WHERE f.tenant_id = (SELECT m.tenant_id FROM accounts_memberships m JOIN accounts_users u ON u.id = m.user_id
    WHERE u.email = 'demo@wareloom.example')
"""
_UNREAD = "SELECT count(*) FROM social_posts WHERE mood_model IS NULL AND deleted_at IS NULL AND given_up_at IS NULL"
_OPEN = "SELECT count(*) FROM alerts_alerts WHERE kind = 'negative' AND closed_at IS NULL"


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> State:
    return State(Path(tmp_path_factory.mktemp("demo")))


@pytest.fixture
def seed(cloud: LocalCloud, state: State) -> Seed:
    """As each start makes it anew."""
    found = Seed(cloud.address, state)
    found.sign_in()
    return found


def test_the_demo_has_talk_and_an_alert(cloud: LocalCloud, seed: Seed) -> None:
    followed = seed.listen()
    assert until(lambda: "about 3 subjects" in seed.heard(), within_s=120, every_s=1)
    until(lambda: ask_database(cloud, _UNREAD) == 0, within_s=240, every_s=1)
    cloud.aws.client("lambda").invoke(FunctionName="wareloom-local-watch_alerts")
    assert ask_database(cloud, _OPEN) == 1
    assert ask_database(cloud, _FOLLOWED) == followed


def test_a_later_start_follows_nothing_anew(cloud: LocalCloud, seed: Seed) -> None:
    assert seed.listen() == "already followed"
    assert str(ask_database(cloud, _FOLLOWED)).count(",") == 2


def test_a_start_that_was_cut_off_goes_on_without_following_twice(cloud: LocalCloud, seed: Seed, state: State) -> None:
    state.write("demo", {name: kept for name, kept in state.read("demo").items() if name != "listening"})
    assert seed.listen() == ask_database(cloud, _FOLLOWED)
