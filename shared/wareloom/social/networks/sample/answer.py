"""The page that the simulated network answers with."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

import orjson

from wareloom.kit import clock
from wareloom.kit.settings import SampleSettings
from wareloom.simulation.niches import Niche, niches
from wareloom.simulation.world import World
from wareloom.social.networks.sample.address import EVERYTHING, Place, Question, read_question, written
from wareloom.social.networks.sample.posts import Said, posts_of, whose

PER_PAGE = 100
REMEMBERED = timedelta(days=30)
"""Who asks for the first time is told the last month: no network searches further back for nothing."""


class SimulatedNetwork:
    """Asked instead of a server: a page is worked out, not brought."""

    def __init__(self, settings: SampleSettings) -> None:
        self._world = World.of(settings)
        self._posts = int(settings.posts)

    def answer(self, url: str) -> bytes:
        asked, now = read_question(url), clock.now()
        page = self._these(asked.ids, now) if asked.ids else self._about(asked, now)
        return orjson.dumps({"network": "sample", "as_of": written(now)} | page)

    def _about(self, asked: Question, now: datetime) -> dict[str, Any]:
        start = asked.after or Place(now - REMEMBERED)
        found = list(islice(self._found(asked.words, start, now), PER_PAGE + 1))
        shown = found[:PER_PAGE]
        end = Place(shown[-1].at, shown[-1].id) if shown else start
        after = {"at": written(end.at), "id": end.id}
        return {"posts": [_shown(one, now) for one in shown], "after": after, "more": len(found) > PER_PAGE}

    def _found(self, words: str, after: Place, now: datetime) -> Iterator[Said]:
        wanted = words.casefold().split()
        whole = [place for place, niche in enumerate(niches()) if _named(niche, wanted)]
        searched = [place for place, niche in enumerate(niches()) if place not in whole and _mentions(niche, wanted)]
        first = max(0, int(self._world.day_of(after.at)))
        for day in range(first, int(self._world.day_of(now)) + 1):
            today = [one for place in whole for one in self._posts_of(place, day)]
            today += [one for place in searched for one in self._posts_of(place, day) if _says(one.words(now), wanted)]
            for one in sorted(today, key=lambda said: (said.at, said.id)):
                if (one.at, one.id) > (after.at, after.id) and one.there(now):
                    yield one

    def _these(self, ids: tuple[str, ...], now: datetime) -> dict[str, Any]:
        there = {one.id: one for post_id in ids for one in self._beside(post_id) if one.there(now)}
        return {
            "posts": [_shown(there[one], now) for one in ids if one in there],
            "gone": [one for one in ids if one not in there],
        }

    def _beside(self, post_id: str) -> tuple[Said, ...]:
        place = whose(post_id)
        return self._posts_of(*place) if place else ()

    def _posts_of(self, niche: int, day: int) -> tuple[Said, ...]:
        return posts_of(self._world, niche, day, self._posts)


def _named(niche: Niche, wanted: list[str]) -> bool:
    return wanted == [EVERYTHING] or (bool(wanted) and set(wanted) <= set(niche.name.split()))


def _mentions(niche: Niche, wanted: list[str]) -> bool:
    vocabulary = " ".join((niche.name, *niche.motifs, *niche.audiences, *niche.styles))
    return bool(wanted) and all(word in vocabulary for word in wanted)


def _says(text: str, wanted: list[str]) -> bool:
    said = text.casefold()
    return all(word in said for word in wanted)


def _shown(one: Said, now: datetime) -> dict[str, Any]:
    likes = one.likes(now)
    return {
        "id": one.id,
        "author": one.author,
        "at": written(one.at),
        "text": one.words(now),
        "likes": likes,
        "replies": likes // 5,
        "shares": likes // 9,
    }
