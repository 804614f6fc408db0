"""Whole numbers in a body, as JSON knows them: 5 and 5.0 are one, true and "5" are none."""

from pydantic import BeforeValidator


def _a_number(value: object) -> object:
    if isinstance(value, bool | str):
        raise ValueError("this is no whole number")  # noqa: TRY004 - pydantic listens for this one
    return value


WHOLE = BeforeValidator(_a_number)
