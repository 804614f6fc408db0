"""Marketplaces’ own APIs answer with objects, and where their keys are no good, pages are left."""

from pydantic import TypeAdapter, ValidationError

from wareloom.kit.http import asking
from wareloom.kit.http.conduct import Conduct
from wareloom.market.official import WayClosed
from wareloom.market.reading.text import Object

Line = asking.Line[Object]
_OBJECT = TypeAdapter(Object)


def the_line(conduct: Conduct, *, seconds: float = asking.SECONDS) -> Line:
    return Line(conduct, _OBJECT.validate_json, closed=WayClosed, seconds=seconds)


def read_object(body: bytes) -> Object | None:
    try:
        return _OBJECT.validate_json(body)
    except ValidationError:
        return None
