"""A purse that writes down what it was asked and told."""

from dataclasses import dataclass, field
from decimal import Decimal

from wareloom.kit.ai.model import Usage
from wareloom.kit.errors import Overused


@dataclass
class Wallet:
    """What a test may look at. It holds some dollars; the same expense twice is one."""

    dollars: Decimal = Decimal(1000)
    allowed: list[Usage] = field(default_factory=list[Usage])
    spent: dict[str, tuple[str, Usage]] = field(default_factory=dict[str, tuple[str, Usage]])

    def allow(self, most: Usage) -> None:
        if self.total + most.cost > self.dollars:
            raise Overused("The budget is used up.")
        self.allowed.append(most)

    def spend(self, key: str, model: str, usage: Usage) -> None:
        self.spent[key] = (model, usage)

    @property
    def total(self) -> Decimal:
        return sum((usage.cost for _model, usage in self.spent.values()), Decimal(0))
