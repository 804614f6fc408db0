"""What rows can be about: the fields of such a row, how it is read, and where it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from sqlalchemy.orm import Session

from wareloom.market.imports.layout import Reading
from wareloom.market.uploads.kept_rows import Kept, Row
from wareloom.market.uploads.models import Import


@dataclass(frozen=True)
class Field:
    name: str
    about: str
    """For the person who maps columns: what it is, and what may stand there."""
    called: tuple[str, ...] = ()
    """Other names that such a column goes by, in small letters."""


class Problem(NamedTuple):
    """`field` is empty where the row as a whole is wrong."""

    field: str
    problem: str


class BadRowError(Exception):
    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{one.field} {one.problem}" for one in problems))
        self.problems = problems


class Kind(Protocol):
    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    needs: tuple[tuple[str, ...], ...]
    """Of each of these, one field must be told by a column or hold for every row."""

    def read(self, cells: Mapping[str, object], reading: Reading, source: Import) -> Row:
        """BadRowError with everything that is wrong with it."""
        ...

    def keep(self, session: Session, source: Import, rows: Mapping[int, Row]) -> Kept:
        """By row number. Keeping the same rows again changes nothing."""
        ...

    def take_back(self, session: Session, source: Import, most: int) -> int:
        """Remove at most so many of the rows that this import keeps; how many that were."""
        ...
