"""Ways out to the world: which is taken, what is told about them, and that they lead to what was checked."""

import json
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from pydantic import SecretStr

from tests.support.cloud import Emulator
from tests.support.haste import AT_ONCE, Passing
from tests.support.ports import free_port
from tests.support.tunnel import tunnel
from tests.support.web import Web, moved, page, serving
from wareloom.kit import clock
from wareloom.kit.errors import Blocked, Rejected, Unavailable
from wareloom.kit.http.client import Client
from wareloom.kit.http.proxies import TRY_LOWER_AFTER, Ways, ways
from wareloom.kit.ids import new_id
from wareloom.kit.outside import HttpSettings, ProxySettings

NOW = datetime(2026, 6, 1, tzinfo=UTC)
LAPTOP = HttpSettings(allow_private=True)
HOST = "shop.example"


def chance() -> Random:
    return Random(7)  # noqa: S311 - the same choices in every run


def tiers(first: str = "", second: str = "", *, direct: bool = True) -> Ways:
    settings = ProxySettings(direct=direct, first=SecretStr(first), second=SecretStr(second))
    return ways(settings, chance())


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        web.serves("/", page("shop"))
        yield web


@pytest.fixture
def passing() -> Generator[Passing]:
    with Passing(NOW) as passing:
        yield passing


def test_without_proxies_every_host_is_asked_straight() -> None:
    for settings in (ProxySettings(), ProxySettings(direct=False)):
        assert ways(settings, chance()).to(HOST).proxy is None


def test_the_cheapest_way_is_taken_until_a_host_blocks_it(passing: Passing) -> None:
    out = tiers("http://a.example:1", "http://b.example:2")
    assert out.to(HOST).proxy is None
    for tier, host in ((1, "a.example"), (2, "b.example")):
        assert out.blocked(HOST, out.to(HOST))
        way = out.to(HOST)
        assert (way.tier, way.proxy and way.proxy.host) == (tier, host)
    assert not out.blocked(HOST, out.to(HOST))
    assert out.to("other.example").proxy is None
    assert passing.now == NOW


def test_after_a_while_the_cheaper_way_is_tried_again(passing: Passing) -> None:
    out = tiers("http://a.example:1", "http://b.example:2")
    for _ in range(2):
        out.blocked(HOST, out.to(HOST))
    for tier in (1, 0):
        passing.pass_by(TRY_LOWER_AFTER)
        assert out.to(HOST).tier == tier


def test_a_proxy_that_failed_rests_longer_each_time(passing: Passing) -> None:
    out = tiers("http://a.example:1", direct=False)
    for seconds in (30, 60, 120):
        out.to(HOST).broke()
        passing.pass_by(timedelta(seconds=seconds - 1))
        with pytest.raises(Unavailable, match="None of the proxies"):
            out.to(HOST)
        passing.pass_by(timedelta(seconds=1))
    out.to(HOST).worked()
    out.to(HOST).broke()
    passing.pass_by(timedelta(seconds=30))
    assert out.to(HOST).proxy


def test_when_a_tier_is_down_the_next_is_taken(passing: Passing) -> None:
    out = tiers("http://a.example:1", "http://b.example:2", direct=False)
    out.to(HOST).broke()
    assert out.to(HOST).tier == 1
    passing.pass_by(timedelta(seconds=30))
    assert out.to(HOST).tier == 0


def test_a_proxy_that_works_is_taken_more_often_than_one_that_does_not() -> None:
    out = tiers("http://a.example:1, http://b.example:2", direct=False)
    with clock.held(NOW):
        bad = next(way for way in (out.to(HOST) for _ in range(50)) if way.proxy and way.proxy.host == "a.example")
        for _ in range(12):
            bad.broke()
    with clock.held(NOW + timedelta(hours=2)):
        taken = [out.to(HOST) for _ in range(400)]
    assert 0 < taken.count(bad) < 60


@pytest.mark.parametrize(
    "written", ["proxy.example", "http://proxy.example", "socks4://x:1", "http://me:hush@:1", "http://me:hush@p:port"]
)
def test_a_proxy_that_cannot_be_read_is_named_by_its_place_alone(written: str) -> None:
    with pytest.raises(LookupError, match="proxy 2 of tier 1") as failed:
        tiers(f"http://a.example:1,{written}")
    assert "hush" not in str(failed.value)
    assert failed.value.__cause__ is None


def test_proxies_may_stand_in_a_secret_that_need_not_be_there(cloud: Emulator) -> None:
    settings = ProxySettings(secret_id=f"wareloom/test/{new_id()}")
    assert ways(settings, chance()).to(HOST).proxy is None
    secret = json.dumps({"first": "http://me:hush@a.example:1"})
    cloud.client("secretsmanager").create_secret(Name=settings.secret_id, SecretString=secret)
    out = ways(settings.model_copy(update={"direct": False}), chance())
    assert out.to(HOST).proxy


def test_what_opens_a_proxy_is_never_shown() -> None:
    way = tiers("http://me:hu%40sh@a.example:1", direct=False).to(HOST)
    assert way.proxy
    assert way.proxy.password == "hu@sh"
    assert "hu@sh" not in repr(way)
    assert "me" not in way.proxy.address


def through(*proxies: str) -> Client:
    return Client(
        LAPTOP,
        ways=tiers(",".join(proxies), direct=False),
        resolve=lambda _host, _port: ["127.0.0.1"],
        manners=AT_ONCE,
    )


def test_a_proxy_is_told_the_address_that_was_checked_and_not_the_name(web: Web) -> None:
    with tunnel("me:hush") as proxy:
        assert through(proxy.address).get(f"http://shop.invalid:{web.port}/", as_visitor=True).body == b"shop"
    assert set(proxy.asked) == {f"CONNECT 127.0.0.1:{web.port} HTTP/1.1"}
    assert web.asked_for("/")[0].headers["host"] == f"shop.invalid:{web.port}"


def test_proxies_do_not_lead_where_we_may_not_go(web: Web) -> None:
    with tunnel() as proxy:
        client = Client(HttpSettings(), ways=tiers(proxy.address, direct=False), manners=AT_ONCE)
        for url in (f"{web.address}/", "http://169.254.169.254/", "http://10.0.0.1/"):
            with pytest.raises(Rejected, match="private network"):
                client.get(url)
        assert proxy.asked == []


def test_a_public_page_cannot_send_us_to_this_machine_even_where_its_pages_may_be_read(web: Web) -> None:
    web.serves("/away", moved(f"{web.address}/"))
    with tunnel() as proxy:
        proxy.leads["93.184.215.14:80"] = web.port
        client = Client(
            LAPTOP,
            ways=tiers(proxy.address, direct=False),
            resolve=lambda _host, _port: ["93.184.215.14"],
            manners=AT_ONCE,
        )
        with pytest.raises(Rejected, match="private network"):
            client.get("http://shop.example/away")
    assert [asked.target for asked in web.asked] == ["/robots.txt", "/away"]


def test_a_proxy_that_fails_is_passed_over_and_not_held_against_the_host(web: Web) -> None:
    with tunnel(refusing=True) as bad, tunnel() as good:
        client = through(bad.address, good.address)
        for _ in range(6):
            assert client.get(f"http://shop.invalid:{web.port}/", as_visitor=True).body == b"shop"
    assert len(bad.asked) <= 1


@pytest.mark.parametrize("password", ["me:wrong", ""])
def test_a_proxy_that_does_not_let_us_in_is_said_to_be_the_proxy(web: Web, password: str) -> None:
    with tunnel("me:hush") as proxy:
        asked = proxy.address.replace("me:hush@", f"{password}@" if password else "")
        with pytest.raises(Unavailable, match="None of the proxies") as failed:
            through(asked).get(f"{web.address}/")
    assert "hush" not in failed.value.reason
    assert web.asked == []


def test_a_proxy_that_nobody_runs_is_said_to_be_the_proxy(web: Web) -> None:
    with pytest.raises(Unavailable, match="None of the proxies"):
        through(f"http://127.0.0.1:{free_port()}").get(f"{web.address}/")


def test_a_host_that_blocks_one_tier_is_asked_over_the_next(web: Web) -> None:
    with tunnel() as dear:
        out = tiers(dear.address)
        client = Client(LAPTOP, ways=out, manners=AT_ONCE)
        url = web.serves("/", page("no", status=403, headers={"Retry-After": "0"}))
        with pytest.raises(Blocked):
            client.get(url, as_visitor=True)
        assert dear.asked == []
        web.serves("/", page("shop"))
        assert client.get(url, as_visitor=True).body == b"shop"
        assert dear.asked != []
