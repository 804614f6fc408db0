"""Numbers that name one product all over the world: worth something only where their check digit agrees."""

import re
from collections.abc import Mapping
from typing import Any

CARRIED = ("gtin", "gtin13", "gtin12", "gtin14", "gtin8", "ean", "upc", "isbn", "isbn13", "isbn10", "mpn", "asin")
"""Where an offer's details may carry one."""
_NOT_A_DIGIT = re.compile(r"[\s-]+")
_GTIN = re.compile(r"[0-9]{8}|[0-9]{12,14}")
_OLD_ISBN = re.compile(r"[0-9]{9}[0-9X]")
_PART_NUMBER = re.compile(r"(?=.*[0-9])[A-Z0-9]{4,40}")
_ASIN = re.compile(r"B[0-9A-Z]{9}")


def identifiers(
    details: Mapping[str, Any], marketplace: str, external_id: str, brand: str | None
) -> frozenset[tuple[str, str]]:
    """Each with its kind. A maker's part number is only a number beside its maker's name."""
    told = [(name, str(details[name])) for name in CARRIED if isinstance(details.get(name), str | int)]
    if marketplace == "amazon":
        told.append(("asin", external_id))
    return frozenset(found for name, written in told if (found := _read(name, _NOT_A_DIGIT.sub("", written), brand)))


def _read(name: str, written: str, brand: str | None) -> tuple[str, str] | None:
    written = written.upper()
    if _OLD_ISBN.fullmatch(written) and name in {"asin", "isbn", "isbn10"}:
        return ("gtin", _renewed(written)) if _isbn_agrees(written) else None
    if name == "asin":
        return ("asin", written) if _ASIN.fullmatch(written) else None
    if name == "mpn":
        return ("mpn", f"{brand} {written}") if brand and _PART_NUMBER.fullmatch(written) else None
    number = written.zfill(14)
    return ("gtin", number) if _GTIN.fullmatch(written) and int(written) and _gtin_agrees(number) else None


def _gtin_agrees(number: str) -> bool:
    return sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(number)) % 10 == 0


def _isbn_agrees(written: str) -> bool:
    digits = [10 if digit == "X" else int(digit) for digit in written]
    return sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11 == 0


def _renewed(isbn: str) -> str:
    """An old ISBN as the number that it has since 2007."""
    body = f"0978{isbn[:9]}"
    check = -sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(body)) % 10
    return f"{body}{check}"
