"""One row's cells, each read by what its field means, with all that is wrong with them."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from wareloom.market.imports.kind import BadRowError, Problem
from wareloom.market.imports.layout import Reading
from wareloom.market.imports.values import BadValue

Value = TypeVar("Value")


class Cells:
    def __init__(self, values: Mapping[str, Any], reading: Reading) -> None:
        self._values, self._reading = values, reading
        self._problems: list[Problem] = []

    def read(self, field: str, how: Callable[[object], Value], otherwise: Value) -> Value:
        column = self._reading.mapping.get(field)
        cell = self._values.get(column) if column else None
        if cell is None or cell == "":
            cell = self._reading.fixed.get(field)
        try:
            return how(cell)
        except BadValue as bad:
            self._problems.append(Problem(field, f"{bad}."))
            return otherwise

    def lacks(self, field: str) -> None:
        """It must be told and is not; what is there and wrong has been said."""
        if field not in {problem.field for problem in self._problems}:
            self._problems.append(Problem(field, "is missing."))

    def judge(self) -> None:
        if self._problems:
            raise BadRowError(self._problems)
