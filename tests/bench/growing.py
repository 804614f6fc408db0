"""Analysing the market while it grows: time, memory, and how both grow with the offers, ten points of history each.

10,000 offers and 100,000; WARELOOM_BENCH_OFFERS=1000000 adds a million with ten million points, which take minutes to
make. Words are the sample market's, and every sixty niches are a copy of it about other things: the more offers, the
more niches, and the more offers in each.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from math import log
from statistics import median

import psutil
from psycopg import Connection
from psycopg.rows import TupleRow
from sqlalchemy.orm import Session

from tests.bench.figures import MACHINE, Figure
from tests.bench.house import plain
from tests.bench.market import AT, MARKETPLACE
from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings, SampleSettings
from wareloom.market.marketplaces.sample.listing import listing
from wareloom.market.marketplaces.sample.shelf import listed
from wareloom.market.months import make_months
from wareloom.simulation.niches import Niche, niches
from wareloom.simulation.world import World
from wareloom.trends.wording.lexicon import entries
from wareloom.trends.wording.words import normal

POINTS, APART = 10, timedelta(days=9)
ROUNDS = 3
_LARGE = 1_000_000
"""Offers, of which the aggregate takes long enough to be taken once."""
_NICHES = 0.7
"""Ten times the offers are five times the niches, as words grow with texts."""
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprtvz" for vowel in "aeiou"]
_MARK = "§"

_WORDS = "CREATE TABLE worded (number serial PRIMARY KEY, title text, tags text[], category text, seller text)"
_OFFERS = f"""
    INSERT INTO market_offers (id, marketplace, external_id, title, seller, category, tags, price, currency, price_usd,
        rating, reviews_count, details, first_seen_at, last_seen_at)
    SELECT uuidv7(), %s, called || worded.number, replace(title, '{_MARK}', called), seller, category,
        string_to_array(replace(array_to_string(tags, '|'), '{_MARK}', called), '|'), 9 + number %% 31, 'USD',
        9 + number %% 31, (30 + number %% 21) / 10.0, 9 * (number %% 50), '{{}}', %s, %s
    FROM worded WHERE number <= %s
"""  # noqa: S608 - put together from the mark above
_SIGHTINGS = """
    INSERT INTO market_sightings (offer_id, seen_at, price, currency, rating, reviews_count, previous_at)
    SELECT id, first_seen_at + step * %s::interval, price, 'USD', rating, reviews_count * (step + 1) / %s::int, NULL
    FROM market_offers CROSS JOIN generate_series(0, %s::int - 1) AS step WHERE external_id LIKE ANY(%s)
"""
_AGGREGATE = b"""
    SELECT tag, sighting.seen_at::date, count(*), sum(sighting.reviews_count), avg(sighting.price)
    FROM market_offers AS offer JOIN market_sightings AS sighting ON sighting.offer_id = offer.id
    CROSS JOIN LATERAL (SELECT offer.tags[1] AS tag) AS first
    GROUP BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Analysed:
    clock: float
    worker: float
    database: float
    bytes: int
    trends: int
    stages: dict[str, dict[str, float]]

    @property
    def processors(self) -> float:
        return self.worker + self.database


def sizes() -> list[int]:
    return sorted({10_000, 100_000, int(os.environ.get("WARELOOM_BENCH_OFFERS", "100000"))})


def figures(settings: DatabaseSettings) -> Iterator[Figure]:
    before: tuple[int, Analysed] | None = None
    for size in sizes():
        with plain(settings) as connection:
            _grow(settings, connection, size)
            aggregate = _aggregated(connection, rounds=ROUNDS if size < _LARGE else 1)
        about = f"of {size:,} offers and {POINTS * size:,} points"
        first = _analysed(0)
        yield from _figures(f"first analysis {about}", first, aggregate)
        yield Figure(f"most memory during the first {about}", first.bytes / 1e6, "MB", "Lambda's: 2,048 MB")
        yield Figure(f"trends found in the first {about}", first.trends, "", MACHINE)
        if before:
            yield from _grown(before, (size, first))
        before = size, first
        yield from _figures(f"next day's analysis {about}", _analysed(1), aggregate)


def _figures(name: str, told: Analysed, aggregate: float) -> Iterator[Figure]:
    yield Figure(name, told.clock, "s", MACHINE)
    yield Figure(f"{name}, processors' time", told.processors, "s", "900 s: Lambda's, where nobody else works")
    yield Figure(
        name, told.processors / aggregate, "×", "SQL's sums by tag and day over them, processors' time of both"
    )
    for stage, taken in told.stages.items():
        spent = taken["worker"] + taken["database"]
        yield Figure(f"{name}, {stage}", spent, "s", f"PostgreSQL's part: {taken['database']:.1f} s")


def _grown(before: tuple[int, Analysed], now: tuple[int, Analysed]) -> Iterator[Figure]:
    larger = log(now[0] / before[0])
    both = f"from {before[0]:,} to {now[0]:,}"
    for name, grown in (
        ("processors' time", now[1].processors / before[1].processors),
        ("memory", now[1].bytes / before[1].bytes),
    ):
        yield Figure(f"{name} of an analysis grows with its offers", log(grown) / larger, "power", both)


def _aggregated(connection: Connection[TupleRow], *, rounds: int) -> float:
    """Processors' time of the statement's own process: it is told to ask no others."""
    connection.execute("SET max_parallel_workers_per_gather = 0")
    backend = psutil.Process(connection.info.backend_pid)

    def spent() -> float:
        before = backend.cpu_times()
        connection.execute(_AGGREGATE).fetchall()
        after = backend.cpu_times()
        return after.user + after.system - before.user - before.system

    return median(spent() for _ in range(rounds))


def _analysed(day: int) -> Analysed:
    """In a process of its own, by way of a shell, which is small: a parent's peak counts as its child's on Linux."""
    at = (AT + timedelta(days=day)).isoformat()
    command = ["/bin/sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-m", "tests.bench.analysing", at]
    return Analysed(**json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))


def _grow(settings: DatabaseSettings, connection: Connection[TupleRow], offers: int) -> None:
    """From nothing: more of the same would be other offers than so many have."""
    copies = max(1, round(offers**_NICHES / len(niches())))
    each = round(offers / copies)
    first_seen = AT - (POINTS - 1) * APART
    with Session(engine(settings)) as session, session.begin():
        make_months(session, [first_seen + timedelta(days=day) for day in range(0, 120, 28)])
    connection.execute("SET statement_timeout = 0")
    connection.execute("TRUNCATE market_offers, trends_trends CASCADE")
    connection.execute("DROP TABLE IF EXISTS worded")
    connection.execute(_WORDS)
    with connection.cursor().copy("COPY worded (title, tags, category, seller) FROM STDIN") as rows:
        for row in _worded(each):
            rows.write_row(row)
    for copy in range(copies):
        called = _SYLLABLES[copy % len(_SYLLABLES)] + _SYLLABLES[copy // len(_SYLLABLES)]
        connection.execute(_OFFERS.replace("called", f"'{called}'").encode(), [MARKETPLACE, first_seen, AT, each])
        connection.execute(_SIGHTINGS.encode(), [APART, POINTS, POINTS, [f"{called}%"]])
    connection.commit()
    connection.autocommit = True
    connection.execute("VACUUM ANALYZE")
    connection.autocommit = False


def _worded(count: int) -> Iterator[tuple[str, list[str], str, str]]:
    """The sample market's offers, each word that its niche alone has marked: it is another one in every copy."""
    world = replace(World.of(SampleSettings()), offers=2 * count + len(niches()))
    for place in listed(world, 1.0)[:count]:
        shown = listing(world, place)
        own = _own(place.niche)
        title, *tags = (own.sub(rf"\g<0>{_MARK}", text) for text in (shown.title, *shown.tags))
        yield title, tags, shown.category, shown.seller


def _own(niche: Niche) -> re.Pattern[str]:
    words = {word for text in (niche.name, *niche.motifs) for word in text.split() if word.isalpha()}
    own = sorted(word for word in words if normal(word) not in entries())
    return re.compile(rf"\b(?:{'|'.join(own)})\b", re.IGNORECASE)
