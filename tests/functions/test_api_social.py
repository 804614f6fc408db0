"""Subjects, posts, the pulse and the dead letters, as the API tells them to whoever follows."""

from collections.abc import Generator
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.functions.colleague import colleague
from tests.support.api import Api, signed_in
from tests.support.chatter import Chatter, a_post, chattering
from tests.support.cloud import Emulator
from wareloom.kit import clock
from wareloom.kit.mood.classifier import classifier
from wareloom.kit.mood.shipped import shipped
from wareloom.kit.settings import QueueSettings
from wareloom.kit.work import unit_of_work
from wareloom.social.heard import Quota
from wareloom.social.listening.listen import listen
from wareloom.social.models import Listening, Post
from wareloom.social.scoring.score import score

LOVE, HATE = "I love this so much, it makes me happy", "I hate this, it is terrible and I am furious"
PERIOD = {"since": "2026-11-20T00:00:00Z", "until": "2026-11-21T00:00:00Z"}


@pytest.fixture
def network() -> Generator[Chatter]:
    posts = [a_post(number * 40, HATE if number % 3 == 0 else LOVE, like_count=number) for number in range(6)]
    with chattering(*posts) as made:
        yield made


def followed(api: Api, words: str = "fox shirt") -> str:
    """Followed, heard and read."""
    subject: str = api.post("/subjects", {"words": words}).json["id"]
    with unit_of_work() as work:
        asked = select(Listening.id).where(Listening.subject_id == UUID(subject))
        listen(work, work.session.scalars(asked).one())
        score(work, work.session.scalars(select(Post.id)).all(), classifier(shipped()))
    return subject


def acts(api: Api) -> list[str]:
    return [entry["act"] for entry in api.get("/audit").json["items"]]


def test_a_followed_subject_says_how_far_each_network_was_heard(api: Api, network: Chatter) -> None:
    network.quota = Quota(limit=60, left=59)
    followed(api)
    (subject,) = api.get("/subjects").json["items"]
    (heard,) = subject["networks"]
    assert (subject["words"], heard["title"], heard["offline"], heard["posts_new"]) == ("fox shirt", "Chatter", True, 6)
    assert (heard["status"], heard["reason"], heard["quota"]["left"]) == ("waiting", None, 59)


def test_following_twice_is_following_and_unfollowing_ends_it(api: Api, network: Chatter) -> None:
    assert network
    one = api.post("/subjects", {"words": "  Fox   Shirt "}).json
    assert (one["words"], api.post("/subjects", {"words": "fox shirt"}).json["id"]) == ("Fox Shirt", one["id"])
    assert api.delete(f"/subjects/{one['id']}").status == 204
    assert api.get("/subjects").json["items"] == []
    assert api.delete(f"/subjects/{one['id']}").status == 404


@pytest.mark.parametrize("words", ["", "   ", "…!", "x" * 101])
def test_words_that_cannot_be_listened_for_are_refused(api: Api, words: str) -> None:
    assert api.post("/subjects", {"words": words}).status in {400, 422}


def test_posts_come_in_pages_newest_first_or_by_what_people_did_with_them(api: Api, network: Chatter) -> None:
    followed(api)
    listed, cursor = list[str](), ""
    while True:
        page = api.get(f"/posts?limit=4{cursor}").json
        listed += [post["url"] for post in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert listed == [post.url for post in reversed(network.said)]
    first = api.get("/posts?order=top&limit=2").json
    rest = api.get(f"/posts?order=top&cursor={first['next_cursor']}").json
    assert [post["engagement"] for post in first["items"] + rest["items"]] == [5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"sentiment": "negative"}, 2),
        ({"sentiment": "positive", "emotion": "joy"}, 4),
        ({"language": "en"}, 6),
        ({"language": "de"}, 0),
        ({"network": "chatter"}, 6),
        ({"network": "nowhere"}, 0),
        ({"text": "FURIOUS"}, 2),
        ({"text": "100%"}, 0),
        ({"since": "2026-11-20T13:00:00Z"}, 4),
        ({"until": "2026-11-20T13:00:00Z"}, 2),
    ],
)
def test_posts_are_found_by_what_was_read_in_them(
    api: Api, network: Chatter, asked: dict[str, str], found: int
) -> None:
    assert network
    followed(api)
    assert len(api.get(f"/posts?{urlencode(asked)}").json["items"]) == found


def test_the_pulse_tells_shares_with_their_bounds_and_fills_no_gap(api: Api, network: Chatter) -> None:
    assert network
    subject = followed(api)
    hours = api.get(f"/pulse/{subject}?{urlencode(PERIOD)}").json
    assert [point["at"] for point in hours["points"]] == [f"2026-11-20T{hour}:00:00Z" for hour in (12, 13, 14, 15)]
    negative = hours["total"]["sentiments"]["negative"]
    assert (hours["total"]["posts"], negative["posts"]) == (6, 2)
    assert 0 < negative["lower"] < negative["share"] < negative["upper"] < 1
    (day,) = api.get(f"/pulse/{subject}?{urlencode(PERIOD | {'per': 'day'})}").json["points"]
    assert (day["at"], day["posts"], day["network"]) == ("2026-11-20T00:00:00Z", 6, "chatter")
    (summed,) = api.get(f"/pulse?{urlencode(PERIOD)}").json["items"]
    assert (summed["words"], summed["posts"], summed["emotions"]["joy"]["posts"]) == ("fox shirt", 6, 4)


def test_the_pulse_is_told_by_subject_and_by_network_side_by_side(api: Api, network: Chatter) -> None:
    assert network
    fox, mug = followed(api), followed(api, "tea mug")
    subjects = api.get(f"/pulse/parts?{urlencode(PERIOD | {'by': 'subject', 'per': 'hour'})}").json["items"]
    assert {part["title"]: part["subject_id"] for part in subjects} == {"fox shirt": fox, "tea mug": mug}
    for part in subjects:
        told = api.get(f"/pulse/{part['subject_id']}?{urlencode(PERIOD)}").json
        assert part["sentiments"] == told["total"]["sentiments"]
        assert part["course"] == [
            {name: point[name] for name in ("at", "posts", "negative", "positive")} for point in told["points"]
        ]
    (one,) = api.get(f"/pulse/parts?{urlencode(PERIOD | {'by': 'network'})}").json["items"]
    assert (one["network"], one["title"], one["subject_id"]) == ("chatter", "Chatter", None)
    assert (one["posts"], [step["posts"] for step in one["course"]]) == (12, [12])
    (only,) = api.get(f"/pulse/parts?{urlencode(PERIOD | {'by': 'network', 'subject_id': fox})}").json["items"]
    assert only["posts"] == 6


@pytest.mark.parametrize(
    "asked", [{}, {"by": "mood"}, {"by": "network", "per": "hour", "since": "2026-11-01T00:00:00Z"}]
)
def test_parts_that_cannot_be_told_are_refused(api: Api, asked: dict[str, str]) -> None:
    assert api.get(f"/pulse/parts?{urlencode(asked | {'until': '2026-11-21T00:00:00Z'})}").status in {400, 422}


@pytest.mark.parametrize(
    "asked", [{"since": "2026-11-22T00:00:00Z"}, {"since": "2020-01-01T00:00:00Z"}, {"since": "2026-11-20"}]
)
def test_a_time_that_cannot_be_told_is_refused(api: Api, asked: dict[str, str]) -> None:
    assert api.get(f"/pulse?{urlencode(asked | {'until': '2026-11-21T00:00:00Z'})}").status in {400, 422}


def test_a_stranger_sees_none_of_it(api: Api, network: Chatter) -> None:
    assert network
    subject = followed(api)
    stranger = signed_in()
    assert stranger.get("/posts").json["items"] == []
    assert stranger.get(f"/posts?subject_id={subject}").status == 404
    assert stranger.get(f"/pulse/{subject}").status == 404
    assert stranger.get(f"/pulse?{urlencode(PERIOD)}").json["items"] == []
    assert stranger.get(f"/pulse/parts?{urlencode(PERIOD | {'by': 'subject'})}").json["items"] == []
    assert stranger.get(f"/pulse/parts?by=network&subject_id={subject}").status == 404


def given_up() -> list[str]:
    with unit_of_work() as work:
        gone = update(Post).values(given_up_at=clock.now(), tries=5, reason="It broke.", mood_model=None)
        return [str(one) for one in work.session.scalars(gone.returning(Post.id))]


def test_queues_say_how_deep_they_are(api: Api, cloud: Emulator) -> None:
    sqs = cloud.client("sqs")
    work, dead = (sqs.create_queue(QueueName=name)["QueueUrl"] for name in ("deep", "deep-dead"))
    for number in range(5):
        sqs.send_message(QueueUrl=work, MessageBody=str(number), DelaySeconds=0 if number else 900)
    sqs.receive_message(QueueUrl=work, MaxNumberOfMessages=1)
    for body in ("a", "b"):
        sqs.send_message(QueueUrl=dead, MessageBody=body)
    with_them = QueueSettings(score_sentiment=work, import_rows=dead)
    before = clock.now()
    try:
        with pytest.MonkeyPatch.context() as environment:
            for name in QueueSettings.model_fields:
                environment.delenv(QueueSettings.variable(name), raising=False)
            for name, value in with_them.to_env().items():
                environment.setenv(name, value)
            shown = api.get("/dead-letters/queues").json
    finally:
        sqs.delete_queue(QueueUrl=work)
        sqs.delete_queue(QueueUrl=dead)
    assert shown["items"] == [
        {"queue": "import_rows", "waiting": 2, "in_flight": 0, "dead": None},
        {"queue": "score_sentiment", "waiting": 4, "in_flight": 1, "dead": 2},
    ]
    assert datetime.fromisoformat(shown["looked_at"]) >= before


def test_queues_that_cannot_be_counted_say_so(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(QueueSettings.variable("score_sentiment"), "http://127.0.0.1:9/1/gone")
    refused = api.get("/dead-letters/queues")
    assert refused.status == 503
    assert "The queue" in refused.json["detail"]


def test_dead_letters_are_shown_with_their_reason_and_tried_again(api: Api, network: Chatter) -> None:
    assert network
    followed(api)
    ids = given_up()
    shown = api.get("/dead-letters?limit=4").json
    assert [letter["reason"] for letter in shown["items"]] == ["It broke."] * 4
    more = api.get(f"/dead-letters?cursor={shown['next_cursor']}").json
    assert {letter["id"] for letter in shown["items"] + more["items"]} == set(ids)
    assert signed_in().get("/dead-letters").json["items"] == []
    assert signed_in().post("/dead-letters/redrive").json == {"posts": 0}
    assert colleague(api, "viewer").post("/dead-letters/redrive").status == 403
    assert api.post(f"/dead-letters/{ids[0]}/redrive").json == {"posts": 1}
    assert api.post(f"/dead-letters/{ids[0]}/redrive").json == {"posts": 0}
    assert api.post("/dead-letters/redrive").json == {"posts": 5}
    assert api.get("/dead-letters").json["items"] == []
    assert {"post.redrive", "post.redrive-all", "subject.follow"} <= set(acts(api))
