"""The committed contract against the application: whatever it allows, and much that it forbids, is answered as it says.

An owner with real rows is signed in. Each call is rolled back, so that every example finds the same workspace.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from sqlalchemy import Connection
from starlette.types import Receive, Scope, Send

from functions.api.app import create_app
from functions.api.openapi import CONTRACT
from tests.functions.test_api_routes import collected, handed_in, published
from tests.support.api import Api
from tests.support.factories import an_offer, at
from tests.support.sample_page import body
from wareloom.kit.database import new_session
from wareloom.market.archive import archive, note_read
from wareloom.market.ingest import ingest
from wareloom.market.marketplaces.registry import marketplace
from wareloom.market.page import Fetched

ACCEPTED = ["2xx", "401", "403", "404", "409", "422", "429"]
PAGED = [
    "list_audit_entries",
    "list_tasks",
    "list_exports",
    "list_offers",
    "list_matches",
    "list_runs",
    "list_steps",
    "list_designs",
    "list_ideas",
    "list_trends",
    "list_evidence",
    "list_listings",
    "list_task_pages",
    "list_collections",
    "list_collected_offers",
    "list_collections_of_offer",
    "list_imports",
    "list_bad_rows",
    "list_submitted_pages",
    "list_claims",
    "list_listed_terms",
]
CONFIG = SchemathesisConfig.from_dict(  # pyright: ignore[reportUnknownMemberType] - a plain dictionary, untyped there
    {
        "generation": {"deterministic": True, "database": "none", "allow-x00": False},
        "phases": {"stateful": {"enabled": False}},
        # What no schema says is refused with 422 (an unknown marketplace, a weak password), or, where the words
        # themselves cannot be read, with 400 (another list's cursor, neither a workspace nor an invitation, money that
        # is no number).
        "checks": {"positive_data_acceptance": {"expected-statuses": ACCEPTED}},
        "operations": [
            {
                "include-operation-id": [
                    "register_account",
                    "sign_in_with_password",
                    "create_invitation",
                    "write_plan",
                    "reparse_pages",
                    "add_matching_offers",
                    "remove_matching_offers",
                    *PAGED,
                ],
                "checks": {"positive_data_acceptance": {"expected-statuses": [*ACCEPTED, "400"]}},
            },
            # `true` is one day: what reads the numbers is lenient about how they are written.
            {"include-path": "/api/v1/keys", "checks": {"negative_data_rejection": {"enabled": False}}},
            # What breaks the schema here does not survive being written into an address or a cookie.
            {"include-method": "GET", "checks": {"negative_data_rejection": {"enabled": False}}},
            {"include-operation-id": "replace_budget", "checks": {"negative_data_rejection": {"enabled": False}}},
            {"include-path": "/api/v1/auth/sign-out", "checks": {"negative_data_rejection": {"enabled": False}}},
        ],
    }
)


async def served(scope: Scope, receive: Receive, send: Send) -> None:
    """The application, made by the first call: it reads the environment."""
    await _app()(scope, receive, send)


@lru_cache
def _app() -> FastAPI:
    return create_app()


schema: Any = schemathesis.openapi.from_path(CONTRACT, config=CONFIG)  # pyright: ignore[reportUnknownMemberType] - generic in what nobody says
schema.app = served
UNHURRIED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]
A_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass
class House:
    """A workspace with something of everything."""

    connection: Connection
    owner: Api
    ids: dict[str, str] = field(default_factory=dict[str, str])

    def furnish(self) -> None:
        with new_session() as session, session.begin():
            ingest(session, "sample", [an_offer(number) for number in range(3)], at=at("2026-11-01"), task_id=None)
            sample = marketplace("sample")
            fetched = Fetched(
                url="https://sample.example/1", body=body("9.50"), content_type="text/html", fetched_at=at("2026-11-02")
            )
            page_id = note_read(session, archive(sample, fetched), 1, task_id=None)
        target = {"marketplace": "sample", "target": "everything"}
        self.ids = {
            "key_id": self.owner.post("/keys", {"name": "mine"}).json["id"],
            "sign_in_id": self.owner.get("/me/sign-ins").json["items"][0]["id"],
            "member_id": self.owner.me["id"],
            "invitation_id": self.owner.post("/invitations", {"email": "friend@shop.example"}).json["id"],
            "watch_id": self.owner.post("/watches", target).json["id"],
            "task_id": self.owner.post("/tasks", target).json["id"],
            "export_id": self.owner.post("/exports", {}).json["id"],
            **published(self.owner),
            **collected(self.owner, self.owner.get("/offers").json["items"][0]["id"]),
            **handed_in(self.owner),
            "page_id": str(page_id),
        }

    def lead_to_rows(self, case: Any) -> None:
        """Half of the ids and names that nobody has become those of what is there."""
        for name, value in case.path_parameters.items():
            if isinstance(value, str) and A_UUID.fullmatch(value) and int(value[-1], 16) % 2 == 0:
                case.path_parameters[name] = self.ids[name]
            elif name == "name" and len(value) % 2 == 0:
                case.path_parameters[name] = "sample"


@pytest.fixture
def house(api: Api, joined: Connection) -> House:
    made = House(joined, api)
    made.furnish()
    return made


@schema.parametrize()
@settings(max_examples=15, derandomize=True, database=None, deadline=None, suppress_health_check=UNHURRIED)
def test_the_application_keeps_its_contract(case: Any, house: House) -> None:
    house.lead_to_rows(case)
    before = house.connection.begin_nested()
    try:
        case.call_and_validate(headers={"Authorization": f"Bearer {house.owner.token}"})
    finally:
        before.rollback()


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [("PATCH", "/me", {"name": "A\0da"}), ("GET", "/offers?query=a%00b", None), ("GET", "/audit?actor=%00", None)],
)
def test_the_null_character_which_no_text_can_keep_is_refused(api: Api, method: str, path: str, said: Any) -> None:
    answer = api.call(method, path, said)
    assert (answer.status, answer.json["title"]) == (400, "Not readable")
