from tests.support.api import Api
from tests.support.command import Command


def test_a_new_key_is_all_that_standard_output_gets(wareloom: Command) -> None:
    ran = wareloom("keys", "create", "ci", "--role", "viewer", "--days", "7")
    assert ran.status == 0
    key = ran.out.removesuffix("\n")
    assert key.startswith("wl_")
    assert key not in ran.err
    assert wareloom("whoami", "--json", WARELOOM_KEY=key).json["key"]["role"] == "viewer"


def test_a_list_of_keys_shows_no_key(wareloom: Command) -> None:
    key = wareloom("keys", "create", "ci", "--forever", "--json").json["key"]
    listed = wareloom("keys")
    assert listed.status == 0
    assert "ci\t" in listed.out
    assert "for ever" in listed.out
    assert key not in listed.out
    assert key not in wareloom("keys", "--json").out


def test_a_revoked_key_is_worthless(wareloom: Command, owner: Api) -> None:
    made = wareloom("keys", "create", "ci", "--json").json
    assert wareloom("keys", "revoke", made["id"]).status == 0
    assert wareloom("offers", WARELOOM_KEY=made["key"]).status == 3
    assert any(key["revoked_at"] for key in owner.get("/keys").json["items"] if key["id"] == made["id"])
    assert wareloom("keys", "revoke", made["id"]).status == 2, "it is revoked already"


def test_nobody_makes_a_key_stronger_than_their_own(wareloom: Command) -> None:
    ran = wareloom("keys", "create", "ruler", "--role", "owner")
    assert (ran.status, ran.out) == (1, "")
    assert "needs the role “owner”" in ran.err
