"""What a design can be printed on: the same names for ideas, mockups, print specifications and listings."""

from wareloom.ideas.products import PRODUCTS, Product

__all__ = ["PRODUCTS", "Product"]
