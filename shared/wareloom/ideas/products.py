"""What a design can be printed on: the names that ideas, mockups, print specifications and listings share."""

from typing import Literal, get_args

Product = Literal["tee", "hoodie", "mug", "poster", "tote", "phone case"]
PRODUCTS: tuple[Product, ...] = get_args(Product)
