"""Who sees a collection, who changes it and who decides about it, each told as far as they may know."""

from typing import Any

import pytest
from sqlalchemy import Connection

from tests.functions.colleague import colleague
from tests.support.api import Api, signed_in
from tests.support.collected import collect, named, shelf
from wareloom.kit.ids import new_id

NOT_FOUND, FORBIDDEN, DONE = 404, 403, 200

# Who, how the collection is shown, what was shared with them; then what comes of looking, changing and deciding.
MATRIX = [
    ("member", "maker", None, (NOT_FOUND, NOT_FOUND, NOT_FOUND)),
    ("member", "members", None, (NOT_FOUND, NOT_FOUND, NOT_FOUND)),
    ("member", "members", "view", (DONE, FORBIDDEN, FORBIDDEN)),
    ("member", "members", "change", (DONE, DONE, FORBIDDEN)),
    ("member", "workspace", None, (DONE, FORBIDDEN, FORBIDDEN)),
    ("member", "workspace", "change", (DONE, DONE, FORBIDDEN)),
    ("viewer", "maker", None, (NOT_FOUND, FORBIDDEN, FORBIDDEN)),
    ("viewer", "members", "view", (DONE, FORBIDDEN, FORBIDDEN)),
    ("viewer", "workspace", None, (DONE, FORBIDDEN, FORBIDDEN)),
    ("owner", "maker", None, (DONE, DONE, DONE)),
    ("owner", "members", None, (DONE, DONE, DONE)),
]


def tried(who: Api, made: str, offer: str) -> tuple[int, int, int]:
    path = f"/collections/{made}"
    looks = {who.get(f"{path}{more}").status for more in ("", "/offers", "/shares")}
    changes = {
        who.post(f"{path}/offers", {"offer_ids": [offer]}).status,
        who.call("PUT", f"{path}/offers/{offer}/note", {"note": "x"}).status,
        who.call("PATCH", path, {"description": "x"}).status,
        who.post(f"{path}/removals", {"offer_ids": [offer]}).status,
    }
    decides = {who.post(f"{path}/archive").status, who.post(f"{path}/restore", {}).status}
    (look,), (change,), (decide,) = looks, changes, decides
    return look, change, decide


@pytest.mark.parametrize(("role", "visibility", "shared", "comes"), MATRIX)
def test_everybody_may_what_was_said(
    api: Api, joined: Connection, role: str, visibility: str, shared: str | None, comes: tuple[int, int, int]
) -> None:
    (offer,) = shelf(joined, api, 1)
    maker, other = colleague(api, "member"), colleague(api, role)
    made = collect(maker, "Mugs", offer)
    if shared:
        assert maker.call("PUT", f"/collections/{made}/shares/{other.me['id']}", {"may": shared}).status == 200
    maker.call("PATCH", f"/collections/{made}", {"visibility": visibility})
    assert tried(other, made, offer) == comes
    assert named(other) == (["Mugs"] if comes[0] == DONE else [])
    holding = other.get(f"/offers/{offer}/collections").json["items"]
    assert [one["name"] for one in holding] == ([] if comes[0] == NOT_FOUND or comes[1] == DONE else ["Mugs"])
    if comes[0] == DONE:
        may = "decide" if comes[2] == DONE else "change" if comes[1] == DONE else "view"
        assert other.get(f"/collections/{made}").json["may"] == may


def test_what_may_be_looked_at_may_be_copied_and_the_copy_is_ones_own(api: Api, joined: Connection) -> None:
    (offer,) = shelf(joined, api, 1)
    other = colleague(api, "member")
    made = collect(api, "Mugs", offer, visibility="workspace")
    copied = other.post(f"/collections/{made}/copy", {"name": "My mugs"}).json
    assert (copied["may"], copied["maker_id"], copied["offers_count"]) == ("decide", other.me["id"], 1)
    third = colleague(api, "member")
    assert named(third) == ["Mugs"]
    assert (named(other, "mine=true"), named(api, "mine=true")) == (["My mugs"], ["Mugs"])


def test_a_share_is_told_changed_and_ended(api: Api) -> None:
    maker, other, third = (colleague(api, "member") for _ in range(3))
    made = collect(maker)
    path = f"/collections/{made}/shares"
    assert maker.call("PUT", f"{path}/{other.me['id']}", {"may": "view"}).json["items"][0]["may"] == "view"
    assert maker.get(f"/collections/{made}").json["visibility"] == "members", "it is no longer its maker's alone"
    (share,) = maker.call("PUT", f"{path}/{other.me['id']}", {"may": "change"}).json["items"]
    assert (share["member_id"], share["name"], share["may"]) == (other.me["id"], "Bo", "change")
    assert share["shared_by"] == maker.me["id"]
    assert other.call("PUT", f"{path}/{third.me['id']}", {"may": "view"}).status == FORBIDDEN
    assert maker.call("PUT", f"{path}/{maker.me['id']}", {"may": "view"}).status == 422, "it is theirs"
    assert maker.call("PUT", f"{path}/{new_id()}", {"may": "view"}).status == NOT_FOUND
    assert maker.call("PUT", f"{path}/{signed_in().me['id']}", {"may": "view"}).status == NOT_FOUND
    assert maker.delete(f"{path}/{other.me['id']}").status == 204
    assert maker.delete(f"{path}/{other.me['id']}").status == NOT_FOUND
    assert named(other) == []


def test_sharing_the_same_twice_is_one_act(api: Api) -> None:
    other = colleague(api, "member")
    made = collect(api)
    for _ in range(2):
        api.call("PUT", f"/collections/{made}/shares/{other.me['id']}", {"may": "view"})
    assert len(api.get("/audit?act=collection.share").json["items"]) == 1


def test_whoever_it_was_shared_with_may_leave_and_end_nobody_elses_share(api: Api) -> None:
    other, third = colleague(api, "member"), colleague(api, "member")
    made = collect(api)
    for one in (other, third):
        api.call("PUT", f"/collections/{made}/shares/{one.me['id']}", {"may": "change"})
    assert other.delete(f"/collections/{made}/shares/{third.me['id']}").status == FORBIDDEN
    assert other.delete(f"/collections/{made}/shares/{other.me['id']}").status == 204
    assert (named(other), named(third)) == ([], ["Mugs"])


def test_a_viewer_is_given_no_more_than_a_look(api: Api) -> None:
    viewer = colleague(api, "viewer")
    made = collect(api)
    path = f"/collections/{made}/shares/{viewer.me['id']}"
    assert api.call("PUT", path, {"may": "change"}).status == 422
    assert api.call("PUT", path, {"may": "view"}).status == DONE


def test_keeping_it_to_oneself_ends_every_share_for_good(api: Api) -> None:
    maker, other, third = (colleague(api, "member") for _ in range(3))
    made = collect(maker)
    maker.call("PUT", f"/collections/{made}/shares/{other.me['id']}", {"may": "view"})
    maker.call("PATCH", f"/collections/{made}", {"visibility": "maker"})
    maker.call("PUT", f"/collections/{made}/shares/{third.me['id']}", {"may": "view"})
    assert (named(other), named(third)) == ([], ["Mugs"])


def test_what_somebody_who_left_kept_to_themselves_is_the_owners_to_take_over(api: Api, joined: Connection) -> None:
    (offer,) = shelf(joined, api, 1)
    leaving, other = colleague(api, "member"), colleague(api, "member")
    made = collect(leaving, "Mugs", offer)
    assert api.delete(f"/members/{leaving.me['id']}").status == 204
    assert api.get(f"/collections/{made}").json["maker_left"] is True
    assert other.get(f"/collections/{made}").status == NOT_FOUND
    assert other.post(f"/collections/{made}/take-over").status == FORBIDDEN
    for _ in range(2):
        taken = api.post(f"/collections/{made}/take-over").json
        assert (taken["maker_id"], taken["maker_left"], taken["offers_count"]) == (api.me["id"], False, 1)
    assert api.get(f"/collections/{made}/shares").json["items"] == []
    assert len(api.get("/audit?act=collection.take_over").json["items"]) == 1


def test_who_is_still_here_goes_on_changing_what_was_taken_over(api: Api) -> None:
    maker = colleague(api, "member")
    made = collect(maker)
    api.post(f"/collections/{made}/take-over")
    assert maker.get(f"/collections/{made}").json["may"] == "change"
    assert maker.post(f"/collections/{made}/archive").status == FORBIDDEN


def test_a_share_ends_with_the_membership(api: Api) -> None:
    other = colleague(api, "member")
    made = collect(api)
    api.call("PUT", f"/collections/{made}/shares/{other.me['id']}", {"may": "change"})
    api.delete(f"/members/{other.me['id']}")
    assert api.get(f"/collections/{made}/shares").json["items"] == []


def test_an_owners_key_that_may_only_look_does_not_see_what_others_keep(api: Api) -> None:
    collect(colleague(api, "member"), "Theirs")
    collect(api, "Mine")
    assert named(api) == ["Mine", "Theirs"]
    screen = Api(token=api.post("/keys", {"name": "a screen", "role": "viewer"}).json["key"])
    robot = Api(token=api.post("/keys", {"name": "a robot", "role": "member"}).json["key"])
    assert (named(screen), named(robot)) == (["Mine"], ["Mine"])
    assert screen.get("/collections").json["items"][0]["may"] == "view"


def test_another_workspace_sees_nothing_whatever_is_shown(api: Api, joined: Connection) -> None:
    (offer,) = shelf(joined, api, 1)
    made = collect(api, "Mugs", offer, visibility="workspace")
    stranger = signed_in()
    assert (named(stranger), stranger.get(f"/offers/{offer}/collections").json["items"]) == ([], [])
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("GET", "", {}),
        ("GET", "/offers", {}),
        ("POST", "/offers", {"offer_ids": [offer]}),
        ("POST", "/copy", {"name": "Taken"}),
        ("POST", "/take-over", {}),
        ("PUT", f"/shares/{stranger.me['id']}", {"may": "view"}),
    ]
    for method, more, said in asked:
        assert stranger.call(method, f"/collections/{made}{more}", said).status == NOT_FOUND
