"""What every way of not answering means."""

import json
from datetime import timedelta

import pytest

from tests.support.cloud import Emulator
from tests.support.openai_server import (
    OpenAiServer,
    Reply,
    cuts_short,
    declines,
    hangs_up,
    moderates,
    picture,
    png,
    refuses,
    says,
    says_nothing,
    sends,
)
from tests.support.questions import question, wanted
from wareloom.kit.ai.model import Usage
from wareloom.kit.ai.openai import OpenAiImage, OpenAiText
from wareloom.kit.ai.unusable import Refused, Unusable
from wareloom.kit.errors import Blocked, Failure, Rejected, Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.settings import AiSettings

NO_CREDIT = refuses(429, "insufficient_quota", "You exceeded your current quota.", kind="insufficient_quota")
WRONG_KEY = refuses(401, "invalid_api_key", "Incorrect API key provided: sk-loose-lips.")
OF_ANY_CALL: list[tuple[str, Reply, type[Failure], str]] = [
    ("wrong key", WRONG_KEY, Blocked, "refuses our key"),
    ("forbidden", refuses(403, None, "sk-loose-lips may not."), Blocked, "refuses our key"),
    ("no such model", refuses(404, "model_not_found"), Blocked, "knows no model"),
    ("no credit", NO_CREDIT, Blocked, "no credit"),
    ("hard limit", refuses(400, "billing_hard_limit_reached"), Blocked, "no credit"),
    ("too often", refuses(429, "rate_limit_exceeded"), Unavailable, "cannot answer now"),
    ("broken", refuses(500, None, kind="server_error"), Unavailable, "500"),
    ("overloaded", refuses(503, "overloaded"), Unavailable, "503"),
    ("a page in front", sends(b"<html>bad gateway</html>", status=502), Unavailable, "502"),
    ("hangs up", hangs_up(), Unavailable, "connection"),
    ("ends in the middle", cuts_short(b'{"choices": ['), Unavailable, "connection"),
    ("truncated JSON", sends(b'{"choices": [{"mess'), Unusable, "cannot be read"),
    ("nothing", sends(b""), Unusable, "cannot be read"),
    ("a list", sends(b"[]"), Unusable, "cannot be read"),
    ("against the rules", moderates(), Refused, "rules of content"),
    ("policy", refuses(400, "content_policy_violation"), Refused, "rules of content"),
    ("a bad request", refuses(400, "invalid_value", "Size is odd."), Rejected, "Size is odd.$"),
    ("too large", sends(b"too large", status=413), Rejected, "413.*did not say why"),
]
EVERY = pytest.mark.parametrize(
    ("reply", "kind", "said"), [row[1:] for row in OF_ANY_CALL], ids=[row[0] for row in OF_ANY_CALL]
)


@EVERY
def test_a_question_that_fails_says_what_to_do_next(
    provider: OpenAiServer, text: OpenAiText, reply: Reply, kind: type[Failure], said: str
) -> None:
    provider.will(reply)
    with pytest.raises(kind, match=said) as told:
        text.write(question())
    assert type(told.value) is kind
    assert len(provider.calls) == 1


@EVERY
def test_a_picture_that_fails_says_what_to_do_next(
    provider: OpenAiServer, image: OpenAiImage, reply: Reply, kind: type[Failure], said: str
) -> None:
    provider.will(reply)
    with pytest.raises(kind, match=said) as told:
        image.draw(wanted())
    assert type(told.value) is kind
    assert len(provider.calls) == 1


@pytest.mark.parametrize(
    ("reply", "kind", "said"),
    [
        (declines("I cannot help with slogans of hate."), Refused, "slogans of hate"),
        (says("", finish="content_filter"), Refused, "rules of content"),
        (says('{"ideas": [{"slo', finish="length"), Unusable, "limit of its answer"),
        (says('{"ideas": [{"slo'), Unusable, "another shape"),
        (says({"ideas": []}), Unusable, "another shape"),
        (says(""), Unusable, "answered nothing"),
    ],
    ids=["declined", "filtered", "too long", "cut", "wrong shape", "empty"],
)
def test_an_answer_that_is_none_was_paid_for(
    provider: OpenAiServer, text: OpenAiText, reply: Reply, kind: type[Refused | Unusable], said: str
) -> None:
    provider.will(reply)
    with pytest.raises(kind, match=said) as told:
        text.write(question())
    assert (told.value.usage.tokens_in, told.value.usage.tokens_out) == (1000, 500)
    assert told.value.usage.cost > 0


def test_an_answer_that_cannot_be_read_counts_as_the_most_it_may_have_cost(
    provider: OpenAiServer, text: OpenAiText
) -> None:
    provider.will(sends(b'{"choices": [{"mess'))
    with pytest.raises(Unusable) as told:
        text.write(question())
    assert told.value.usage == text.most(question())


def test_a_refusal_before_any_work_costs_nothing(provider: OpenAiServer, image: OpenAiImage) -> None:
    provider.will(moderates())
    with pytest.raises(Refused) as told:
        image.draw(wanted())
    assert told.value.usage == Usage()


@pytest.mark.parametrize(
    "content",
    [png(16, 16)[:-10], b"GIF89a", b"", json.dumps({"not": "a picture"}).encode()],
    ids=["cut", "a GIF", "empty", "JSON"],
)
def test_a_picture_that_cannot_be_read_was_paid_for(provider: OpenAiServer, image: OpenAiImage, content: bytes) -> None:
    provider.will(picture(content, tokens=1756))
    with pytest.raises(Unusable, match="cannot be read") as told:
        image.draw(wanted())
    assert told.value.usage.tokens_out == 1756


@pytest.mark.parametrize(("status", "code"), [(429, "rate_limit_exceeded"), (503, "overloaded")])
@pytest.mark.parametrize(("written", "wait"), [("17", timedelta(seconds=17)), ("soon", None)])
def test_the_server_says_how_long_to_wait(
    provider: OpenAiServer, text: OpenAiText, status: int, code: str, written: str, wait: timedelta | None
) -> None:
    provider.will(refuses(status, code, headers={"Retry-After": written}))
    with pytest.raises(Unavailable) as told:
        text.write(question())
    assert told.value.retry_after == wait


def test_a_server_that_says_nothing_is_left(provider: OpenAiServer, settings: AiSettings) -> None:
    provider.will(says_nothing())
    with pytest.raises(Unavailable, match="in time"):
        OpenAiText(settings.model_copy(update={"timeout": 0.2})).write(question())


def test_nobody_at_home_is_a_broken_connection(settings: AiSettings) -> None:
    gone = settings.model_copy(update={"base_url": "http://127.0.0.1:1/v1"})
    with pytest.raises(Unavailable, match="connection"):
        OpenAiText(gone).write(question())


def test_what_is_said_of_a_key_is_not_passed_on(provider: OpenAiServer, text: OpenAiText) -> None:
    provider.will(WRONG_KEY)
    with pytest.raises(Blocked) as told:
        text.write(question())
    assert told.value.__suppress_context__
    assert "loose-lips" not in f"{told.value} {told.value.__cause__}"


def test_a_key_that_was_replaced_is_read_again(cloud: Emulator, provider: OpenAiServer, settings: AiSettings) -> None:
    secret = f"wareloom/test/{new_id()}"
    vault = cloud.client("secretsmanager")
    vault.create_secret(Name=secret, SecretString=json.dumps({"api_key": "old"}))
    keyed = OpenAiText(settings.model_copy(update={"secret_id": secret}))
    keyed.write(question())
    vault.put_secret_value(SecretId=secret, SecretString=json.dumps({"api_key": "new"}))
    provider.will(WRONG_KEY)
    keyed.write(question())
    assert [call.key for call in provider.calls] == ["old", "old", "new"]


@pytest.mark.parametrize("held", [{}, {"api_key": ""}, {"api_key": 7}])
def test_a_secret_without_a_key_blocks(
    cloud: Emulator, provider: OpenAiServer, settings: AiSettings, held: dict[str, object]
) -> None:
    secret = f"wareloom/test/{new_id()}"
    cloud.client("secretsmanager").create_secret(Name=secret, SecretString=json.dumps(held))
    with pytest.raises(Blocked, match="holds no api_key"):
        OpenAiText(settings.model_copy(update={"secret_id": secret})).write(question())
    assert not provider.calls


def test_openai_itself_is_not_asked_without_a_key() -> None:
    with pytest.raises(Blocked, match="No key"):
        OpenAiText(AiSettings(provider="openai")).write(question())
