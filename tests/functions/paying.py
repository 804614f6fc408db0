"""A model that is paid: ideas that it writes, and a server that lets the test say when."""

from collections.abc import Generator
from contextlib import contextmanager
from threading import Event
from typing import Any
from uuid import UUID

import pytest

from tests.support import river
from tests.support.openai_server import Call, OpenAiServer, Reply, playing_openai, says
from tests.support.web import Answer
from wareloom.kit.settings import AiSettings, DesignSettings
from wareloom.kit.work import unit_of_work
from wareloom.runs.queries import Cost, costs

SLOGANS = ("Purl Before Breakfast", "Cables And Confidence", "One More Row Society", "Wool Is My Weather", "Knit Wits")


@contextmanager
def paying(monkeypatch: pytest.MonkeyPatch) -> Generator[OpenAiServer]:
    """Every text and picture comes from a model that costs money."""
    with playing_openai() as server:
        settings = AiSettings(provider="openai", base_url=server.address)
        for name, value in {**settings.to_env(), **DesignSettings(studio="openai").to_env()}.items():
            monkeypatch.setenv(name, value)
        yield server


def ideas(*slogans: str) -> dict[str, Any]:
    return {"ideas": [idea(slogan) for slogan in slogans or SLOGANS]}


def idea(slogan: str) -> dict[str, Any]:
    return {
        "slogan": slogan,
        "concept": "For people who knit through every meeting.",
        "design_prompt": "A basket of yarn in flat colours, centred, crisp edges, transparent background.",
        "palette": ["#113355", "#ddaa44", "#f4f1e8"],
        "products": ["tote"],
        "tags": ["knitting", "yarn", "wool", "handmade", "cosy"],
        "style": "retro",
        "motifs": ["yarn basket"],
        "mood": "warm",
    }


def ideated(stream: river.River, openai: OpenAiServer) -> list[UUID]:
    (trend,) = river.ids(river.analyse(stream.run_id))
    openai.will(says(ideas()))
    return river.ids(river.ideate(stream.run_id, trend))


def held_back(asked: Event, go_on: Event) -> Reply:
    """The same ideas, when the test lets them go."""

    def reply(call: Call, server: OpenAiServer) -> Answer:
        asked.set()
        go_on.wait()
        return says(ideas())(call, server)

    return reply


def spent(run_id: UUID) -> Cost:
    with unit_of_work() as work:
        return costs(work.session, [run_id])[run_id]
