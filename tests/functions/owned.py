"""Rows of every kind that a workspace can own, made the way it makes them: by asking the API."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.support import river
from tests.support.api import Api
from tests.support.recordings import announced
from tests.support.said import a_post, a_subject, an_hour
from tests.support.uploads import deliver, nudge, started
from wareloom.alerts.watch import watch_alerts
from wareloom.kit import clock
from wareloom.kit.work import unit_of_work


def collected(owner: Api, offer_id: str) -> dict[str, str]:
    """The ids of a collection of the owner's, of an offer in it, and of one that was taken out."""
    made = owner.post("/collections", {"name": "Mine"}).json["id"]
    owner.post(f"/collections/{made}/offers", {"offer_ids": [offer_id]})
    gone = owner.post(f"/collections/{made}/removals", {"offer_ids": [offer_id]}).json["removal_id"]
    owner.post(f"/collections/{made}/offers", {"offer_ids": [offer_id]})
    return {"collection_id": made, "offer_id": offer_id, "removal_id": gone}


def published(owner: Api) -> dict[str, str]:
    """The ids of what a run leaves, from the run to the shop."""
    river.opened()  # of somebody else, in the market that everybody shares
    run_id = owner.post("/runs", {"trends": 1}).json["id"]
    (design,) = river.walk(UUID(run_id), real=False)
    shown = owner.post(f"/designs/{design}/approve").json
    river.publish(UUID(run_id), design)
    (listing,) = owner.get("/listings").json["items"]
    return {
        "run_id": run_id,
        "idea_id": shown["idea_id"],
        "design_id": shown["id"],
        "listing_id": listing["id"],
        "shop_id": listing["shop_id"],
        "trend_id": shown["trend_id"],
    }


def handed_in(owner: Api) -> dict[str, str]:
    import_id = started(owner, b"id,title,marketplace\n1,mug,etsy\n")
    assert deliver(nudge(import_id)) == []
    (claim,) = owner.get("/claims").json["items"]
    page = owner.post("/submitted-pages", {"url": "https://shop.example/products.json", "size": 5}).json
    mine = {"import_id": import_id, "claim_id": claim["id"], "page_id": page["id"]}
    return mine | {"recording_id": announced(owner, 5)["id"]}


def alerted(api: Api, *words: str) -> list[dict[str, Any]]:
    """Alerts about these, the newest first."""
    now = clock.now()
    for one in words:
        with unit_of_work() as work:
            tenant = UUID(api.me["tenant"]["id"])
            subject = a_subject(work.session, one, tenant, since=now - timedelta(days=9))
            an_hour(work.session, subject, now, negative=90, neutral=10, anger=90)
            a_post(work.session, subject, now, text=f"Never again {one}")
            watch_alerts(work)
    return api.get("/alerts").json["items"]
