"""What is asked once is kept; what is paid is noted; what is too dear is not asked."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.support.cloud import BUCKET, Emulator
from tests.support.openai_server import OpenAiServer, Reply, declines, picture, png, says, sends
from tests.support.questions import Ideas, question, wanted
from tests.support.wallet import Wallet
from wareloom.kit import objects
from wareloom.kit.ai import ask
from wareloom.kit.ai.model import Prompt, Usage
from wareloom.kit.ai.openai import OpenAiImage, OpenAiText
from wareloom.kit.errors import Overused, Rejected, Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.settings import AiSettings


@pytest.fixture
def shelf(cloud: Emulator) -> str:
    assert cloud
    return str(new_id())


Write = Callable[[Prompt[Ideas]], Ideas]


@pytest.fixture
def write(text: OpenAiText, wallet: Wallet, shelf: str) -> Write:
    return lambda prompt: ask.write(prompt, purse=wallet, shelf=shelf, model=text)


def kept_key(wallet: Wallet) -> str:
    (key,) = [key for key in wallet.spent if "#" not in key]
    return key


def test_the_second_ask_makes_no_request(provider: OpenAiServer, wallet: Wallet, write: Write) -> None:
    assert write(question()) == write(question())
    assert len(provider.calls) == len(wallet.spent) == len(wallet.allowed) == 1


def test_a_picture_is_drawn_once(provider: OpenAiServer, image: OpenAiImage, wallet: Wallet, shelf: str) -> None:
    first, second = (ask.draw(wanted(), purse=wallet, shelf=shelf, model=image) for _ in range(2))
    assert first == second
    assert first.png.startswith(b"\x89PNG")
    assert (first.usage.images, len(provider.calls), len(wallet.spent)) == (1, 1, 1)


def test_what_is_kept_is_noted_again_under_the_same_key(text: OpenAiText, wallet: Wallet, shelf: str) -> None:
    """The first note was lost with its transaction."""
    ask.write(question(), purse=wallet, shelf=shelf, model=text)
    later = Wallet()
    ask.write(question(), purse=later, shelf=shelf, model=text)
    assert later.spent == wallet.spent
    assert not later.allowed
    ((model, usage),) = later.spent.values()
    assert (model, usage.tokens_in, usage.tokens_out) == ("openai:gpt-6-luna", 1000, 500)
    assert usage.cost == Decimal("0.00035")


class Torn(Wallet):
    def spend(self, key: str, model: str, usage: Usage) -> None:
        raise ConnectionError(f"{key} of {model} is not noted: {usage}")


def test_an_answer_is_kept_before_it_is_noted(
    provider: OpenAiServer, text: OpenAiText, wallet: Wallet, shelf: str
) -> None:
    with pytest.raises(ConnectionError):
        ask.write(question(), purse=Torn(), shelf=shelf, model=text)
    ask.write(question(), purse=wallet, shelf=shelf, model=text)
    assert len(provider.calls) == len(wallet.spent) == 1


MOVED = replace(question(), instructions=question().instructions + "c", facts=question().facts[1:])


@pytest.mark.parametrize(
    "other", [question("dogs that garden"), question(seed=1), MOVED], ids=["facts", "seed", "the same letters"]
)
def test_another_question_is_another_call(provider: OpenAiServer, write: Write, other: Prompt[Ideas]) -> None:
    write(question())
    write(other)
    assert len(provider.calls) == 2


def test_another_background_is_another_picture(
    provider: OpenAiServer, image: OpenAiImage, wallet: Wallet, shelf: str
) -> None:
    for transparent in (True, False):
        ask.draw(wanted(transparent=transparent), purse=wallet, shelf=shelf, model=image)
    assert [call.body["background"] for call in provider.calls] == ["transparent", "opaque"]


def test_shelves_share_nothing(provider: OpenAiServer, text: OpenAiText, wallet: Wallet, shelf: str) -> None:
    for whose in (shelf, str(new_id())):
        ask.write(question(), purse=wallet, shelf=whose, model=text)
    assert len(provider.calls) == len(wallet.spent) == 2


def test_another_model_is_asked_for_itself(
    provider: OpenAiServer, settings: AiSettings, wallet: Wallet, shelf: str
) -> None:
    for model in ("gpt-6-luna", "gpt-6-sol"):
        asked = OpenAiText(settings.model_copy(update={"text_model": model}))
        ask.write(question(), purse=wallet, shelf=shelf, model=asked)
    assert [call.body["model"] for call in provider.calls] == ["gpt-6-luna", "gpt-6-sol"]


FRESH = """
import sys
from tests.support.questions import question
from tests.support.wallet import Wallet
from wareloom.kit.ai import ask
print(ask.write(question(), purse=Wallet(), shelf=sys.argv[1]).model_dump_json())
"""


def test_a_fresh_process_finds_what_was_kept(
    provider: OpenAiServer, settings: AiSettings, write: Write, shelf: str
) -> None:
    answer = write(question())
    environment = {**os.environ, **settings.to_env(), "PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "17"}
    done = subprocess.run(
        [sys.executable, "-c", FRESH, shelf], env=environment, check=True, capture_output=True, text=True
    )
    assert Ideas.model_validate_json(done.stdout) == answer
    assert len(provider.calls) == 1


def test_a_purse_that_refuses_means_no_request(
    provider: OpenAiServer, text: OpenAiText, image: OpenAiImage, shelf: str
) -> None:
    poor = Wallet(dollars=Decimal("0.0001"))
    with pytest.raises(Overused):
        ask.write(question(), purse=poor, shelf=shelf, model=text)
    with pytest.raises(Overused):
        ask.draw(wanted(), purse=poor, shelf=shelf, model=image)
    assert not provider.calls
    assert not poor.spent


def test_the_purse_was_asked_for_more_than_was_used(
    text: OpenAiText, image: OpenAiImage, wallet: Wallet, shelf: str
) -> None:
    ask.write(question(), purse=wallet, shelf=shelf, model=text)
    ask.draw(wanted(), purse=wallet, shelf=shelf, model=image)
    for most, (_model, used) in zip(wallet.allowed, wallet.spent.values(), strict=True):
        assert most.cost >= used.cost > 0
        assert most.tokens_out >= used.tokens_out


CORRUPT = [
    b"",
    b"\xff\xfe",
    b'{"model": "openai:gpt-6-luna", "pai',
    b'"text"',
    b'{"model": "m", "paid": [], "answer": "{}"}',
]


@pytest.mark.parametrize("content", CORRUPT, ids=["empty", "bytes", "cut", "text", "shapeless"])
def test_a_corrupt_answer_is_asked_for_again(
    provider: OpenAiServer, wallet: Wallet, write: Write, content: bytes
) -> None:
    answer = write(question())
    objects.put(BUCKET, kept_key(wallet), content, content_type="application/json")
    assert write(question()) == write(question()) == answer
    assert len(provider.calls) == 2


def test_a_corrupt_picture_is_drawn_again(
    provider: OpenAiServer, image: OpenAiImage, wallet: Wallet, shelf: str
) -> None:
    ask.draw(wanted(), purse=wallet, shelf=shelf, model=image)
    kept = json.loads(objects.get(BUCKET, kept_key(wallet)))
    objects.put(BUCKET, kept_key(wallet), json.dumps({**kept, "answer": "R0lG"}).encode(), content_type="x/y")
    assert ask.draw(wanted(), purse=wallet, shelf=shelf, model=image).width
    assert len(provider.calls) == len(wallet.spent) == 2


def test_tries_that_gave_nothing_are_paid_for_and_come_to_an_end(
    provider: OpenAiServer, wallet: Wallet, write: Write
) -> None:
    provider.will(*[says("{")] * ask.TRIES)
    for _ in range(ask.TRIES):
        with pytest.raises(Unavailable):
            write(question())
    with pytest.raises(Rejected, match="3 times"):
        write(question())
    assert len(provider.calls) == len(wallet.spent) == ask.TRIES


def test_an_answer_after_a_try_that_gave_none_costs_both(provider: OpenAiServer, wallet: Wallet, write: Write) -> None:
    provider.will(sends(b"{"))
    with pytest.raises(Unavailable):
        write(question())
    assert write(question()) == write(question())
    assert len(provider.calls) == len(wallet.spent) == 2


@pytest.mark.parametrize("reply", [declines("No."), says(None, finish="content_filter")], ids=["declined", "filtered"])
def test_a_refusal_is_kept_like_an_answer(provider: OpenAiServer, wallet: Wallet, write: Write, reply: Reply) -> None:
    provider.will(reply)
    for _ in range(2):
        with pytest.raises(Rejected, match="will not do this"):
            write(question())
    assert len(provider.calls) == len(wallet.spent) == 1


def test_what_can_never_work_is_refused_before_the_purse_is_asked(
    provider: OpenAiServer, settings: AiSettings, wallet: Wallet, shelf: str
) -> None:
    opaque = OpenAiImage(settings.model_copy(update={"image_model": "gpt-image-2"}))
    with pytest.raises(Rejected, match="transparent"):
        ask.draw(wanted(), purse=wallet, shelf=shelf, model=opaque)
    assert not provider.calls
    assert not wallet.allowed


def test_the_size_is_the_one_that_was_really_drawn(
    provider: OpenAiServer, image: OpenAiImage, wallet: Wallet, shelf: str
) -> None:
    provider.will(picture(png(48, 32)))
    drawn = ask.draw(wanted(), purse=wallet, shelf=shelf, model=image)
    assert (drawn.width, drawn.height) == (48, 32)


def test_offline_nothing_is_kept_or_paid(cloud: Emulator, wallet: Wallet, shelf: str) -> None:
    answers = [ask.write(question(), purse=wallet, shelf=shelf) for _ in range(2)]
    assert answers[0] == answers[1]
    assert ask.draw(wanted(), purse=wallet, shelf=shelf).png
    assert not wallet.spent
    assert not wallet.allowed
    assert "Contents" not in cloud.client("s3").list_objects_v2(Bucket=BUCKET, Prefix=f"ai/{shelf}/")
