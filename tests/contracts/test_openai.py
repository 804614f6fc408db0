"""What we send to OpenAI, and what its stand-in answers, against OpenAI's own description of its API."""

import gzip
import json
from collections.abc import Generator
from typing import Any, cast

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.support.openai_server import OpenAiServer, declines, fitting, moderates, playing_openai, refuses
from tests.support.questions import question, wanted
from tests.support.real_data import DATA
from tests.support.web import Answer
from wareloom.kit.ai.abilities import IMAGE, TEXT
from wareloom.kit.ai.model import Picture
from wareloom.kit.ai.openai import OpenAiImage, OpenAiText
from wareloom.kit.settings import AiSettings

HERE = "/components/schemas/"
CONTRACT = "contracts/openai_openapi.yaml.gz"
pytestmark = pytest.mark.real_data(CONTRACT)

TEXT_MODELS = [*TEXT, "one-of-our-own"]
IMAGE_MODELS = [*IMAGE, "one-of-our-own"]
SIZES = [(4500, 5400), (2475, 1155), (300, 300), (3000, 1000)]


class Contract:
    def __init__(self) -> None:
        # By its fast reader: the plain one takes half a minute for this file.
        document = yaml.load(gzip.decompress((DATA / CONTRACT).read_bytes()), Loader=yaml.CSafeLoader)
        self._schemas: dict[str, Any] = _nulls(document["components"]["schemas"])

    def faults(self, schema: str, value: Any) -> list[str]:
        validator: Any = Draft202012Validator({"$ref": f"#{HERE}{schema}", "components": {"schemas": self._schemas}})
        return [f"{fault.json_path}: {fault.message[:200]}" for fault in validator.iter_errors(value)]

    def names(self, schema: str) -> set[str]:
        """What a request may hold: the contract allows any other name, and we do not."""
        return self._names({"$ref": f"#{HERE}{schema}"})

    def _names(self, schema: dict[str, Any]) -> set[str]:
        if "$ref" in schema:
            return self._names(self._schemas[schema["$ref"].rpartition("/")[2]])
        return set(schema.get("properties", {})).union(*(self._names(part) for part in schema.get("allOf", [])))


def _nulls(node: Any) -> Any:
    """`nullable` is what the older description language said for a type that may be null."""
    if isinstance(node, list):
        return [_nulls(item) for item in cast("list[Any]", node)]
    if not isinstance(node, dict):
        return node
    done = {name: _nulls(value) for name, value in cast("dict[str, Any]", node).items()}
    return {"anyOf": [done, {"type": "null"}]} if done.pop("nullable", False) is True else done


@pytest.fixture(scope="module")
def contract() -> Contract:
    return Contract()


@pytest.fixture
def provider() -> Generator[OpenAiServer]:
    with playing_openai() as server:
        yield server


def settings(provider: OpenAiServer, model: str) -> AiSettings:
    own: dict[str, Any] = {"dollars_in": "0", "dollars_out": "0", "tokens": {}, "transparency": True, "plain": True}
    return AiSettings(
        provider="openai",
        base_url=provider.address,
        text_model=model,
        image_model=model,
        models=json.dumps({"image": {"one-of-our-own": own}}),
    )


@pytest.mark.parametrize("model", TEXT_MODELS)
def test_a_question_is_one_that_the_contract_knows(contract: Contract, provider: OpenAiServer, model: str) -> None:
    OpenAiText(settings(provider, model)).write(question("cats that garden ☃"))
    (call,) = provider.calls
    assert call.path == "/v1/chat/completions"
    assert contract.faults("CreateChatCompletionRequest", call.body) == []
    assert call.body.keys() <= contract.names("CreateChatCompletionRequest")
    assert call.body["response_format"]["json_schema"]["strict"] is True


@pytest.mark.parametrize("model", IMAGE_MODELS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_a_picture_is_asked_for_as_the_contract_knows(
    contract: Contract, provider: OpenAiServer, model: str, size: tuple[int, int]
) -> None:
    asked = OpenAiImage(settings(provider, model))
    drawn = asked.draw(Picture("a cat", *size, transparent=asked.abilities.transparency))
    (call,) = provider.calls
    assert call.path == "/v1/images/generations"
    assert contract.faults("CreateImageRequest", call.body) == []
    assert call.body.keys() <= contract.names("CreateImageRequest")
    assert call.body["size"] == f"{drawn.width}x{drawn.height}"


@pytest.mark.parametrize(
    ("broken", "fault"),
    [({"messages": []}, "messages"), ({"model": 7}, "model"), ({"reasoning_effort": "lots"}, "reasoning_effort")],
)
def test_the_contract_sees_what_is_wrong(
    contract: Contract, provider: OpenAiServer, broken: dict[str, object], fault: str
) -> None:
    OpenAiText(settings(provider, "gpt-6-luna")).write(question())
    faults = contract.faults("CreateChatCompletionRequest", {**provider.calls[0].body, **broken})
    assert any(fault in found for found in faults)


def test_the_stand_in_answers_as_the_contract_says(contract: Contract, provider: OpenAiServer) -> None:
    text, image = OpenAiText(settings(provider, "gpt-6-luna")), OpenAiImage(settings(provider, "gpt-image-2.5-flare"))
    text.write(question())
    image.draw(wanted())
    of_text, of_image = provider.calls
    assert contract.faults("CreateChatCompletionResponse", _body(fitting(of_text, provider))) == []
    assert contract.faults("CreateChatCompletionResponse", _body(declines("No.")(of_text, provider))) == []
    answer = _body(fitting(of_image, provider))
    # The description knows only three sizes, though the same description says that any may be asked for.
    assert contract.faults("ImagesResponse", answer) == []
    for error in (moderates(), refuses(429, "insufficient_quota"), refuses(500, None)):
        assert contract.faults("ErrorResponse", _body(error(of_text, provider))) == []


class _Line:
    """A connection's other end, as far as an answer uses it."""

    def __init__(self) -> None:
        self.sent = b""

    def sendall(self, content: bytes) -> None:
        self.sent += content


def _body(answer: Answer) -> Any:
    line = _Line()
    answer(line)  # pyright: ignore[reportArgumentType] - all that an answer does with a socket
    return json.loads(line.sent.partition(b"\r\n\r\n")[2])
