"""Many posts through the real queue while workers are killed: each is read once, and the hours equal a recount.

Small by default; WARELOOM_SOAK_POSTS=50000 says how many.
"""

import os
import time
from collections.abc import Generator

import psutil
import psycopg
import pytest
from pydantic import SecretStr
from sqlalchemy.orm import Session

from infra_cdk.local.cloud import Cloud
from infra_cdk.local.waiting import until
from tests.support.engine import LocalCloud
from tests.support.inside import ask_database
from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings
from wareloom.social.pulse.recount import kept, recounted
from wareloom.social.sweep import AT_ONCE

POSTS = int(os.environ.get("WARELOOM_SOAK_POSTS", "600"))
KILLS = 5
WITHIN_S = 3000
EVERY_S = 0.2 if POSTS < AT_ONCE else 1.0
"""A question that counts many rows is asked seldom: it takes from what it measures."""
_SUBJECTS = """
INSERT INTO social_subjects (id, key, words, created_at)
SELECT gen_random_uuid(), 'soak ' || n, 'soak ' || n, now() FROM generate_series(1, 3) n
"""
_POSTS = """
INSERT INTO social_posts (id, network, external_id, url, text, hashtags, posted_at, revision, first_seen_at, seen_at,
    queued_at, tries)
SELECT gen_random_uuid(), 'soak', 'post-' || n, '', CASE n %% 3 WHEN 0 THEN 'I love this fox shirt ' || n
    WHEN 1 THEN 'What a terrible mug, I hate it ' || n ELSE 'The shop opens at nine ' || n END,
    '{}', now() - n %% 50 * interval '1 hour', 1, now(), now(), now(), 0
FROM generate_series(1, %s) n
"""
_FINDINGS = """
INSERT INTO social_findings (subject_id, post_id, found_at)
SELECT s.id, p.id, now() FROM social_subjects s, social_posts p
"""
_ANALYSED = "ANALYZE social_posts, social_findings"
_UNREAD = "SELECT count(*) FROM social_posts WHERE mood_model IS NULL"


@pytest.fixture(scope="module")
def world() -> Generator[LocalCloud]:
    with LocalCloud() as raised:
        yield raised


def settings(cloud: Cloud) -> DatabaseSettings:
    server = cloud.postgres
    return DatabaseSettings(
        host="127.0.0.1", port=server.port, user=server.user, password=SecretStr(server.password), name=server.database
    )


def said(cloud: Cloud) -> None:
    to = settings(cloud)
    password = to.password.get_secret_value() if to.password else ""
    address = f"host={to.host} port={to.port} user={to.user} password={password} dbname={to.name}"
    with psycopg.connect(address) as connection:
        connection.execute(_SUBJECTS)
        connection.execute(_POSTS, [POSTS])
        connection.execute(_FINDINGS)
        connection.execute(_ANALYSED)


class Soak:
    """Asks for the posts part by part, as their rows are swept, and kills a worker whenever another part is read.

    What dies with a worker comes back by itself, when the queue hides its messages no longer.
    """

    def __init__(self, cloud: LocalCloud) -> None:
        self._cloud = cloud
        self._kill_below = POSTS
        self._asked_for = 0
        self.kills = 0

    def goes_on(self) -> bool:
        unread = int(ask_database(self._cloud, _UNREAD))
        if self._asked_for < POSTS and POSTS - unread >= self._asked_for - AT_ONCE // 2:
            self._asked_for += self._cloud.nudge()["social"]["posts"]
        if self.kills < KILLS and unread < self._kill_below:
            self.kills += self._kill_one()
            self._kill_below = unread - POSTS // (2 * KILLS)
        return unread > 0

    def _kill_one(self) -> int:
        reading = "functions.score_sentiment.handler.handle"
        workers = [one for one in self._cloud.engine.workers() if reading in one.cmdline()]
        for victim in workers[:1]:
            victim.kill()
            psutil.wait_procs([victim], timeout=10)
        return len(workers[:1])


@pytest.mark.timeout(WITHIN_S + 300)
def test_every_post_is_read_once_whoever_dies(world: LocalCloud) -> None:
    said(world)
    soak = Soak(world)
    began = time.monotonic()
    until(lambda: not soak.goes_on(), within_s=WITHIN_S, every_s=EVERY_S)
    seconds = time.monotonic() - began
    print(f"{POSTS:,} posts, {soak.kills} workers killed, {seconds:,.0f} s, {POSTS / seconds:,.0f} posts/s")  # noqa: T201 - with -s
    assert ask_database(world, _UNREAD) == 0
    assert soak.kills >= 2
    assert ask_database(world, "SELECT count(*) FROM social_moods") == POSTS
    assert ask_database(world, "SELECT count(*) FROM social_findings WHERE counted_as IS NULL") == 0
    with Session(engine(settings(world))) as session:
        hours = [tuple(row) for row in kept(session)]
        assert hours == [tuple(row) for row in recounted(session)]
    assert sum(hour[3] for hour in hours) == 3 * POSTS
