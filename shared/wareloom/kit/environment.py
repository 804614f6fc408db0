"""How settings are written into a process's environment, and read back from it."""

import os
from collections.abc import Mapping
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError


class Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    prefix: ClassVar[str]

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Self:
        source = os.environ if environ is None else environ
        written = {name: source[key] for name in cls.model_fields if (key := cls.variable(name)) in source}
        try:
            return cls.model_validate(written, strict=False)
        except ValidationError as error:
            missing = ", ".join(cls.variable(str(fault["loc"][0])) for fault in error.errors())
            raise LookupError(f"settings missing or unreadable: {missing}") from error

    def to_env(self) -> dict[str, str]:
        return {
            self.variable(name): _written(value)
            for name in type(self).model_fields
            if (value := getattr(self, name)) is not None
        }

    @classmethod
    def variable(cls, field: str) -> str:
        return f"WARELOOM_{cls.prefix}_{field}".upper()


def _written(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
