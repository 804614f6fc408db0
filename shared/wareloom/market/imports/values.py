"""Cells read as what they mean, whatever a person or a program writes there. BadValue says what is wrong with one."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, cast

from wareloom.kit import clock
from wareloom.market.currencies import code
from wareloom.market.imports.layout import Decimals
from wareloom.market.price import LARGEST, parse
from wareloom.market.reading.counts import count, stars
from wareloom.market.reading.numerals import tidy

_LONGEST_NUMBER = 60
_PLAIN = re.compile(r"\D*?(\d[\d.,' ]*)\D*")
_NEGATIVE = re.compile(r"^\D*-\s?\D?\s?\d|^\(\s*\D?\s*\d[\d.,' ]*\s*\D?\s*\)$")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff]+")
_POINT = {
    "point": r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d{1,4})?|\d+(?:\.\d{1,8})?",
    "comma": r"\d{1,3}(?:[.' ]\d{3})+(?:,\d{1,4})?|\d+(?:,\d{1,8})?",
}
_EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
_YES = {"true", "yes", "y", "1", "ja", "oui", "si", "sí", "x"}
_NO = {"false", "no", "n", "0", "nein", "non"}
_LIST = re.compile(r"[,;|]")
_PATH = re.compile(r"\s*(?:>|›|»|/)\s*")
_LARGEST_COUNT = 10**12


class BadValue(ValueError):
    """A cell that does not say what its column is about."""


def text(cell: object, most: int) -> str | None:
    """One line; None where the cell says nothing."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, bool) or not isinstance(cell, str | int | Decimal):
        raise BadValue("is no text")
    line = " ".join(_HIDDEN.sub(" ", str(cell)).split())
    if len(line) > most:
        raise BadValue(f"has {len(line):,} characters; {most:,} are the most")
    return line or None


def money(cell: object, decimals: Decimals | None) -> tuple[Decimal | None, str | None]:
    """An amount, and the currency where it stands beside it."""
    line = text(cell, 300)
    if line is None:
        return None, None
    if isinstance(cell, int | Decimal):
        return _sensible(Decimal(cell), line), None
    if _NEGATIVE.search(tidy(line)):
        raise BadValue(f"is below zero: “{line[:40]}”")
    read = parse(line)
    told = number_in(tidy(line), decimals)
    amount = read.amount if told is None else _sensible(told, line)
    if amount is None:
        raise BadValue(f"is no price: “{line[:40]}”")
    return amount, read.currency


def number_in(line: str, decimals: Decimals | None) -> Decimal | None:
    """The one number in a line, as the file writes its numbers; None where it is written in another way."""
    found = _PLAIN.fullmatch(line)
    written = found[1].rstrip(" .,'") if found and decimals else ""
    if not decimals or len(written) > _LONGEST_NUMBER or not re.fullmatch(_POINT[decimals], written):
        return None
    return Decimal(re.sub(r"[,' ]" if decimals == "point" else r"[.' ]", "", written).replace(",", "."))


def _sensible(amount: Decimal, line: str) -> Decimal:
    if not amount.is_finite() or not 0 <= amount <= LARGEST:
        raise BadValue(f"is no sensible amount: “{line[:40]}”")
    return amount.quantize(Decimal("0.00000001")).normalize() + Decimal("0.00")


def currency(cell: object) -> str | None:
    line = text(cell, 40)
    if line is None:
        return None
    found = code(line) or (line.upper() if re.fullmatch(r"[A-Za-z]{3}", line) else None)
    if found is None:
        raise BadValue(f"is no currency: “{line[:40]}”. It looks like EUR")
    return found


def rating(cell: object) -> Decimal | None:
    line = text(cell, 100)
    if line is None:
        return None
    found = stars(line)
    if found is None:
        raise BadValue(f"is no rating out of five: “{line[:40]}”")
    return found


def whole(cell: object) -> int | None:
    line = text(cell, 100)
    if line is None:
        return None
    found = int(line) if line.isascii() and line.isdigit() and len(line) <= 13 else count(line)
    if found is None or found > _LARGEST_COUNT:
        raise BadValue(f"is no count: “{line[:40]}”")
    return found


def number(cell: object, decimals: Decimals | None) -> Decimal | None:
    """Any decimal number, below zero too: a score."""
    line = text(cell, _LONGEST_NUMBER)
    if line is None:
        return None
    written = tidy(line)
    sign = -1 if written.startswith("-") else 1
    bare = written.removeprefix("-").removeprefix("+").removesuffix("%").strip()
    found = number_in(bare, decimals or "point") if bare[:1].isdigit() and bare[-1:].isdigit() else None
    if found is None:
        found = parse(bare).amount if bare[:1].isdigit() and bare[-1:].isdigit() else None
    if found is None or found > LARGEST:
        raise BadValue(f"is no number: “{line[:40]}”")
    return sign * found


def address(cell: object) -> str | None:
    line = text(cell, 2000)
    if line is None:
        return None
    if line.startswith("//"):
        line = f"https:{line}"
    if not re.match(r"https?://[^/\s]+", line, re.IGNORECASE) or " " in line:
        raise BadValue(f"is no address: “{line[:40]}”. It looks like https://shop.example/mug")
    return line


def moment(cell: object) -> datetime | None:
    """As ISO 8601 writes it. Days and months in another order could be taken for each other."""
    line = text(cell, 40)
    if line is None:
        return None
    try:
        read = datetime.fromisoformat(line)
    except ValueError as error:
        raise BadValue(
            f"is no day or moment: “{line[:40]}”. It looks like 2026-11-30 or 2026-11-30T12:00:00Z"
        ) from error
    try:
        at = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except OverflowError:
        at = _EARLIEST - timedelta(days=1)
    if not _EARLIEST <= at <= clock.now() + timedelta(days=1):
        raise BadValue(f"lies before 1995 or in the future: “{line[:40]}”")
    return at


def yes(cell: object) -> bool:
    if isinstance(cell, bool):
        return cell
    line = (text(cell, 20) or "no").lower()
    if line not in _YES | _NO:
        raise BadValue(f"is neither yes nor no: “{line}”")
    return line in _YES


def several(cell: object, *, path: bool = False) -> tuple[str, ...]:
    """A list as JSON has it, or one in a cell: “mugs, otters”, and of a path “Home > Mugs”."""
    if isinstance(cell, list):
        items = cast("list[Any]", cell)
    else:
        line = text(cell, 4000) or ""
        items = (_PATH if path else _LIST).split(line)
    found = [item for one in items[:200] if (item := text(one, 200))]
    return tuple(dict.fromkeys(found)) if not path else tuple(found)
