"""What a product should cost: near what its niche pays, ending in .99, and never below what it must earn."""

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from wareloom.kit.errors import Rejected
from wareloom.trends.costs import COSTS, Amounts

MARGIN = Decimal("0.30")
"""Of the price, at the least: out of it come the channel's fees and what the seller earns."""
BESIDE_A_TEE: Amounts = {
    # A niche's average is mostly that of shirts: what else it buys is dearer or cheaper in about these measures.
    "tee": Decimal("1.00"),
    "hoodie": Decimal("1.80"),
    "mug": Decimal("0.75"),
    "poster": Decimal("0.85"),
    "tote": Decimal("0.95"),
    "phone case": Decimal("0.95"),
}
_CHARM = Decimal("0.99")
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Average:
    """What a niche's offers cost on average."""

    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Price:
    amount: Decimal
    currency: str
    reason: str
    """A sentence for the person who approves it."""


def price(product: str, currency: str, average: Average | None) -> Price:
    floor = least(product, currency)
    if average is None or average.amount <= 0:
        why = "The niche shows no price to go by"
    elif average.currency != currency:
        why = f"The niche is priced in {average.currency}, which says little about {currency}"
    else:
        return _near(product, currency, average.amount, floor)
    amount = _charm_from(floor)
    return Price(amount, currency, f"{why}: {amount} {currency} covers the making and leaves {_share(MARGIN)}.")


def least(product: str, currency: str) -> Decimal:
    """Below this a sale earns too little to be worth it."""
    if currency not in COSTS:
        raise Rejected(f"What things cost to make is not known in {currency[:3]}: price them in {', '.join(COSTS)}.")
    if product not in COSTS[currency]:
        raise Rejected(f"What a {product[:40]} costs to make is not known.")
    return (COSTS[currency][product] / (1 - MARGIN)).quantize(_CENT)


def _near(product: str, currency: str, average: Decimal, floor: Decimal) -> Price:
    usual = (average * BESIDE_A_TEE[product]).quantize(_CENT)
    amount = _charm_near(usual)
    seen = f"The niche sells at {average.quantize(_CENT)} {currency} on average"
    if product != "tee":
        seen += f", which makes about {usual} for a {product}"
    if amount >= floor:
        return Price(amount, currency, f"{seen}: {amount} keeps near it.")
    amount = _charm_from(floor)
    return Price(amount, currency, f"{seen}; under {floor} less than {_share(MARGIN)} would be left, so {amount}.")


def _charm_near(amount: Decimal) -> Decimal:
    """The .99 that is nearest, the lower of two that are as near; never under 0.99."""
    below = amount.to_integral_value(ROUND_FLOOR) - 1 + _CHARM
    above = below + 1
    return max(_CHARM, below if amount - below <= above - amount else above)


def _charm_from(floor: Decimal) -> Decimal:
    """The first .99 that is not below."""
    candidate = floor.to_integral_value(ROUND_FLOOR) + _CHARM
    return candidate if candidate >= floor else candidate + 1


def _share(of: Decimal) -> str:
    return f"{(of * 100).normalize():f} %"
