"""Models behind the OpenAI API, or behind any server that speaks it.

Text goes through chat completions with a JSON schema, for that is what compatible servers know too. The library's own
retries are off: each is another paid call, and is for the caller to make who asks the purse first.
"""

import base64
import json
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from wareloom.kit import log
from wareloom.kit.ai import openai_server, png, schema, sizes
from wareloom.kit.ai.abilities import OF_ANY_IMAGE, OF_ANY_TEXT, ImageAbilities, Known, TextAbilities, successor
from wareloom.kit.ai.model import Drawn, Picture, Prompt, Shape, Usage, Written
from wareloom.kit.ai.openai_answers import Completion, Images, Spent, read
from wareloom.kit.ai.unusable import Unusable
from wareloom.kit.errors import Blocked, Rejected
from wareloom.kit.settings import AiSettings

_WRAPPING = 64
"""More tokens than stand around a prompt."""
_log = log.logger(__name__)

Abilities = TypeVar("Abilities", TextAbilities, ImageAbilities)


class OpenAiText:
    offline: ClassVar[bool] = False

    def __init__(self, settings: AiSettings) -> None:
        known = Known.with_configured(settings.models)
        self._settings = settings
        self._model, self._abilities = _resolved(
            settings.text_model, known.text_abilities, OF_ANY_TEXT if settings.base_url else None
        )

    @property
    def name(self) -> str:
        return f"openai:{self._model}"

    @property
    def abilities(self) -> TextAbilities:
        return self._abilities

    def most(self, prompt: Prompt[Shape]) -> Usage:
        """A token is at least a byte, so the bytes of a request are more than its tokens."""
        size = len(json.dumps(self._request(prompt), ensure_ascii=False).encode()) + _WRAPPING
        if size > self._abilities.longest:
            raise Rejected(f"The question to {self._model} is too long: {size} bytes of {self._abilities.longest}.")
        return self._abilities.most(size)

    def write(self, prompt: Prompt[Shape]) -> Written[Shape]:
        most, request = self.most(prompt), self._request(prompt)
        body = openai_server.call(
            self._settings, self._model, lambda client: client.chat.completions.with_raw_response.create, request
        )
        completion = read(Completion, body, self._model, most)
        usage = self._used(completion.usage) if completion.usage else most
        said = completion.said(self._model, usage)
        try:
            return Written(prompt.shape.model_validate_json(said), usage)
        except ValueError as error:
            raise Unusable(f"{self._model} answered in another shape than it was asked for.", usage) from error

    def _request(self, prompt: Prompt[Shape]) -> dict[str, Any]:
        asked: dict[str, Any] = {
            "model": self._model,
            "messages": [
                {"role": "system", "content": prompt.instructions},
                {"role": "user", "content": prompt.facts},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "answer", "schema": schema.strict(prompt.shape), "strict": True},
            },
            self._abilities.limit: self._abilities.most_out,
        }
        if self._abilities.effort:
            asked["reasoning_effort"] = self._abilities.effort
        return asked

    def _used(self, spent: Spent) -> Usage:
        tokens = {"tokens_in": spent.prompt_tokens, "tokens_out": spent.completion_tokens}
        cost = self._abilities.cost(**tokens, cached=spent.cached, remembered=spent.remembered)
        return Usage(**tokens, cost=cost)


class OpenAiImage:
    offline: ClassVar[bool] = False

    def __init__(self, settings: AiSettings) -> None:
        known = Known.with_configured(settings.models)
        self._settings = settings
        self._model, self._abilities = _resolved(
            settings.image_model, known.image_abilities, OF_ANY_IMAGE if settings.base_url else None
        )

    @property
    def name(self) -> str:
        return f"openai:{self._model}"

    @property
    def abilities(self) -> ImageAbilities:
        return self._abilities

    def most(self, picture: Picture) -> Usage:
        """Refuses what the model cannot do, before anybody is asked or paid."""
        able = self._abilities
        if picture.transparent and not able.transparency:
            raise Rejected(f"{self._model} cannot draw on a transparent background. Choose another image model.")
        if len(picture.prompt) > able.longest:
            raise Rejected(f"{self._model} reads at most {able.longest} characters: this is {len(picture.prompt)}.")
        width, height = sizes.nearest(able, picture.width, picture.height)
        return able.most(len(picture.prompt.encode()) + _WRAPPING, width, height)

    def draw(self, picture: Picture) -> Drawn:
        most, request = self.most(picture), self._request(picture)
        body = openai_server.call(
            self._settings, self._model, lambda client: client.images.with_raw_response.generate, request
        )
        images = read(Images, body, self._model, most)
        usage = self._used(images) or most
        try:
            drawn = base64.b64decode(images.data[0].b64_json, validate=True)
            width, height = png.size(drawn)
        except ValueError as error:
            raise Unusable(f"{self._model} sent a picture that cannot be read: {error}.", usage) from error
        return Drawn(drawn, width, height, usage)

    def _request(self, picture: Picture) -> dict[str, Any]:
        able = self._abilities
        width, height = sizes.nearest(able, picture.width, picture.height)
        asked: dict[str, Any] = {"model": self._model, "prompt": picture.prompt, "n": 1, "size": f"{width}x{height}"}
        if able.plain:
            return {**asked, "response_format": "b64_json"}
        asked["output_format"] = "png"
        if able.transparency:
            asked["background"] = "transparent" if picture.transparent else "opaque"
        if able.quality:
            asked["quality"] = able.quality
        return asked

    def _used(self, images: Images) -> Usage | None:
        if images.usage is None:
            return None
        tokens = {"tokens_in": images.usage.input_tokens, "tokens_out": images.usage.output_tokens}
        return Usage(**tokens, images=1, cost=self._abilities.cost(**tokens))


def _resolved(wanted: str, find: Callable[[str], Abilities | None], of_any: Abilities | None) -> tuple[str, Abilities]:
    """The model that will answer. One that we know nothing of is for a server of one's own, which may have it."""
    if found := find(wanted):
        return wanted, found
    if (heir := successor(wanted)) and (found := find(heir)):
        _log.warning("the model %s was shut down: %s answers in its place", wanted, heir)
        return heir, found
    if of_any is None:
        raise Blocked(f"There is no model {wanted} that we know of. Name another, or say in the settings what it can.")
    return wanted, of_any
