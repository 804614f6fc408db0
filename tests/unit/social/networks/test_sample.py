"""The sample network: the same for everybody, only ever more of it, and ahead of the market it talks about."""

import re
import subprocess
import sys
from datetime import timedelta
from functools import cache
from pathlib import Path
from statistics import fmean, median
from typing import Any

import pytest

from wareloom.kit import clock
from wareloom.kit.errors import Rejected
from wareloom.kit.settings import SampleSettings
from wareloom.simulation.course import Kind, Spike
from wareloom.simulation.niches import niches
from wareloom.simulation.truth import courses, leads
from wareloom.simulation.world import World
from wareloom.social.networks.sample.answer import SimulatedNetwork
from wareloom.social.networks.sample.network import SampleNetwork
from wareloom.social.networks.sample.phrases import SENTENCES
from wareloom.social.networks.sample.posts import posts_of
from wareloom.social.networks.sample.talk import how_many, level, moods
from wareloom.social.post import SeenPost

ROOT = Path(__file__).parents[4]
SETTINGS = SampleSettings()
WORLD = World.of(SETTINGS)


def network(settings: SampleSettings = SETTINGS) -> SampleNetwork:
    return SampleNetwork(SimulatedNetwork(settings).answer)


def heard(words: str, day: float, cursor: dict[str, Any] | None = None) -> tuple[list[SeenPost], dict[str, Any] | None]:
    posts: list[SeenPost] = []
    with clock.held(WORLD.midnight(0) + timedelta(days=day)):
        while True:
            told = network().listen(words, cursor)
            posts, cursor = posts + list(told.posts), told.cursor
            if not told.more:
                return posts, cursor


@cache
def of_kind(kind: Kind) -> tuple[str, ...]:
    return tuple(sorted(niche for niche, course in courses(WORLD).items() if course.kind == kind))


def test_the_same_seed_says_the_same_and_another_does_not() -> None:
    posts, _ = heard("everything", 20)
    again, _ = heard("everything", 20)
    assert posts == again
    other = SampleNetwork(SimulatedNetwork(SampleSettings(seed=8)).answer)
    with clock.held(WORLD.midnight(20)):
        assert other.listen("everything", None).posts != network().listen("everything", None).posts


def test_a_month_of_the_default_world_is_a_few_thousand_posts() -> None:
    posts, _ = heard("everything", 120)
    assert 2_000 < len(posts) < 12_000
    assert len({post.external_id for post in posts}) == len(posts)
    moments = [post.created_at for post in posts if post.created_at]
    assert moments == sorted(moments)


def test_a_day_has_as_many_posts_as_are_said() -> None:
    niche = niches()[3].name
    assert len(posts_of(WORLD, 3, 77, 2000)) == how_many(WORLD, niche, 77, 2000) > 10


def test_a_setting_lets_far_more_people_talk_and_changes_no_course() -> None:
    crowded = SampleSettings(posts=20_000)
    assert World.of(crowded) == WORLD
    assert sum(how_many(WORLD, niche.name, 120, 20_000) for niche in niches()) > 20_000


def test_a_later_moment_only_adds() -> None:
    early, cursor = heard("everything", 40.3)
    whole, _ = heard("everything", 40.9)
    added, _ = heard("everything", 40.9, cursor)
    shown = {post.external_id: post for post in whole}
    known = {post.external_id for post in early}
    assert not known & {post.external_id for post in added}
    cut = min(post.created_at for post in whole if post.created_at)
    kept = [post for post in early if post.created_at and post.created_at >= cut]
    gone = [post for post in kept if post.external_id not in shown]
    assert len(gone) < 0.02 * len(kept)
    assert {*shown} <= known | {post.external_id for post in added}
    for post in kept:
        if later := shown.get(post.external_id):
            assert (later.created_at, later.author, later.url) == (post.created_at, post.author, post.url)
            assert (later.like_count or 0) >= (post.like_count or 0)


def test_some_are_edited_and_some_taken_back_and_looking_again_says_which() -> None:
    posts, _ = heard("everything", 60)
    names = tuple(post.external_id for post in posts)
    with clock.held(WORLD.midnight(64)):
        again = network().look_again((*names, "no such post"))
    now = {post.external_id: post for post in again.posts}
    edited = [post for post in posts if post.external_id in now and now[post.external_id].text != post.text]
    assert edited
    assert len(again.gone) > 1
    assert "no such post" in again.gone
    assert {*now, *again.gone} == {*names, "no such post"}
    assert not now.keys() & {*again.gone}


def test_who_looks_for_a_niche_by_name_finds_posts_that_name_it() -> None:
    posts, _ = heard("Fly  Fishing", 50)
    assert len(posts) > 20
    assert all("fly fishing" in post.text.casefold() or "FlyFishing" in post.hashtags for post in posts)
    motif, _ = heard("rainbow trout", 50)
    assert motif
    assert all("rainbow" in post.text.casefold() and "trout" in post.text.casefold() for post in motif)
    assert heard("nothing anybody says", 50)[0] == []


def test_people_do_not_all_talk_alike() -> None:
    posts, _ = heard("everything", 90)
    texts = [post.text for post in posts]
    assert len(set(texts)) > 0.98 * len(texts)
    signs = {"#": 0.2, "@": 0.05, "https://": 0.03, "¡": 0.001, "\n": 0.05}
    for sign, share in signs.items():
        assert sum(sign in text for text in texts) > share * len(texts), sign
    assert any(ord(character) > 0x1F300 for text in texts for character in text)
    assert not re.search(r"[\[\]{}|]", "".join(texts))
    assert SENTENCES.keys() == {"joy", "surprise", "anger", "sadness", "disgust", "fear", "neutral"}


def told_on(niche: str, days: range) -> list[int]:
    return [how_many(WORLD, niche, day, 6000) for day in days]


@pytest.mark.parametrize("niche", of_kind("spike"))
def test_a_burst_of_talk_comes_its_lead_before_the_market_s(niche: str) -> None:
    course = courses(WORLD)[niche]
    assert isinstance(course, Spike)
    first = (course.start - WORLD.first_day).days - leads(WORLD)[niche]
    talk = told_on(niche, range(first - 15, first + 15))
    usual = median(talk)
    bursting = [first - 15 + place for place, posts in enumerate(talk) if posts > 6 * usual]
    assert bursting == list(range(first, first + course.days))


@pytest.mark.parametrize("niche", of_kind("rise")[:6])
def test_talk_about_a_rising_niche_follows_its_course_ahead_of_time(niche: str) -> None:
    talk = told_on(niche, range(180))
    ahead = leads(WORLD)[niche]
    course = courses(WORLD)[niche]
    for day in range(10, 170, 20):
        wanted = fmean(course.level(WORLD.first_day + timedelta(days=one + ahead)) for one in range(day - 7, day + 7))
        assert fmean(talk[day - 7 : day + 7]) == pytest.approx(100 * wanted, rel=0.2)


def test_some_conversations_lead_by_days_and_some_not_at_all() -> None:
    ahead = leads(WORLD)
    assert ahead.keys() == courses(WORLD).keys()
    assert set(ahead.values()) == {0, 2, 3, 4, 5, 6}
    assert 0.4 < fmean(lead > 0 for lead in ahead.values()) < 0.9
    assert leads(World(8, WORLD.first_day, WORLD.offers)) != ahead


def test_what_falls_sours_and_what_rises_is_liked() -> None:
    def steepest(niche: str, *, down: bool) -> int:
        ratios = {day: level(WORLD, niche, day) / level(WORLD, niche, day - 14) for day in range(20, 170)}
        return (min if down else max)(ratios, key=lambda day: ratios[day]) + 3

    for niche in of_kind("fall"):
        mood = moods(WORLD, niche, steepest(niche, down=True))
        assert mood.negative > mood.positive, niche
    for niche in of_kind("rise"):
        mood = moods(WORLD, niche, steepest(niche, down=False))
        assert mood.positive > 3 * mood.negative, niche
    for niche in of_kind("flat"):
        mood = moods(WORLD, niche, 90)
        assert (mood.positive, mood.negative) == (0.36, 0.17)


@pytest.mark.parametrize(
    "url", ["", "sample://network/other", "sample://network/posts?after=soon", "https://x.example"]
)
def test_only_questions_are_answered(url: str) -> None:
    with pytest.raises(Rejected):
        SimulatedNetwork(SETTINGS).answer(url)


@pytest.mark.parametrize("cursor", [{}, {"at": "soon"}, {"at": None}, {"at": "2026-05-01"}])
def test_a_cursor_that_is_none_of_ours_is_refused(cursor: dict[str, Any]) -> None:
    with pytest.raises(Rejected):
        network().listen("everything", cursor)


def test_the_reading_side_never_loads_the_truth() -> None:
    asked = (
        "import sys, wareloom.social.networks.sample.network, wareloom.social.networks.registry; print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", asked],
        env={"PYTHONPATH": str(ROOT / "shared")},
        capture_output=True,
        text=True,
        check=True,
    )
    ours = {name for name in loaded.stdout.split() if ".sample." in name or ".simulation" in name}
    assert ours == {"wareloom.social.networks.sample.address", "wareloom.social.networks.sample.network"}
