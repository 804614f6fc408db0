"""What a channel keeps of a sale, as far as it is known: second-hand, and without a country's own taxes."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Fee:
    """A share of the price, and an amount in dollars for each sale."""

    what: str
    share: Decimal
    fixed: Decimal


FEES: dict[str, tuple[Fee, ...]] = {
    "etsy": (
        Fee("listing", Decimal(0), Decimal("0.20")),
        Fee("transaction", Decimal("0.065"), Decimal(0)),
        Fee("payment", Decimal("0.03"), Decimal("0.25")),
    ),
    "shopify": (Fee("payment", Decimal("0.029"), Decimal("0.30")),),
}
_CENT = Decimal("0.01")


def itemised(channel: str, price: Decimal) -> dict[str, Decimal]:
    """In dollars, to the cent, as it would be kept."""
    return {fee.what: (fee.share * price + fee.fixed).quantize(_CENT) for fee in FEES[channel]}


def dearest(price: Decimal) -> tuple[str, Decimal]:
    """The channel that keeps the most: who earns there earns anywhere that is known."""
    kept = {channel: sum(itemised(channel, price).values(), Decimal(0)) for channel in FEES}
    channel = max(kept, key=lambda one: (kept[one], one))
    return channel, kept[channel]
