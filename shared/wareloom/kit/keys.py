"""Keys to other people's APIs, as a deployment's secret tells them: part by part, and quoted by nobody."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, SecretStr, TypeAdapter, ValidationError

from wareloom.kit.log import logger

_log = logger(__name__)
Read = TypeVar("Read")


def _one_line(written: object) -> object:
    """Pasted, a key may end in a new line, which no header may carry; the library that says so would quote it."""
    tidy = written.strip() if isinstance(written, str) else written
    if not (isinstance(tidy, str) and tidy and all("!" <= character <= "~" for character in tidy)):
        raise ValueError("a key is one word of plain characters")
    return tidy


Hidden = Annotated[SecretStr, BeforeValidator(_one_line)]
Word = Annotated[str, BeforeValidator(_one_line)]


class Key(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


def part(written: dict[str, Any], name: str, shape: TypeAdapter[Read]) -> Read | None:
    """Each may be missing. One that cannot be read counts as missing, and the log says so without quoting it."""
    if not written.get(name):
        return None
    try:
        return shape.validate_python(written[name])
    except ValidationError as error:
        faults = ", ".join(sorted({str(fault["type"]) for fault in error.errors(include_input=False)})[:3])
        _log.warning("the key for %s cannot be read (%s): it counts as missing", name, faults)
        return None
