"""Which column tells which field: guessed by name, corrected by a person."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from wareloom.kit.errors import Rejected
from wareloom.market.imports.kind import Kind

_NO_WORD = re.compile(r"[^a-z0-9#]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def guess(kind: Kind, columns: Sequence[str]) -> dict[str, str]:
    """A field's own name first, then the others that it goes by; no column tells two fields."""
    spelled: dict[str, str] = {}
    for column in columns:
        spelled.setdefault(_plain(column), column)
    found: dict[str, str] = {}
    taken = set[str]()
    for by_other_names in (False, True):
        for field in kind.fields:
            if field.name in found:
                continue
            names = field.called if by_other_names else (field.name,)
            column = next((spelled[name] for name in map(_plain, names) if name in spelled), None)
            if column and column not in taken:
                found[field.name] = column
                taken.add(column)
    return {field.name: found[field.name] for field in kind.fields if field.name in found}


def corrected(
    kind: Kind, columns: Sequence[str], mapping: Mapping[str, str | None], fixed: Mapping[str, str]
) -> dict[str, str]:
    """What a person says, and the guess where they say nothing. A field that is told None is left out."""
    _known(kind, (*mapping, *fixed))
    strange = [column for column in mapping.values() if column is not None and column not in columns]
    if strange:
        raise Rejected(f"The file has no column “{strange[0][:60]}”. It has: {_listed(columns)}.")
    told = {field: column for field, column in mapping.items() if column}
    guessed = guess(kind, [column for column in columns if column not in told.values()])
    return {**{field: column for field, column in guessed.items() if field not in mapping}, **told}


def missing(kind: Kind, mapping: Mapping[str, str], fixed: Mapping[str, str]) -> list[str]:
    """A sentence for each thing that every row needs and nothing tells."""
    told = {*mapping, *(field for field, value in fixed.items() if value.strip())}
    return [
        f"No column tells {' or '.join(needed)}: say which one does." for needed in kind.needs if not told & {*needed}
    ]


def _known(kind: Kind, fields: Iterable[str]) -> None:
    names = [field.name for field in kind.fields]
    for field in fields:
        if field not in names:
            raise Rejected(f"There is no field “{field[:60]}”. There are: {', '.join(names)}.")


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(columns[:30]) + (", …" if len(columns) > 30 else "")


def _plain(name: str) -> str:
    """“Review Count”, “review_count” and “reviewCount” are one name."""
    flat = unicodedata.normalize("NFKD", _CAMEL.sub(" ", name)).encode("ascii", "ignore").decode().lower()
    return _NO_WORD.sub(" ", flat).strip()
