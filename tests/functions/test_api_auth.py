from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.support.api import Api
from tests.support.factories import PASSWORD, an_email
from wareloom.kit import clock

pytestmark = pytest.mark.usefixtures("cloud", "joined")


FORGERIES: list[Callable[[str], str]] = [
    lambda token: token[:-4] + "AAAA",
    lambda token: "eyJhbGciOiJub25lIiwia2lkIjoiazEifQ." + token.split(".")[1] + ".",
    lambda token: token.replace(".", "", 1),
    lambda _token: "wl_000000000000_forged",
    lambda _token: "é" * 40,
    lambda token: "eyJhbGciOiJIUzI1NiIsImtpZCI6ImN1cnJlbnQifQ." + token.split(".", 1)[1],
]


def test_registering_signs_in_as_the_owner_of_a_workspace(api: Api) -> None:
    me = api.get("/me").json
    assert (me["role"], me["tenant"]["name"]) == ("owner", "Paper Fox Prints")


def test_the_refresh_cookie_is_out_of_reach_of_scripts_and_other_sites(api: Api) -> None:
    answer = api.post("/auth/sign-in", {"email": api.me["email"], "password": PASSWORD})
    cookie, mark = answer.cookies
    lowered = cookie.lower()
    assert "httponly" in lowered
    assert "samesite=strict" in lowered
    assert "path=/api/v1/auth" in lowered
    assert "httponly" not in mark.lower(), "a page must see that the session was renewed"
    assert mark.split("=")[1].split(";")[0] not in cookie, "and nothing of what renews it"


def test_every_renewal_can_be_seen_by_the_page(api: Api) -> None:
    renewals = [api.keep(api.post("/auth/refresh")) for _ in range(2)]
    assert len({renewal.cookies[1] for renewal in renewals}) == 2


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(api: Api) -> None:
    wrong = Api().post("/auth/sign-in", {"email": api.me["email"], "password": "not the password"})
    unknown = Api().post("/auth/sign-in", {"email": an_email(), "password": "not the password"})
    assert wrong.status == unknown.status == 401
    assert wrong.json["detail"] == unknown.json["detail"]


def test_a_guesser_is_slowed_down_and_told_when_to_come_back(api: Api) -> None:
    guess = {"email": api.me["email"], "password": "not the password"}
    statuses = [Api().post("/auth/sign-in", guess).status for _ in range(11)]
    assert statuses == [401] * 10 + [429]
    refused = Api().post("/auth/sign-in", {**guess, "password": PASSWORD})
    assert refused.status == 429
    assert int(refused.headers["retry-after"]) > 0
    with clock.held(clock.now() + timedelta(minutes=16)):
        assert Api().post("/auth/sign-in", {**guess, "password": PASSWORD}).status == 200


def test_an_address_registers_once_however_it_is_spelled(api: Api) -> None:
    said = {"email": f" {api.me['email'].upper()} ".strip(), "password": PASSWORD, "name": "Eve", "workspace": "Other"}
    assert Api().post("/auth/register", said).status == 409


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaa", "password123", "1234567890"])
def test_a_password_that_is_easy_to_guess_is_refused(api: Api, password: str) -> None:
    said = {"email": an_email(), "password": password, "name": "Eve", "workspace": "Other"}
    assert api.post("/auth/register", said).status == 422


def test_refreshing_rotates_the_token(api: Api) -> None:
    old = api.cookie
    api.keep(api.post("/auth/refresh"))
    assert api.cookie != old
    assert api.get("/me").status == 200


@pytest.mark.parametrize("later", [timedelta(), timedelta(seconds=30), timedelta(days=3)])
def test_a_spent_refresh_token_ends_the_session_for_both_holders(api: Api, later: timedelta) -> None:
    thief = Api(cookie=api.cookie)
    api.keep(api.post("/auth/refresh"))
    with clock.held(clock.now() + later):
        assert thief.post("/auth/refresh").status == 401
        assert api.get("/me").status == 401
        assert api.post("/auth/refresh").status == 401


@pytest.mark.parametrize("cookie", ["nonsense", "", "a" * 5000])
def test_a_made_up_refresh_token_opens_nothing(api: Api, cookie: str) -> None:
    assert api.token
    assert Api(cookie=cookie).post("/auth/refresh").status in {400, 401}


def test_signing_out_ends_the_access_token_too(api: Api) -> None:
    assert api.post("/auth/sign-out").status == 204
    assert api.get("/me").status == 401
    assert api.post("/auth/refresh").status == 401
    assert api.post("/auth/sign-out").status == 204


def test_an_access_token_expires(api: Api) -> None:
    with clock.held(clock.now() + timedelta(minutes=16)):
        assert api.get("/me").status == 401


@pytest.mark.parametrize("forge", FORGERIES)
def test_a_forged_token_is_nobody(api: Api, forge: Callable[[str], str]) -> None:
    assert api.token
    forged = Api(token=forge(api.token))
    answer = forged.get("/me")
    assert answer.status == 401
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_changed_password_ends_the_other_devices(api: Api) -> None:
    other = Api()
    other.keep(other.post("/auth/sign-in", {"email": api.me["email"], "password": PASSWORD}))
    assert len(api.get("/me/sign-ins").json["items"]) == 2
    said = {"current": PASSWORD, "new": "eleven blue paper boats"}
    assert api.call("PUT", "/me/password", said).status == 204
    assert other.get("/me").status == 401
    assert api.get("/me").status == 200
    assert api.call("PUT", "/me/password", said).status == 422


def test_a_device_can_be_signed_out_from_another(api: Api) -> None:
    other = Api()
    other.keep(other.post("/auth/sign-in", {"email": api.me["email"], "password": PASSWORD}))
    theirs = next(row for row in api.get("/me/sign-ins").json["items"] if not row["current"])
    assert api.delete(f"/me/sign-ins/{theirs['id']}").status == 204
    assert other.get("/me").status == 401
    assert api.delete(f"/me/sign-ins/{theirs['id']}").status == 404
