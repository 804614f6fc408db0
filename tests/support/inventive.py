"""A language model that has ideas: the played OpenAI answers with what an idea needs, another for each question."""

import hashlib
import json
from itertools import product
from random import Random

from tests.support import web
from tests.support.openai_server import Call, OpenAiServer, fitting, says

_DOING = ("Powered", "Ruled", "Raised", "Haunted", "Guided", "Humbled", "Spoiled", "Tempted")
_MOOD = ("Quiet", "Wild", "Patient", "Stubborn", "Golden", "Restless", "Gentle", "Rusty", "Brave", "Sleepy")
_THING = ("Mornings", "Lanterns", "Magpies", "Trails", "Kettles", "Anchors", "Ferns", "Orbits", "Compasses", "Acorns")
_SLOGANS = [f"{doing} by {mood} {thing}" for doing, mood, thing in product(_DOING, _MOOD, _THING)]


def inventive(call: Call, server: OpenAiServer) -> web.Answer:
    if call.path != "/v1/chat/completions":
        return fitting(call, server)
    asked = json.dumps(call.body["messages"]).encode()
    chance = Random(hashlib.sha256(asked).digest())  # noqa: S311 - variety, not secrecy
    slogans = chance.sample(_SLOGANS, 6)
    return says(json.dumps({"ideas": [_idea(slogan) for slogan in slogans]}))(call, server)


def _idea(slogan: str) -> dict[str, object]:
    return {
        "slogan": slogan,
        "concept": "A friendly nod to people who know exactly what is meant.",
        "design_prompt": f"Hand-drawn lettering of “{slogan}” in two inks, centred, on a transparent background.",
        "palette": ["#22333b", "#eae0d5", "#c6ac8f"],
        "products": ["tee", "mug"],
        "tags": ["gift", "funny", "hobby", "friends", "weekend"],
        "style": "vintage",
        "motifs": ["lantern"],
        "mood": "warm",
    }
