"""Ask a model: the kept answer if there is one, else the purse, the call, and the answer kept before anything else.

Answers are kept in S3, outside the transaction: a worker that dies after a paid call finds its answer on the next try.
Offline models cost nothing and answer the same again, so nothing of theirs is kept and no purse is asked.
"""

import base64
from collections.abc import Callable
from typing import TypeVar

from wareloom.kit import log
from wareloom.kit.ai import kept, png, registry, schema
from wareloom.kit.ai.kept import Kept
from wareloom.kit.ai.model import Drawn, ImageModel, Picture, Prompt, Purse, Shape, TextModel, Usage
from wareloom.kit.ai.unusable import Refused, Unusable
from wareloom.kit.errors import Rejected
from wareloom.kit.settings import AiSettings

TRIES = 3
"""How often one question is paid for without an answer that can be used."""
_log = log.logger(__name__)

Answer = TypeVar("Answer")


def write(prompt: Prompt[Shape], *, purse: Purse, shelf: str, model: TextModel | None = None) -> Shape:
    """`shelf` is whose answers are shared, a tenant's id: nothing crosses from one workspace to another."""
    asked = model or registry.text_model(AiSettings.from_env())
    if asked.offline:
        return asked.write(prompt).answer

    def call() -> tuple[str, Usage]:
        written = asked.write(prompt)
        return written.answer.model_dump_json(by_alias=True), written.usage

    key = kept.key(
        shelf, asked.name, prompt.instructions, prompt.facts, str(prompt.seed), schema.fingerprint(prompt.shape)
    )
    answer, _usage = _answered(
        key, asked.name, lambda: asked.most(prompt), call, prompt.shape.model_validate_json, purse
    )
    return answer


def draw(picture: Picture, *, purse: Purse, shelf: str, model: ImageModel | None = None) -> Drawn:
    asked = model or registry.image_model(AiSettings.from_env())
    if asked.offline:
        return asked.draw(picture)

    def call() -> tuple[str, Usage]:
        drawn = asked.draw(picture)
        return base64.b64encode(drawn.png).decode(), drawn.usage

    wanted = (f"{picture.width}x{picture.height}", "transparent" if picture.transparent else "opaque")
    key = kept.key(shelf, asked.name, picture.prompt, *wanted, str(picture.seed))
    drawn, usage = _answered(key, asked.name, lambda: asked.most(picture), call, _decoded, purse)
    return Drawn(drawn, *png.size(drawn), usage)


def _answered(
    key: str,
    model: str,
    most: Callable[[], Usage],
    call: Callable[[], tuple[str, Usage]],
    read: Callable[[str], Answer],
    purse: Purse,
) -> tuple[Answer, Usage]:
    found = Kept.found(key, model)
    found.note(key, purse)
    if found.refused is not None:
        raise Rejected(found.refused)
    if found.answer is not None:
        try:
            return read(found.answer), found.paid[-1]
        except (ValueError, IndexError):
            _log.warning("the answer under %s cannot be read: the model is asked again", key)
    elif len(found.paid) >= TRIES:
        raise Rejected(f"{model} gave no answer that can be used, {TRIES} times. Change the question.")
    purse.allow(most())
    answered = _called(found, key, call, purse)
    return read(answered), found.paid[-1]


def _called(found: Kept, key: str, call: Callable[[], tuple[str, Usage]], purse: Purse) -> str:
    """Whatever comes of it, what was paid is kept first and noted then."""
    found.answer = None
    try:
        answer, usage = call()
    except (Refused, Unusable) as failure:
        found.refused = failure.reason if isinstance(failure, Refused) else None
        _paid(found, key, failure.usage, purse)
        raise
    found.answer = answer
    _paid(found, key, usage, purse)
    return answer


def _paid(found: Kept, key: str, usage: Usage, purse: Purse) -> None:
    found.paid.append(usage)
    found.keep(key)
    found.note(key, purse)


def _decoded(text: str) -> bytes:
    decoded = base64.b64decode(text, validate=True)
    png.size(decoded)
    return decoded
