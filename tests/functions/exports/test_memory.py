"""A worker's memory does not grow with what it writes: many times what a part holds goes through it."""

import subprocess
import sys
from decimal import Decimal

import pytest
from sqlalchemy import Engine, text

from tests.support.cloud import Emulator
from tests.support.exporting import now, opened
from tests.support.factories import an_owner
from wareloom.accounts.identity import Identity
from wareloom.kit.work import unit_of_work
from wareloom.market.offers import OfferSearch

FEW, MANY = 50_000, 200_000
MOST_GROWN = 70_000_000
"""Bytes: what is written beyond the few would be 100 million, if it were held."""
_MADE = text("""
    INSERT INTO market_offers (id, marketplace, external_id, title, tags, price, currency, image_url, details,
        first_seen_at, last_seen_at)
    SELECT uuidv7(), 'sample', 'offer-' || number, 'Offer ' || number, '{retro,fox}', number, 'USD',
        'https://images.shop.example/' || repeat(md5(number::text), 16), '{}', now(), now()
    FROM generate_series(1, :rows) AS number
""")
_WORKER = """
import resource
import sys
from uuid import UUID
from wareloom.kit.work import unit_of_work
from wareloom.market.exports.export import export
from wareloom.market.exports.models import Export

def peak():
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else 1024 * most

def written(export_id):
    while True:
        with unit_of_work() as work:
            export(work, export_id)
        with unit_of_work() as work:
            if work.session.get_one(Export, export_id).status == "succeeded":
                return

few, many = map(UUID, sys.argv[1:])
written(few)
before = peak()
written(many)
print(peak() - before)
"""


@pytest.fixture
def owner(emptied: Engine, cloud: Emulator) -> Identity:
    assert cloud
    assert emptied
    with unit_of_work() as work:
        return an_owner(work)


def test_two_hundred_thousand_offers_go_through_a_few_megabytes(owner: Identity, emptied: Engine) -> None:
    with emptied.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(_MADE, {"rows": MANY})
    for format_ in ("csv", "parquet"):
        few, many = opened(owner, format_, OfferSearch(max_price=Decimal(FEW))), opened(owner, format_)
        # By way of a shell, which is small: the peak of whoever starts a process counts as its own on Linux.
        command = ["/bin/sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", _WORKER, str(few), str(many)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert [(now(each).status, now(each).rows_done) for each in (few, many)] == [
            ("succeeded", FEW),
            ("succeeded", MANY),
        ]
        assert int(done.stdout) < MOST_GROWN, format_
