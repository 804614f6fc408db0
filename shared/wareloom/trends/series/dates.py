"""Dates as people's files write them, and dates of ours written the same way."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

import numpy as np

_YEAR, _MONTH = re.compile(r"\d{4}"), re.compile(r"\d{4}-\d{2}")
_DAY_LENGTH = len("2026-03-01")


class Told(NamedTuple):
    moment: datetime
    """In UTC, without saying so."""
    form: str
    """How it was written, for strftime."""


def told(text: str) -> Told | None:
    """None is no date: 2026, 2026-03, 2026-03-01 and 2026-03-01 14:00 are, with a zone or without."""
    if _YEAR.fullmatch(text):
        return _read(f"{text}-01-01", "%Y")
    if _MONTH.fullmatch(text):
        return _read(f"{text}-01", "%Y-%m")
    if len(text) <= _DAY_LENGTH:
        return _read(text, "%Y-%m-%d")
    return _read(text, "%Y-%m-%dT%H:%M:%S" if "T" in text else "%Y-%m-%d %H:%M:%S")


def _read(text: str, form: str) -> Told | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return Told(moment, form)
    return Told(moment.astimezone(UTC).replace(tzinfo=None), f"{form}Z")


def written(moment: np.datetime64, form: str) -> str:
    return moment.astype("datetime64[s]").item().strftime(form)
