"""Posts through the real queue to their moods: each read once, whoever delivers twice, at once, or dies."""

import json
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from functions.score_sentiment.handler import handle
from functions.sweep_unfinished.handler import handle as sweep
from tests.functions.social import Social, all_posts, dies, hours
from tests.support.chatter import a_post, chattering
from tests.support.cloud import Emulator
from tests.support.models import make_two_headed
from tests.support.queues import Record
from tests.support.side_by_side import side_by_side, workers
from wareloom.kit.errors import NotFound
from wareloom.kit.ids import new_id
from wareloom.kit.mood.classifier import classifier
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work
from wareloom.social.models import PostMood
from wareloom.social.scoring.redrive import redrive_all
from wareloom.social.scoring.score import score
from wareloom.social.scoring.settle import TRIES

TEXTS = ("I love this, it makes me so happy", "This is terrible and I hate it", "The shop opens at nine", "🦊")


@pytest.fixture
def social(cloud: Emulator, emptied: Engine) -> Generator[Social]:
    assert emptied
    with chattering(*(a_post(number, TEXTS[number % 4]) for number in range(24))) as network:
        network.page = 100
        yield Social.on(cloud, network)


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small, and with a word that it stumbles over: its vocabulary has it, its table does not."""
    sentiments = ("negative", "neutral", "positive")
    emotions = ("anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral")
    heads = {"sentiment": sentiments, "emotion": emotions}
    named = {name: {"id2label": dict(enumerate(labels))} for name, labels in heads.items()}
    words = {"love": [0.0, 0.0, 9.0, *[0.0] * 3, 9.0, *[0.0] * 3], "hate": [9.0, 0.0, 0.0, 9.0, *[0.0] * 6]}
    config = {"name": "tiny-1", "heads": named}
    folder = make_two_headed(tmp_path / "tiny", words, config)
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    tokenizer["model"]["vocab"]["poison"] = 999
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    monkeypatch.setenv("WARELOOM_MOOD_FOLDER", str(folder))
    return folder


def said(social: Social, *texts: str) -> None:
    social.network.said = [a_post(number, text) for number, text in enumerate(texts)]
    social.follow()
    social.hear()


def read_times(engine: Engine) -> int:
    with Session(engine) as session:
        return session.scalar(select(func.count()).select_from(PostMood)) or 0


def stumbles(social: Social, record: Record) -> None:
    with pytest.raises(ExceptionGroup):
        social.moods.deliver(record)


def received(social: Social) -> Iterator[list[Record]]:
    while records := social.moods.receive():
        yield records


def test_posts_become_moods_and_hours_in_lots(social: Social, emptied: Engine) -> None:
    social.follow()
    social.hear()
    assert social.moods.drain() == 24
    posts = all_posts()
    assert read_times(emptied) == 24
    assert {(post.mood_model, post.mood_revision, post.tries) for post in posts} == {("wareloom-mood-1", 1, 0)}
    (hour,) = hours()
    assert hour[3] == 24
    assert (int(str(hour[4])) >= 6, int(str(hour[6])) >= 6) == (True, True)


def test_every_message_delivered_twice_counts_once(social: Social, emptied: Engine) -> None:
    social.follow()
    social.hear()
    social.moods.drain(times=2)
    assert (read_times(emptied), sum(int(str(hour[3])) for hour in hours())) == (24, 24)


@pytest.mark.usefixtures("model")
def test_a_lot_that_names_a_post_twice_reads_it_once(social: Social, emptied: Engine) -> None:
    said(social, "love")
    (record,) = social.moods.receive()
    assert social.moods.deliver(record, record | {"messageId": "again"}) == []
    assert (read_times(emptied), [hour[3] for hour in hours()]) == (1, [1])


def test_workers_at_once_on_the_same_posts_count_each_once(
    social: Social, emptied: Engine, postgres: DatabaseSettings
) -> None:
    social.follow()
    social.hear()
    lots = list(received(social))

    def works_off(*ways: int) -> Callable[[], list[str]]:
        """Forwards or backwards through the lots, and through each of them."""
        return lambda: [one for lot in lots[:: ways[0]] for one in social.moods.deliver(*lot[:: ways[1]])]

    acts = [works_off(through, within) for through in (1, -1) for within in (1, -1)]
    assert side_by_side(workers(emptied, postgres), *acts) == [[]] * 4
    assert (read_times(emptied), sum(int(str(hour[3])) for hour in hours())) == (24, 24)


@pytest.mark.usefixtures("model")
def test_a_worker_that_dies_before_its_commit_leaves_nothing_behind(
    social: Social, emptied: Engine, model: Path
) -> None:
    said(social, "love", "hate")
    (records,) = list(received(social))
    ids = [post.id for post in all_posts()]
    with pytest.raises(SystemExit):
        dies(lambda work: score(work, ids, classifier(model)))
    assert (read_times(emptied), hours()) == (0, [])
    assert social.moods.deliver(*records) == []
    assert (read_times(emptied), [hour[3] for hour in hours()]) == (2, [2])


def test_a_worker_that_dies_after_its_commit_is_followed_by_one_with_nothing_to_do(
    social: Social, emptied: Engine, model: Path
) -> None:
    said(social, "love", "hate")
    (records,) = list(received(social))
    with unit_of_work() as work:
        score(work, [post.id for post in all_posts()], classifier(model))
    assert social.moods.deliver(*records) == []
    assert (read_times(emptied), [hour[3] for hour in hours()]) == (2, [2])


@pytest.mark.usefixtures("model")
def test_a_poison_post_stops_no_other_and_ends_with_its_reason(social: Social, emptied: Engine) -> None:
    said(social, "love", "poison", "hate")
    (records,) = list(received(social))
    poisoned = next(record for record in records if json.loads(record["body"])["id"] == str(all_posts()[1].id))
    with pytest.raises(ExceptionGroup, match="1 of 3 rows"):  # an alarm rings, and all of them come back
        social.moods.deliver(*records)
    _love, poison, _hate = all_posts()
    assert (read_times(emptied), poison.tries, poison.given_up_at) == (2, 1, None)
    assert poison.reason
    assert social.moods.deliver(*(record for record in records if record != poisoned)) == []
    assert read_times(emptied) == 2
    for _ in range(TRIES - 1):
        stumbles(social, poisoned)
    assert social.moods.deliver(poisoned) == [poisoned["messageId"]], "until the queue puts it with the dead letters"
    poison = all_posts()[1]
    assert poison.given_up_at
    assert poison.tries == TRIES
    assert sweep({"at_once": True}, None)["social"]["posts"] == 0


@pytest.mark.usefixtures("model")
def test_the_queue_itself_puts_a_poison_post_with_the_dead_letters(social: Social, cloud: Emulator) -> None:
    sqs = cloud.client("sqs")
    dead = sqs.create_queue(QueueName="score_sentiment-dead")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    redrive = json.dumps({"deadLetterTargetArn": arn, "maxReceiveCount": 6})
    sqs.set_queue_attributes(QueueUrl=social.moods.address, Attributes={"RedrivePolicy": redrive})
    try:
        said(social, "poison")
        for _ in range(7):
            for record in social.moods.receive():
                with suppress(ExceptionGroup):  # until it is given up
                    social.moods.deliver(record)
                hidden = {"QueueUrl": social.moods.address, "ReceiptHandle": record["receiptHandle"]}
                sqs.change_message_visibility(**hidden, VisibilityTimeout=0)  # as if its wait were over
        (letter,) = sqs.receive_message(QueueUrl=dead)["Messages"]
    finally:
        sqs.set_queue_attributes(QueueUrl=social.moods.address, Attributes={"RedrivePolicy": ""})
        sqs.delete_queue(QueueUrl=dead)
    (post,) = all_posts()
    assert json.loads(letter["Body"]) == {"id": str(post.id)}
    assert post.given_up_at


def test_what_was_given_up_is_read_when_it_is_redriven_and_can_be(
    social: Social, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    social.network.said = [a_post(1, "poison")]
    owner, _subject = social.follow()
    social.hear()
    (record,) = social.moods.receive()
    for _ in range(TRIES):
        stumbles(social, record)
    social.moods.acknowledge([record])
    assert model
    monkeypatch.delenv("WARELOOM_MOOD_FOLDER")
    with unit_of_work() as work:
        assert redrive_all(work, tenant_id=owner.tenant_id, actor=owner.actor) == 1
    assert social.moods.drain() == 1
    (post,) = all_posts()
    assert (post.given_up_at, post.tries, post.mood_model) == (None, 0, "wareloom-mood-1")
    assert [hour[3] for hour in hours()] == [1]


@pytest.mark.usefixtures("model")
def test_another_model_counts_a_post_anew_and_not_twice(
    social: Social, emptied: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(social, "love")
    (records,) = list(received(social))
    social.moods.deliver(*records)
    monkeypatch.delenv("WARELOOM_MOOD_FOLDER")
    social.moods.deliver(*records)
    assert (read_times(emptied), [hour[3] for hour in hours()]) == (2, [1])


def test_without_its_model_the_call_fails_and_no_post_is_blamed(
    social: Social, monkeypatch: pytest.MonkeyPatch
) -> None:
    said(social, "love")
    monkeypatch.setenv("WARELOOM_MOOD_FOLDER", "/nowhere")
    with pytest.raises(NotFound):
        social.moods.deliver(*social.moods.receive())
    (post,) = all_posts()
    assert (post.tries, post.reason) == (0, None)


def test_the_sweep_finds_posts_whose_message_was_lost(social: Social) -> None:
    social.follow()
    social.hear()
    for records in received(social):
        social.moods.acknowledge(records)
    assert sweep({}, None)["social"]["posts"] == 0, "not before their time"
    assert sweep({"at_once": True}, None)["social"]["posts"] == 24
    assert social.moods.drain() == 24


@pytest.mark.usefixtures("cloud", "emptied")
def test_a_message_about_nobody_is_dropped_and_one_that_is_not_ours_is_left() -> None:
    nobody = {"messageId": "nobody", "receiptHandle": "r", "body": json.dumps({"id": str(new_id())})}
    strange = [{"messageId": body, "receiptHandle": "r", "body": body} for body in ("", "[]", '{"id": 7}', '{"x": 1}')]
    failed = handle({"Records": [nobody, *strange]}, None)["batchItemFailures"]
    assert [one["itemIdentifier"] for one in failed] == [one["messageId"] for one in strange]
