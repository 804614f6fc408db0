"""What things cost to make, by currency and product: a niche's margin and a price's floor both stand on it."""

from collections.abc import Mapping
from decimal import Decimal

Amounts = Mapping[str, Decimal]
"""By product."""

COSTS: Mapping[str, Amounts] = {
    # What a blank and its print cost a seller with the printers we know, rounded up: a floor wants no cents.
    "USD": {
        "tee": Decimal(13),
        "hoodie": Decimal(25),
        "mug": Decimal(8),
        "poster": Decimal(12),
        "tote": Decimal(16),
        "phone case": Decimal(13),
    },
    "EUR": {
        "tee": Decimal(12),
        "hoodie": Decimal(24),
        "mug": Decimal(8),
        "poster": Decimal(12),
        "tote": Decimal(15),
        "phone case": Decimal(13),
    },
    "GBP": {
        "tee": Decimal(11),
        "hoodie": Decimal(21),
        "mug": Decimal(7),
        "poster": Decimal(10),
        "tote": Decimal(13),
        "phone case": Decimal(11),
    },
}
