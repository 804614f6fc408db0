"""Shops are connected by owners, with credentials that work; nobody ever sees those again."""

from collections.abc import Generator
from typing import Any

import pytest
from sqlalchemy import Connection, select

from tests.support.api import Answer, Api, signed_in
from tests.support.cloud import SHOPS, Emulator
from tests.support.printful_shop import Mischief, Printful
from tests.support.published import practising_printful
from wareloom.audit.models import AuditEntry
from wareloom.kit.ids import new_id
from wareloom.listings.channels.registry import CHANNELS

TOKEN = "tok_of-the-paper-fox"


@pytest.fixture
def printful(cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[Printful]:
    assert cloud
    with practising_printful(monkeypatch) as server:
        server.opens(TOKEN, "Paper Fox Prints")
        yield server


def connect(api: Api, channel: str = "printful", name: str = "", **credentials: Any) -> Answer:
    return api.post("/shops", {"channel": channel, "name": name, "credentials": credentials})


def practice(api: Api, name: str = "", shop: str | None = None, word: str = "any") -> Answer:
    return connect(api, "sandbox", name, shop=shop or f"shop-{new_id().hex}", token=word)


def kept(api: Api, shop_id: str, emulator: Emulator) -> Any:
    """What Secrets Manager gives out of the shop's secret: None once it is deleted."""
    client = emulator.client("secretsmanager")
    try:
        return client.get_secret_value(SecretId=f"{SHOPS}/{api.me['tenant']['id']}/{shop_id}")["SecretString"]
    except (client.exceptions.ResourceNotFoundException, client.exceptions.InvalidRequestException):
        return None


def test_every_channel_says_what_its_connect_form_asks_for(api: Api) -> None:
    items = {item["name"]: item for item in api.get("/channels").json["items"]}
    assert list(items) == list(CHANNELS)
    for item in items.values():
        assert item["parts"]
        assert item["products"]
        assert item["credentials"]["properties"]["token"]["format"] == "password"
    assert items["sandbox"]["offline"]


def test_a_shop_is_connected_under_the_name_that_it_has_at_the_channel(
    api: Api, printful: Printful, cloud: Emulator
) -> None:
    assert printful
    answer = connect(api, token=TOKEN)
    assert answer.status == 201
    shop = answer.json
    assert (shop["name"], shop["status"], shop["channel"]) == ("Paper Fox Prints", "connected", "printful")
    assert shop["connected_by"] == f"user:{api.me['id']}"
    assert TOKEN not in answer.text
    assert api.get("/shops").json["items"] == [shop]
    assert TOKEN in kept(api, shop["id"], cloud)


@pytest.mark.parametrize(
    ("credentials", "says"),
    [
        ({}, "token: Field required"),
        ({"token": ""}, "token: a token has letters, digits and signs only, and no spaces"),
        ({"token": "two words"}, "no spaces"),
        ({"token": "line\nbreak"}, "no spaces"),
        ({"token": TOKEN, "password": "x"}, "password: Extra inputs are not permitted"),
        ({"token": TOKEN, "store_id": "mine"}, "store_id: String should match pattern"),
        ({"token": TOKEN, "blanks": "spoon = 3"}, "blanks: write them as “tee = 71, mug = 19”"),
        ({"token": "tok_of-nobody"}, "Printful does not accept the token: The access token provided is invalid."),
        ({"token": TOKEN, "store_id": "77"}, "This token reaches no store 77."),
    ],
    ids=["missing", "empty", "space", "line break", "unknown field", "bad id", "bad blank", "wrong", "wrong store"],
)
def test_credentials_that_do_not_fit_are_refused_with_a_sentence(
    api: Api, printful: Printful, credentials: dict[str, str], says: str
) -> None:
    assert printful
    answer = connect(api, **credentials)
    assert answer.status == 422
    assert says in answer.json["detail"]
    assert api.get("/shops").json["items"] == []


@pytest.mark.parametrize(
    "body",
    [
        {"channel": "printful"},
        {"channel": "printful", "credentials": TOKEN},
        {"channel": "printful", "credentials": {"token": 7}},
        {"channel": "printful", "credentials": {"token": TOKEN * 400}},
        {"channel": "printful", "credentials": {"token": TOKEN}, "tenant_id": "mine"},
        {"channel": "printful", "name": "x" * 101, "credentials": {"token": TOKEN}},
    ],
    ids=["no credentials", "a word", "a number", "too long", "unknown field", "name too long"],
)
def test_what_is_no_form_is_not_readable_and_is_not_said_again(api: Api, body: dict[str, Any]) -> None:
    answer = api.post("/shops", body)
    assert answer.status == 400
    assert TOKEN not in answer.text


def test_a_channel_that_there_is_not_is_refused(api: Api) -> None:
    answer = connect(api, "ebay", token=TOKEN)
    assert (answer.status, answer.json["detail"]) == (422, "There is no channel “ebay”. Known: printful, sandbox.")


def test_a_printful_that_is_away_is_not_taken_for_a_wrong_token(api: Api, printful: Printful) -> None:
    printful.mischief = [Mischief("GET", "/stores", status=503, headers={"Retry-After": "9"})]
    answer = connect(api, token=TOKEN)
    assert (answer.status, answer.headers["retry-after"]) == (503, "9")
    assert api.get("/shops").json["items"] == []


def test_somebody_elses_practice_shop_is_not_entered(api: Api) -> None:
    shop_name = f"the-corner-{new_id().hex}"
    shop = practice(api, shop=shop_name, word="mine").json
    stranger = signed_in()
    answer = practice(stranger, shop=shop_name, word="guessed")
    assert answer.status == 422
    assert "does not accept this token" in answer.json["detail"]
    assert [one["id"] for one in api.get("/shops").json["items"]] == [shop["id"]]


@pytest.mark.parametrize("role", ["viewer", "member"])
def test_only_owners_connect_and_disconnect(api: Api, role: str) -> None:
    shop = practice(api).json
    other = Api(token=api.post("/keys", {"name": "a colleague", "role": role}).json["key"])
    assert other.get("/shops").json["items"] == [shop]
    assert practice(other).status == 403
    assert other.delete(f"/shops/{shop['id']}").status == 403


def test_the_same_name_twice_is_once_too_often_at_one_channel(api: Api, printful: Printful) -> None:
    assert printful
    assert practice(api, "Corner shop").status == 201
    again = practice(api, "  Corner \n shop ")
    assert (again.status, again.json["detail"]) == (409, "“Corner shop” is connected already.")
    assert connect(api, name="Corner shop", token=TOKEN).status == 201
    assert practice(signed_in(), "Corner shop").status == 201


@pytest.mark.parametrize(
    ("given", "kept_as"),
    [
        ("  Two   words\t", "Two words"),
        ("line\nbreak", "line break"),
        ("null\x00sign", "nullsign"),
        ("right\u202eleft\u200b", "rightleft"),
        ("Füchse & Söhne 🦊", "Füchse & Söhne 🦊"),
        ("x" * 100, "x" * 100),
    ],
    ids=["spaces", "line break", "null", "invisible", "letters", "longest"],
)
def test_a_name_is_one_line_of_what_can_be_seen(api: Api, given: str, kept_as: str) -> None:
    answer = practice(api, given)
    assert (answer.status, answer.json.get("name")) == (201, kept_as)


def test_a_name_of_nothing_that_can_be_seen_is_refused(api: Api) -> None:
    answer = practice(api, "\u200b\u202e")
    assert (answer.status, answer.json["detail"]) == (422, "A shop needs a name.")


def test_a_disconnected_shop_has_no_secret_any_more(api: Api, cloud: Emulator, joined: Connection) -> None:
    shop = practice(api, word="a-word-to-forget").json
    assert "a-word-to-forget" in kept(api, shop["id"], cloud)
    answer = api.delete(f"/shops/{shop['id']}")
    assert (answer.status, answer.json["status"]) == (200, "disconnected")
    assert answer.json["ended_at"]
    assert kept(api, shop["id"], cloud) is None
    acts = select(AuditEntry.act).where(AuditEntry.subject == f"shop:{shop['id']}").order_by(AuditEntry.number)
    assert joined.scalars(acts).all() == ["shop.connect", "shop.disconnect"]
    assert api.delete(f"/shops/{shop['id']}").status == 409


def test_a_name_is_free_again_once_its_shop_is_disconnected(api: Api) -> None:
    shop = practice(api, "Corner shop").json
    api.delete(f"/shops/{shop['id']}")
    assert practice(api, "Corner shop").status == 201


def test_shops_of_another_workspace_do_not_exist(api: Api) -> None:
    shop, stranger = practice(api).json, signed_in()
    assert stranger.get("/shops").json["items"] == []
    assert stranger.delete(f"/shops/{shop['id']}").status == 404
    assert api.get("/shops").json["items"] == [shop]
