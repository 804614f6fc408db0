"""A warm `GET /api/v1/offers?limit=50` through Mangum, against the same rows by psycopg and orjson alone."""

import io
import logging
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import orjson
from psycopg.rows import dict_row
from sqlalchemy.orm import Session

from functions.api.handler import handle
from tests.bench.figures import MACHINE, Figure, in_turns, seconds
from tests.bench.house import plain
from tests.bench.market import AT, MARKETPLACE, pages
from wareloom.accounts.identity import Identity
from wareloom.accounts.issue_key import issue_key
from wareloom.accounts.models import Membership, Tenant, User
from wareloom.kit.database import new_session
from wareloom.kit.ids import new_id
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work
from wareloom.market.ingest import ingest

OFFERS = 20_000
ROUNDS = 400
_CONTEXT = SimpleNamespace(function_name="api", aws_request_id="bench")
_ROWS = """
    SELECT id, marketplace, external_id, title, price::text, list_price::text, currency, price_usd::text, rating::text,
        reviews_count, availability, rank, sponsored, image_url, product_url, seller, category, tags, first_seen_at,
        last_seen_at
    FROM market_offers ORDER BY last_seen_at DESC, id DESC LIMIT 50
"""


def figures(settings: DatabaseSettings) -> Iterator[Figure]:
    event = _request(_furnish())
    logging.getLogger().addHandler(logging.StreamHandler(io.StringIO()))  # written as ever, read by nobody
    with plain(settings) as connection, connection.cursor(row_factory=dict_row) as cursor:

        def ours() -> dict[str, Any]:
            return handle(event, _CONTEXT)

        def bare() -> bytes:
            rows = cursor.execute(_ROWS).fetchall()
            connection.commit()
            return orjson.dumps({"items": rows})

        _must_agree(ours(), bare())
        taken = in_turns({"ours": lambda: seconds(ours), "bare": lambda: seconds(bare)}, rounds=ROUNDS)
    yield Figure("read of 50 offers, p50", taken["ours"] * 1000, "ms", MACHINE)
    yield Figure("read of 50 offers, p50", taken["ours"] / taken["bare"], "×", "the same rows by psycopg and orjson")


def _furnish() -> str:
    """Rows, and a key to read them with."""
    with new_session() as session, session.begin():
        for page in pages(OFFERS, glimpses=0):
            ingest(session, MARKETPLACE, page, at=AT, task_id=None)
        _row, key = issue_key(Work(session), _somebody(session), name="bench", role="viewer", lasts=None)
    return key


def _somebody(session: Session) -> Identity:
    """Registered by hand: registering signs in, and that needs a signing key from the cloud."""
    tenant = Tenant(id=new_id(), name="Bench", created_at=AT)
    user = User(id=new_id(), email="bench@shop.example", name="Bench", password_hash="none", created_at=AT)
    session.add_all([tenant, user])
    session.flush()
    session.add(Membership(tenant_id=tenant.id, user_id=user.id, role="owner", joined_at=AT))
    session.flush()
    return Identity(user.id, tenant.id, "owner")


def _request(key: str) -> dict[str, Any]:
    headers = {"host": "shop.example", "authorization": f"Bearer {key}"}
    return {
        "resource": "/api/{proxy+}",
        "path": "/api/v1/offers",
        "httpMethod": "GET",
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {"limit": "50"},
        "multiValueQueryStringParameters": {"limit": ["50"]},
        "requestContext": {"stage": "live", "identity": {"sourceIp": "127.0.0.1"}, "httpMethod": "GET"},
        "body": None,
        "isBase64Encoded": False,
    }


def _must_agree(answer: dict[str, Any], bare: bytes) -> None:
    ids = [[item["id"] for item in orjson.loads(text)["items"]] for text in (answer["body"], bare)]
    if answer["statusCode"] != 200 or ids[0] != ids[1]:
        raise AssertionError("the two sides did not read the same rows")
