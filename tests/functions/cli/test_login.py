"""Signing in from a terminal: what is kept, what is not, and what a person is told."""

import json

import pytest

from tests.support.api import Api
from tests.support.command import Command
from tests.support.factories import PASSWORD, an_email
from tests.support.ports import free_port


def kept_key(wareloom: Command, deployment: str) -> str:
    return json.loads(wareloom.credentials.read_text())["deployments"][deployment]["key"]


def test_login_keeps_a_key_and_neither_the_password_nor_a_session(
    stranger: Command, deployment: str, owner: Api
) -> None:
    email = owner.me["email"]
    ran = stranger("login", "--url", f"{deployment}/", "--email", email, "--password-stdin", stdin=f"{PASSWORD}\n")
    assert (ran.status, ran.out) == (0, "")
    assert f"Signed in to {deployment} as {email}" in ran.err
    kept = stranger.credentials.read_text()
    key = kept_key(stranger, deployment)
    assert key not in ran.err
    assert PASSWORD not in kept
    assert stranger.credentials.stat().st_mode & 0o777 == 0o600
    (made,) = owner.get("/keys").json["items"]
    assert key.startswith(f"wl_{made['lookup']}_")
    assert made["role"] == "member"
    (mine,) = owner.get("/me/sign-ins").json["items"]
    assert mine["current"], "the session that made the key has ended"


def test_whoami_says_who_and_where(wareloom: Command, deployment: str, owner: Api) -> None:
    told = wareloom("whoami", "--json").json
    assert (told["url"], told["email"], told["role"]) == (deployment, owner.me["email"], "owner")
    assert told["key"]["role"] == "member"
    assert f"workspace\t{owner.me['tenant']['name']}\n" in wareloom("whoami").out


def test_logging_in_again_replaces_the_key(wareloom: Command, owner: Api) -> None:
    ran = wareloom("login", "--email", owner.me["email"], "--password-stdin", stdin=PASSWORD)
    assert ran.status == 0
    newest, replaced = sorted(owner.get("/keys").json["items"], key=lambda key: key["created_at"], reverse=True)
    assert newest["revoked_at"] is None
    assert replaced["revoked_at"] is not None
    assert wareloom("whoami").status == 0


def test_logout_revokes_the_key_and_forgets_it(wareloom: Command, deployment: str, owner: Api) -> None:
    key = kept_key(wareloom, deployment)
    assert wareloom("logout").status == 0
    assert key not in wareloom.credentials.read_text()
    (made,) = owner.get("/keys").json["items"]
    assert made["revoked_at"] is not None
    after = wareloom("whoami")
    assert after.status == 3
    assert "No deployment is chosen" in after.err


def test_a_key_that_was_brought_is_forgotten_and_not_revoked(stranger: Command, deployment: str, owner: Api) -> None:
    made = owner.post("/keys", {"name": "brought", "role": "viewer"}).json
    assert stranger("login", "--url", deployment, WARELOOM_KEY=made["key"]).status == 0
    assert stranger("whoami", "--json").json["key"]["role"] == "viewer"
    assert stranger("logout").status == 0
    (row,) = owner.get("/keys").json["items"]
    assert row["revoked_at"] is None


def test_a_viewer_gets_a_viewers_key(stranger: Command, deployment: str, owner: Api) -> None:
    email = an_email()
    token = owner.post("/invitations", {"email": email, "role": "viewer"}).json["token"]
    guest = {"email": email, "password": PASSWORD, "name": "Bo", "invitation": token}
    assert Api().post("/auth/register", guest).status == 201
    ran = stranger("login", "--url", deployment, "--email", email, "--password-stdin", stdin=PASSWORD)
    assert ran.status == 0, ran.err
    assert stranger("whoami", "--json").json["role"] == "viewer"
    refused = stranger("scrape", "sample", "everything", "--no-follow")
    assert refused.status == 1
    assert "needs the role “member”" in refused.err


def test_a_wrong_password_is_said_and_nothing_is_kept(stranger: Command, deployment: str, owner: Api) -> None:
    ran = stranger(
        "login", "--url", deployment, "--email", owner.me["email"], "--password-stdin", stdin="three rusty old forks"
    )
    assert (ran.status, ran.out) == (3, "")
    assert "(request " in ran.err
    assert not stranger.credentials.exists()


def test_without_anybody_to_ask_login_says_how_to_give_a_password(stranger: Command, deployment: str) -> None:
    ran = stranger("login", "--url", deployment, "--email", "you@shop.example")
    assert ran.status == 2
    assert "--password-stdin" in ran.err


def test_a_worthless_key_is_status_3_and_says_how_to_sign_in(wareloom: Command, owner: Api) -> None:
    (made,) = owner.get("/keys").json["items"]
    owner.delete(f"/keys/{made['id']}")
    ran = wareloom("offers")
    assert ran.status == 3
    assert "To sign in: wareloom login" in ran.err
    given = wareloom("offers", WARELOOM_KEY="wl_000000000000_nonsense")
    assert given.status == 3
    assert "The key came from WARELOOM_KEY." in given.err


def test_another_address_is_not_taken_for_a_deployment(stranger: Command, deployment: str) -> None:
    nobody = stranger("login", "--url", f"http://127.0.0.1:{free_port()}", "--key", "wl_x")
    assert nobody.status == 4
    assert "cannot be reached" in nobody.err
    page = stranger("login", "--url", f"{deployment}/offers", "--key", "wl_x")
    assert page.status == 2
    assert "names a page" in page.err


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_a_stranger_may_ask_what_this_is(stranger: Command, asked: str) -> None:
    ran = stranger(asked)
    assert (ran.status, ran.err) == (0, "")
    assert "wareloom" in ran.out
