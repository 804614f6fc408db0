"""Every product that can be drawn: one line each."""

from collections.abc import Callable

from wareloom.designs.mockups.fabrics import Fabric
from wareloom.designs.mockups.hoodie import hoodie
from wareloom.designs.mockups.mug import mug
from wareloom.designs.mockups.phone_case import phone_case
from wareloom.designs.mockups.poster import poster
from wareloom.designs.mockups.scene import Scene
from wareloom.designs.mockups.tee import tee
from wareloom.designs.mockups.tote import tote
from wareloom.designs.products import Product

DRAWN: dict[Product, Callable[[Fabric], Scene]] = {
    "tee": tee,
    "hoodie": hoodie,
    "mug": mug,
    "poster": poster,
    "tote": tote,
    "phone case": phone_case,
}
