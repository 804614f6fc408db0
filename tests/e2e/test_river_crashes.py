"""The river under fire: workers and the engine are killed, and nothing is doubled, lost or paid for twice."""

import json
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass
from random import Random

import pytest

from infra_cdk.local.waiting import until
from tests.e2e.river import OVER, Row, Seller, stage
from tests.support.engine import LocalCloud
from tests.support.inside import ask_database
from tests.support.inventive import inventive
from tests.support.openai_server import OpenAiServer, playing_openai
from tests.support.printful_server import serving_printful
from tests.support.printful_shop import Printful, Store

FUNCTIONS = {
    "analyse": "analyse_trends",
    "ideate": "ideate_designs",
    "generate": "generate_designs",
    "approve": "await_approval",
    "publish": "publish_listings",
}
_ROUNDS = 20
_KEY = "wareloom/local/ai"


@dataclass
class World:
    cloud: LocalCloud
    openai: OpenAiServer
    printful: Printful


@pytest.fixture(scope="module")
def world() -> Generator[World]:
    """Paid models and a real channel, played by local servers that outlive whatever is killed."""
    with playing_openai() as openai, serving_printful() as printful:
        openai.usual = inventive
        outside = {
            "ai_provider": "openai",
            "studio": "openai",
            "ai_base_url": openai.address,
            "printful_url": printful.address,
        }
        with LocalCloud(context=outside) as cloud:
            yield World(cloud, openai, printful)


@pytest.fixture
def seller(world: World) -> Seller:
    _keep_key(world.cloud)
    return Seller(world.cloud.address).register()


def _keep_key(cloud: LocalCloud) -> None:
    """An operator's key lies in Secrets Manager, which a laptop's engine forgets when it is killed."""
    secrets = cloud.aws.client("secretsmanager")
    if _KEY not in {kept["Name"] for kept in secrets.list_secrets()["SecretList"]}:
        secrets.create_secret(Name=_KEY, SecretString=json.dumps({"api_key": "a key"}))


def _connected(world: World, seller: Seller, token: str) -> Store:
    store = world.printful.opens(token)
    seller.post("/shops", {"channel": "printful", "name": "Ours", "credentials": {"token": token}})
    return store


def _began(run: Row, verb: str) -> bool:
    counts = stage(run, verb)
    return bool(counts) and set(counts) != {"queued"}


def _end(seller: Seller, run_id: str, *, yes: bool = True) -> Row:
    """Decide on whatever waits, and resume what failed, until the run succeeds."""
    for _ in range(40):
        run = seller.run_that_is(run_id, "waiting", *OVER)
        if run["status"] == "succeeded":
            return run
        if run["status"] == "failed":
            assert run["reason"], "every failure has its reason"
            seller.post(f"/runs/{run_id}/resume")
        for design in seller.designs(run_id, "waiting"):
            (seller.approve if yes else seller.reject)(design["id"])
    raise AssertionError(seller.run_now(run_id))


def _nothing_doubled_or_lost(world: World, seller: Seller, run_id: str, store: Store, *, designs: int) -> None:
    drawn = seller.designs(run_id)
    assert len(drawn) == designs
    assert all(design["art_url"] and design["mockups"] for design in drawn)
    approved = [design["id"] for design in drawn if design["status"] == "approved"]
    published = seller.listings(run_id=run_id)
    assert sorted(one["design_id"] for one in published) == sorted(approved), "one listing each"
    assert {one["status"] for one in published} == {"published"}
    assert sorted(store.products) == sorted(one["id"].replace("-", "") for one in published), "one product each"
    _no_kept_answer_was_asked_for_again(world)


def _no_kept_answer_was_asked_for_again(world: World) -> None:
    """Each answer was kept once, so each was asked for once after it was there: a second call would keep it again."""
    s3 = world.cloud.aws.client("s3")
    bucket = world.cloud.outputs["RawBucket"]
    pages = s3.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix="ai/")
    kept = Counter(version["Key"] for page in pages for version in page.get("Versions", []))
    assert kept
    assert set(kept.values()) == {1}
    assert ask_database(world.cloud, "SELECT count(*) FROM runs_expenses") == len(kept), "each is one expense"


@pytest.mark.parametrize("verb", ["analyse", "ideate", "generate", "publish"])
def test_a_worker_killed_in_a_step_leaves_nothing_behind_but_a_retry(world: World, seller: Seller, verb: str) -> None:
    store = _connected(world, seller.collect("retro camping"), f"token-{verb}")
    run_id = seller.run()
    if verb == "publish":
        seller.run_that_is(run_id, "waiting")
        seller.approve(seller.designs(run_id, "waiting")[0]["id"])
    until(lambda: _began(seller.run_now(run_id), verb), within_s=120, every_s=0.05)
    world.cloud.kill_workers(FUNCTIONS[verb])
    assert _end(seller, run_id)["status"] == "succeeded"
    _nothing_doubled_or_lost(world, seller, run_id, store, designs=3)


def test_an_execution_that_was_lost_with_approvals_pending_is_started_again(world: World, seller: Seller) -> None:
    run_id = seller.collect("retro camping").run()
    seller.run_that_is(run_id, "waiting")
    before = seller.designs(run_id)
    world.cloud.kill_engine()
    world.cloud.bring_up()
    _keep_key(world.cloud)
    seller.sign_in()
    until(lambda: stage(seller.run_now(run_id), "approve") == {"waiting": 3}, within_s=60)
    assert [one["id"] for one in seller.designs(run_id)] == [one["id"] for one in before]
    calls = len(world.openai.calls)
    seller.approve(before[0]["id"])
    assert _end(seller, run_id, yes=False)["status"] == "succeeded"
    assert [one["status"] for one in seller.listings(run_id=run_id)] == ["published"]
    assert len(world.openai.calls) == calls, "nothing was drawn or written again"


@pytest.mark.timeout(900)
def test_twenty_kills_at_random_double_nothing_and_lose_nothing(world: World, seller: Seller) -> None:
    chance = Random(20)  # noqa: S311 - chance, not secrecy
    store = _connected(world, seller.collect("everything"), "token-twenty")
    run_id = seller.run(trends=2)
    killed, seen = 0, ""
    while killed < _ROUNDS:
        run = seller.run_now(run_id)
        if run["status"] == "succeeded":
            run_id = seller.run(trends=1)  # it was quick: another one, until twenty were killed
        elif run["status"] == "failed":
            assert run["reason"]
            seller.post(f"/runs/{run_id}/resume")
        elif run["status"] == "waiting":
            for design in seller.designs(run_id, "waiting")[:2]:
                seller.approve(design["id"])
        now = json.dumps([run["stages"], [one["parts"] for one in seller.listings(run_id=run_id)]])
        if now != seen:
            seen = now
            killed += bool(world.cloud.kill_workers(*chance.sample(sorted(FUNCTIONS.values()), k=3)))
    assert _end(seller, run_id)["status"] == "succeeded"
    everything = {one["run_id"] for one in seller.listings()}
    assert run_id in everything
    assert sorted(store.products) == sorted(one["id"].replace("-", "") for one in seller.listings())
    approved = {one["id"] for one in seller.get("/designs?status=approved&limit=200")["items"]}
    assert sorted(one["design_id"] for one in seller.listings()) == sorted(approved)
    _no_kept_answer_was_asked_for_again(world)
