"""Answers kept in S3, with what they cost: the paid tries that gave none, too."""

import hashlib
from typing import Self

from pydantic import BaseModel, ValidationError

from wareloom.kit import log, objects
from wareloom.kit.ai.model import Purse, Usage
from wareloom.kit.errors import NotFound
from wareloom.kit.settings import StorageSettings

_log = log.logger(__name__)


class Kept(BaseModel):
    """One object under one key, so that an answer is never there without its cost."""

    model: str
    paid: list[Usage] = []
    answer: str | None = None
    refused: str | None = None

    @classmethod
    def found(cls, key: str, model: str) -> Self:
        """A new one where nothing is kept, or nothing that can be read."""
        try:
            return cls.model_validate_json(objects.get(_bucket(), key))
        except NotFound:
            return cls(model=model)
        except ValidationError:
            _log.warning("what is kept under %s cannot be read: the model is asked again", key)
            return cls(model=model)

    def keep(self, key: str) -> None:
        objects.put(_bucket(), key, self.model_dump_json().encode(), content_type="application/json")

    def note(self, key: str, purse: Purse) -> None:
        """All that was paid, each try an expense of its own. Noting twice is noting once."""
        for number, usage in enumerate(self.paid):
            if usage != Usage():
                purse.spend(f"{key}#{number}" if number else key, self.model, usage)


def key(shelf: str, *said: str) -> str:
    """The same in every process for the same words, and for no others."""
    digest = hashlib.sha256()
    for part in said:
        content = part.encode()
        digest.update(len(content).to_bytes(8) + content)
    return f"ai/{shelf}/{digest.hexdigest()}"


def _bucket() -> str:
    return StorageSettings.from_env().raw_bucket
