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
from dataclasses import replace
from datetime import timedelta
from math import log
from statistics import median

from psycopg import Connection
from psycopg.rows import TupleRow
from sqlalchemy.orm import Session

from tests.bench.figures import MACHINE, Figure, seconds
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
_WORKER = """
import json
import resource
import sys
import time
from datetime import datetime
from sqlalchemy.orm import Session
from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work
from wareloom.trends.analyse import analyse

began = time.perf_counter()
with Session(engine(DatabaseSettings.from_env())) as session, session.begin():
    trends = analyse(Work(session), at=datetime.fromisoformat(sys.argv[1]))
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps({"seconds": time.perf_counter() - began, "bytes": most, "trends": trends}))
"""


def sizes() -> list[int]:
    return sorted({10_000, 100_000, int(os.environ.get("WARELOOM_BENCH_OFFERS", "100000"))})


def figures(settings: DatabaseSettings) -> Iterator[Figure]:
    before: tuple[int, dict[str, float]] | None = None
    for size in sizes():
        with plain(settings) as connection:
            _grow(settings, connection, size)
            aggregate = _aggregated(connection)
        first, again = _analysed(0), _analysed(1)
        about = f"of {size:,} offers and {POINTS * size:,} points"
        yield Figure(f"first analysis {about}", first["seconds"], "s", MACHINE)
        yield Figure(
            f"first analysis {about}", first["seconds"] / aggregate, "×", "SQL's sums by tag and day over them"
        )
        yield Figure(f"next day's analysis {about}", again["seconds"], "s", MACHINE)
        yield Figure(f"next day's analysis {about}", again["seconds"] / aggregate, "×", "the same sums")
        yield Figure(f"most memory during the first {about}", first["bytes"] / 1e6, "MB", "Lambda's: 2,048 MB")
        yield Figure(f"trends found in the first {about}", first["trends"], "", MACHINE)
        if before:
            larger = log(size / before[0])
            for name, told in (("time", "seconds"), ("memory", "bytes")):
                exponent = log(first[told] / before[1][told]) / larger
                yield Figure(
                    f"{name} of an analysis grows with its offers", exponent, "power", f"from {before[0]:,} to {size:,}"
                )
        before = size, first


def _aggregated(connection: Connection[TupleRow]) -> float:
    return median(seconds(lambda: connection.execute(_AGGREGATE).fetchall()) for _ in range(ROUNDS))


def _analysed(day: int) -> dict[str, float]:
    """In a process of its own, by way of a shell, which is small: a parent's peak counts as its child's on Linux."""
    at = (AT + timedelta(days=day)).isoformat()
    command = ["/bin/sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", _WORKER, at]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


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
