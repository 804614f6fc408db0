"""Whether a drawn design may be printed, product by product."""

from dataclasses import dataclass

from wareloom.designs.box import Box
from wareloom.designs.models import Design
from wareloom.designs.print_specification import SPECIFICATIONS, Finding, PrintFile, check
from wareloom.designs.products import PRODUCTS, Product


@dataclass(frozen=True)
class ProductReadiness:
    product: str
    ready: bool
    effective_dpi: int
    area: str
    findings: tuple[Finding, ...]


def readiness(design: Design) -> list[ProductReadiness]:
    """Nothing before it is drawn."""
    file = _file(design)
    return [_of(file, product) for product in PRODUCTS] if file else []


def ready_products(design: Design) -> set[str]:
    return {one.product for one in readiness(design) if one.ready}


def _of(file: PrintFile, product: Product) -> ProductReadiness:
    verdict, specification = check(file, product), SPECIFICATIONS[product]
    area = f"{specification.width_in:g} × {specification.height_in:g} in"
    return ProductReadiness(product, verdict.ready, verdict.effective_dpi, area, verdict.findings)


def _file(design: Design) -> PrintFile | None:
    if not (design.width and design.height and design.ink_box):
        return None
    return PrintFile(
        width=design.width,
        height=design.height,
        dpi=design.dpi or 0,
        effective_dpi=design.effective_dpi or 0,
        has_alpha=True,  # a studio's art is refused without it
        ink_box=Box(*design.ink_box),
        size=design.size or 0,
    )
