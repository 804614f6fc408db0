"""Posts on the laptop's engine: how fast they come from the queue to rows and hours, and when a browser hears of them.

The queue is filled while nothing reads it: what is measured is the reading, with rows, hours and events kept, and not
the filling.
"""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from infra_cdk.local.waiting import until
from tests.bench.figures import MACHINE, Figure, delays, in_turns, seconds, steady
from tests.bench.moods import some_texts
from tests.support.engine import LocalCloud
from tests.support.inside import ask_database, connected
from tests.support.listener import Listener, listening
from tests.support.visitor import Visitor
from wareloom.kit.ids import new_id
from wareloom.kit.mood.classifier import classifier
from wareloom.kit.mood.read import read_moods
from wareloom.kit.mood.shipped import shipped
from wareloom.social.listening.ways import listened_to

POSTS, FEW, ROUNDS, LOT = 1_000, 200, 3, 10
A_SECOND, SECONDS = 5, 60
_FUNCTION = "wareloom-local-score_sentiment"
# Followed, and listened to nowhere: the posts are ours.
_SUBJECT = """
WITH made AS (INSERT INTO social_subjects (id, key, words, created_at) VALUES (%(id)s, %(words)s, %(words)s, now())),
    parked AS (INSERT INTO social_listenings (id, subject_id, network, status, tries, posts_seen, posts_new, every,
            due_at, updated_at)
        SELECT gen_random_uuid(), %(id)s, one, 'waiting', 0, 0, 0, interval '1 day', now() + interval '1 day', now()
        FROM unnest(CAST(%(networks)s AS text[])) AS one)
INSERT INTO social_follows (tenant_id, subject_id, created_by, created_at) VALUES (%(tenant)s, %(id)s, 'bench', now())
"""
_POSTS = """
WITH said AS (INSERT INTO social_posts (id, network, external_id, url, text, hashtags, posted_at, revision,
            first_seen_at, seen_at, queued_at, tries)
        SELECT id, 'bench', CAST(id AS text), '', text, '{}', now() - random() * interval '2 days', 1, now(), now(),
            now(), 0
        FROM unnest(CAST(%(ids)s AS uuid[]), CAST(%(texts)s AS text[])) AS one (id, text) RETURNING id)
INSERT INTO social_findings (subject_id, post_id, found_at) SELECT %(subject)s, id, now() FROM said
"""
_UNREAD = "SELECT count(*) FROM social_findings WHERE counted_as IS NULL"


def figures() -> Iterator[Figure]:
    with LocalCloud() as cloud:
        bench = Bench(cloud)
        yield from _to_rows(bench)
        yield from _to_browser(bench)


class Bench:
    def __init__(self, cloud: LocalCloud) -> None:
        self._cloud = cloud
        self.visitor = Visitor(cloud.address).register()
        self._tenant: str = self.visitor.get("/me")["tenant"]["id"]
        self._queue = cloud.aws.client("sqs").get_queue_url(QueueName=_FUNCTION)["QueueUrl"]
        self._functions = cloud.aws.client("lambda")
        found = self._functions.list_event_source_mappings(FunctionName=_FUNCTION)["EventSourceMappings"]
        self._reader: str = found[0]["UUID"]

    def subject(self, words: str) -> UUID:
        subject_id = new_id()
        told = {"id": subject_id, "words": words, "tenant": self._tenant, "networks": list(listened_to())}
        with connected(self._cloud) as connection:
            connection.execute(_SUBJECT, told)
        return subject_id

    def say(self, subject_id: UUID, texts: Sequence[str]) -> list[UUID]:
        """As a network's answer is kept: rows first, and when they are there the messages."""
        ids = [new_id() for _ in texts]
        with connected(self._cloud) as connection:
            connection.execute(_POSTS, {"ids": ids, "texts": list(texts), "subject": subject_id})
        sqs = self._cloud.aws.client("sqs")
        for at in range(0, len(ids), LOT):
            entries = [{"Id": one.hex, "MessageBody": f'{{"id": "{one}"}}'} for one in ids[at : at + LOT]]
            sqs.send_message_batch(QueueUrl=self._queue, Entries=entries)
        return ids

    def read_at_once(self, subject_id: UUID, texts: Sequence[str], *, lot: int) -> float:
        """Seconds a post, once all of them wait."""
        self._reads(Enabled=False, BatchSize=lot)
        self.say(subject_id, texts)
        began = time.perf_counter()
        self._reads(Enabled=True)
        assert until(lambda: ask_database(self._cloud, _UNREAD) == 0, within_s=600)
        return (time.perf_counter() - began) / len(texts)

    def _reads(self, **how: Any) -> None:
        self._functions.update_event_source_mapping(UUID=self._reader, **how)


def _to_rows(bench: Bench) -> Iterator[Figure]:
    texts, subject_id, by = some_texts(), bench.subject("bench"), classifier(shipped())
    few = texts[:: len(texts) // FEW]
    bench.read_at_once(subject_id, few, lot=LOT)  # the workers are warm now
    spent = in_turns(
        {
            "lots": lambda: bench.read_at_once(subject_id, texts[:POSTS], lot=LOT),
            "singly": lambda: bench.read_at_once(subject_id, few, lot=1),
            "alone": lambda: seconds(lambda: read_moods(texts, by)) / len(texts),
        },
        rounds=ROUNDS,
    )
    yield Figure("posts from queue to row and hour, the laptop's engine", 1 / spent["lots"], "posts/s", MACHINE)
    yield Figure("posts from queue to row", spent["alone"] / spent["lots"], "×", "the model alone, the same texts")
    yield Figure("posts read in lots", spent["singly"] / spent["lots"], "×", "one post a call and transaction")


def _to_browser(bench: Bench) -> Iterator[Figure]:
    """Each post is of a subject of its own, so that what is heard says which post it was."""
    subjects = {str(number): bench.subject(f"bench {number}") for number in range(A_SECOND * SECONDS)}
    texts, heard, done = some_texts(), dict[str, float](), threading.Event()
    with listening(bench.visitor, "social") as listener:
        ear = threading.Thread(target=_hear, args=(listener, heard, done))
        ear.start()
        said = steady(lambda one: _say(bench, subjects[one], texts[int(one)]), A_SECOND, SECONDS)
        until(lambda: len(heard) == len(subjects), within_s=30)
        done.set()
        ear.join()
    found = [heard[str(subjects[one])] - at for one, at in said.items() if str(subjects[one]) in heard]
    yield from delays(f"post to browser, {A_SECOND} posts/s, the laptop's engine", found)
    yield Figure("posts that the browser heard of", 100 * len(found) / len(said), "%", "all that were said")


def _say(bench: Bench, subject_id: UUID, text: str) -> None:
    bench.say(subject_id, [text])


def _hear(listener: Listener, heard: dict[str, float], done: threading.Event) -> None:
    while not done.is_set():
        with suppress(TimeoutError):
            message = listener.hear("PostsRead", within_s=1)
            for ids in (message["ids"], *message.get("more", [])):
                heard.setdefault(ids["subject_id"], time.perf_counter())
