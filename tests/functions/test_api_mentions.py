"""Trends that recordings speak of, through the API: found by their words, in the workspace's own recordings alone."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from tests.integration.trends.market import NOON, furnish
from tests.support.api import Api, signed_in
from tests.support.recordings import announced
from wareloom.kit.work import Work
from wareloom.speech.models import Recording, TranscriptSegment
from wareloom.trends.analyse import analyse
from wareloom.trends.models import Evidence, Trend

Item = dict[str, Any]
SAID = (
    "We went to the saunas, and what a sauna it was",
    "Nobody spoke",
    "My grandmother loves knitting. Knitting is fun",
    "One more sauna",
)


@pytest.fixture
def trends(api: Api, joined: Connection) -> dict[str, str]:
    """The ids of a market's trends, by their keys."""
    assert api
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        furnish(session)
        analyse(Work(session), at=NOON)
        return {key: str(trend_id) for key, trend_id in session.execute(select(Trend.key, Trend.id))}


def heard(api: Api, joined: Connection, *said: str, name: str = "talk.wav") -> str:
    recording_id: str = announced(api, 5, name=name)["id"]
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        row = session.get_one(Recording, UUID(recording_id))
        row.status, row.seconds = "succeeded", 3.0 * len(said)
        session.add_all(
            TranscriptSegment(recording_id=row.id, number=at, start=at * 3.0, end=at * 3.0 + 2, text=one, words=[])
            for at, one in enumerate(said)
        )
    return recording_id


def test_a_recording_tells_which_trends_it_speaks_of_and_when(
    api: Api, joined: Connection, trends: dict[str, str]
) -> None:
    recording_id = heard(api, joined, *SAID)
    sauna, knitting = api.get(f"/recordings/{recording_id}/mentions").json["items"]
    assert (sauna["trend_id"], sauna["count"]) == (trends["sauna"], 2)
    assert [(one["number"], one["start"], one["said"]) for one in sauna["moments"]] == [
        (0, 0.0, ["saunas", "sauna"]),
        (3, 9.0, ["sauna"]),
    ]
    assert sauna["moments"][0]["snippet"] == SAID[0]
    assert (knitting["trend_id"], knitting["count"]) == (trends["knitting"], 1)
    assert knitting["moments"][0]["said"] == ["knitting", "Knitting"]


def test_what_a_person_put_right_is_what_counts(api: Api, joined: Connection, trends: dict[str, str]) -> None:
    recording_id = heard(api, joined, "One more sauna")
    api.call("PUT", f"/recordings/{recording_id}/segments/0", {"text": "One more knitting"})
    (mention,) = api.get(f"/recordings/{recording_id}/mentions").json["items"]
    assert mention["trend_id"] == trends["knitting"]
    assert api.get(f"/trends/{trends['sauna']}/mentions").json["items"] == []


def test_a_trend_is_heard_in_the_workspaces_own_recordings_page_by_page(
    api: Api, joined: Connection, trends: dict[str, str]
) -> None:
    first, second = heard(api, joined, *SAID, name="first"), heard(api, joined, *SAID, name="second")
    heard(signed_in(), joined, *SAID)
    path, found, cursor = f"/trends/{trends['sauna']}/mentions?limit=1", list[Item](), ""
    while True:
        page = api.get(f"{path}{cursor}").json
        found += page["items"]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert [(one["recording_id"], one["number"]) for one in found] == [(second, 0), (second, 3), (first, 0), (first, 3)]
    assert found == api.get(f"/trends/{trends['sauna']}/mentions").json["items"]
    assert (found[0]["recording_name"], found[0]["sentiment"], found[0]["uncertain"]) == ("second", None, False)
    assert signed_in().get(path).json["items"] == []


def test_what_only_looks_like_it_is_passed_over(api: Api, joined: Connection, trends: dict[str, str]) -> None:
    heard(api, joined, "saunalike and saunamania", "a sauna")
    (moment,) = api.get(f"/trends/{trends['sauna']}/mentions").json["items"]
    assert moment["number"] == 1


def test_a_trend_that_is_listed_no_longer_is_no_mention_of_a_recording(
    api: Api, joined: Connection, trends: dict[str, str]
) -> None:
    recording_id = heard(api, joined, "a sauna")
    with Session(joined, join_transaction_mode="create_savepoint") as session, session.begin():
        keep = UUID(trends["knitting"])
        session.execute(update(Evidence).where(Evidence.trend_id == UUID(trends["sauna"])).values(trend_id=keep))
    assert api.get(f"/recordings/{recording_id}/mentions").json["items"] == []
    assert len(api.get(f"/trends/{trends['sauna']}/mentions").json["items"]) == 1
