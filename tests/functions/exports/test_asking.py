"""What can be asked of an export, by whom, how often, and for how long it is there."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from tests.support.api import Api, signed_in
from tests.support.exporting import Queue, asked, exported, fetched
from tests.support.factories import an_offer, at
from wareloom.kit import clock
from wareloom.market.exports.open import MOST_OPEN
from wareloom.market.ingest import ingest


@pytest.fixture
def shelf(joined: Connection) -> None:
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        ingest(session, "sample", [an_offer(number) for number in range(20)], at=at("2026-11-01"), task_id=None)


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ({"columns": ["title", "colour"]}, "no column “colour” in an export of offers. Known: id, marketplace,"),
        ({"what": "history", "columns": ["image_url"]}, "in an export of history. Known: offer_id,"),
    ],
)
def test_an_unknown_column_is_refused_with_the_known_ones(api: Api, wanted: dict[str, Any], reason: str) -> None:
    answer = api.post("/exports", wanted)
    assert answer.status == 422
    assert reason in answer.json["detail"]


@pytest.mark.usefixtures("shelf")
def test_every_column_that_is_told_can_be_asked_for(api: Api, queue: Queue) -> None:
    for what, names in api.get("/exports/columns").json.items():
        for name in names:
            rows = exported(api, queue, what=what, format="json", columns=[name])
            assert [list(row) for row in rows] == [[name]] * 20


@pytest.mark.usefixtures("shelf")
def test_a_row_says_how_far_it_is_and_what_is_expected(api: Api, queue: Queue) -> None:
    made = asked(api)
    assert (made["status"], made["rows_done"], made["bytes"], made["expires_at"]) == ("queued", 0, 0, None)
    assert made["rows_total"] >= 1
    queue.work_off()
    shown = api.get(f"/exports/{made['id']}").json
    kept = datetime.fromisoformat(shown["expires_at"]) - datetime.fromisoformat(shown["started_at"])
    assert (shown["rows_done"], kept) == (20, timedelta(days=7))
    acts = [entry["act"] for entry in api.get("/audit").json["items"]]
    assert {"export.open", "export.succeed"} <= set(acts)


@pytest.mark.usefixtures("shelf")
def test_after_a_week_there_is_nothing_to_fetch(api: Api, queue: Queue) -> None:
    export_id = UUID(asked(api)["id"])
    queue.work_off()
    assert len(api.get(f"/exports/{export_id}").json["files"]) == 1
    key = api.post("/keys", {"name": "later", "role": "viewer"}).json["key"]
    with clock.held(clock.now() + timedelta(days=7, minutes=1)):
        assert Api(token=key).get(f"/exports/{export_id}").json["files"] == []


def test_a_workspace_has_few_exports_open_at_one_time(api: Api, queue: Queue) -> None:
    made = [asked(api) for _ in range(MOST_OPEN)]
    answer = api.post("/exports", {})
    assert (answer.status, "retry-after" in answer.headers) == (429, True)
    assert signed_in().post("/exports", {}).status == 201, "what others do is not their business"
    assert api.post(f"/exports/{made[0]['id']}/cancel").json["status"] == "cancelled"
    assert api.post("/exports", {}).status == 201
    assert api.post(f"/exports/{made[0]['id']}/retry").status == 429
    queue.work_off()
    assert api.post(f"/exports/{made[0]['id']}/retry").json["status"] == "queued"


@pytest.mark.usefixtures("shelf")
def test_what_is_deleted_is_gone_with_its_file(api: Api, queue: Queue) -> None:
    made = asked(api, format="parquet")
    assert api.delete(f"/exports/{made['id']}").status == 409
    queue.work_off()
    (file,) = api.get(f"/exports/{made['id']}").json["files"]
    assert api.delete(f"/exports/{made['id']}").status == 204
    assert api.get(f"/exports/{made['id']}").status == 404
    with pytest.raises(AssertionError, match="NoSuchKey"):
        fetched(file["url"])
