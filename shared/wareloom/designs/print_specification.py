"""What each product's print needs, how art is fitted into it, and whether a piece of art is good enough.

The verdict is on pixels that were really drawn: a resolution written into a file adds none.
"""

import math
from dataclasses import dataclass
from typing import Literal

from wareloom.designs.box import Box
from wareloom.designs.products import PRODUCTS, Product

Anchor = Literal["top", "centre"]
Format = Literal["PNG", "JPEG"]
Severity = Literal["error", "warning"]

_PRINTFUL = "Printful's documentation: print area, 150–300 DPI, PNG or JPEG, 200 MB"
_HOUSE = "ours, within Printful's file rules (150–300 DPI, PNG or JPEG, 200 MB); a shop's own print file comes first"


@dataclass(frozen=True)
class PrintSpecification:
    width_in: float
    height_in: float
    method: Literal["direct to garment", "sublimation", "giclée"]
    source: str
    """Where the size comes from."""
    anchor: Anchor = "centre"
    safe_in: float = 0
    """Kept free inside the area: cutting and wrapping are not exact."""
    bleed_in: float = 0
    """Beyond the area, for what runs off the edge."""
    dpi: int = 300
    least_dpi: int = 150
    formats: tuple[Format, ...] = ("PNG", "JPEG")
    max_bytes: int = 200_000_000

    @property
    def transparent(self) -> bool:
        """What is not drawn must show the fabric: a file without transparency would print a rectangle."""
        return self.method == "direct to garment"

    @property
    def pixels(self) -> tuple[int, int]:
        return round(self.width_in * self.dpi), round(self.height_in * self.dpi)


SPECIFICATIONS: dict[Product, PrintSpecification] = {
    "tee": PrintSpecification(12, 16, "direct to garment", _PRINTFUL, anchor="top"),
    "hoodie": PrintSpecification(12, 12, "direct to garment", _HOUSE, anchor="top"),
    "mug": PrintSpecification(9, 3.5, "sublimation", _PRINTFUL, safe_in=0.1),
    "poster": PrintSpecification(18, 24, "giclée", _HOUSE, safe_in=1, bleed_in=0.125),
    "tote": PrintSpecification(10, 12, "direct to garment", _HOUSE),
    "phone case": PrintSpecification(2.8, 5.8, "sublimation", _HOUSE, safe_in=0.25, bleed_in=0.1),
}


@dataclass(frozen=True)
class PrintFile:
    """What is known of a piece of art that is to be printed."""

    width: int
    height: int
    dpi: int
    """As written in the file, 0 where none is. It is only what `effective_dpi` is held against."""
    effective_dpi: int
    """Lower than `dpi` where pixels were enlarged."""
    has_alpha: bool
    ink_box: Box
    """Of no size when nothing is drawn."""
    size: int
    """Bytes."""
    format: str = "PNG"

    @property
    def drawn_share(self) -> float:
        """Of its pixels along one side: 0.5 when it was drawn at half the size and enlarged."""
        return min(1.0, self.effective_dpi / self.dpi) if self.dpi > 0 else 1.0


@dataclass(frozen=True)
class Placement:
    """Inches from the left and the top of the print area; `scale` is against the art at 300 DPI."""

    left: float
    top: float
    width: float
    height: float
    scale: float


@dataclass(frozen=True)
class Finding:
    severity: Severity
    text: str
    fix: str


@dataclass(frozen=True)
class Readiness:
    ready: bool
    effective_dpi: int
    findings: tuple[Finding, ...]
    placement: Placement | None


def place(ink_width: int, ink_height: int, specification: PrintSpecification) -> Placement:
    """As large as the area without its safe margin lets it be, in the middle; on a chest, at the top."""
    safe = specification.safe_in
    room_across, room_down = specification.width_in - 2 * safe, specification.height_in - 2 * safe
    inches_per_pixel = min(room_across / ink_width, room_down / ink_height)
    width, height = ink_width * inches_per_pixel, ink_height * inches_per_pixel
    top = 0 if specification.anchor == "top" else (room_down - height) / 2
    left = (room_across - width) / 2
    return Placement(safe + left, safe + top, width, height, inches_per_pixel * specification.dpi)


def check(file: PrintFile, product: Product) -> Readiness:
    """Ready when no finding is an error."""
    specification = SPECIFICATIONS[product]
    findings = _of_the_file(file, specification)
    if not (file.ink_box.width and file.ink_box.height):
        nothing = Finding("error", "There is nothing to print: every pixel is transparent.", "Draw it again.")
        return Readiness(ready=False, effective_dpi=0, findings=(nothing, *findings), placement=None)
    placement = place(file.ink_box.width, file.ink_box.height, specification)
    # A thousandth of a dot is arithmetic, not resolution.
    dpi = math.floor(file.ink_box.width * file.drawn_share / placement.width + 0.001)
    findings += _of_the_pixels(dpi, placement, specification)
    ready = all(finding.severity != "error" for finding in findings)
    return Readiness(ready, dpi, findings, placement)


def ready_products(file: PrintFile) -> tuple[Product, ...]:
    return tuple(product for product in PRODUCTS if check(file, product).ready)


def _of_the_file(file: PrintFile, specification: PrintSpecification) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    if file.format not in specification.formats:
        wanted = " or ".join(specification.formats)
        findings.append(Finding("error", f"A {file.format} file is not taken.", f"Save it as {wanted}."))
    if file.size > specification.max_bytes:
        text = f"The file has {file.size / 1e6:.0f} MB; {specification.max_bytes / 1e6:.0f} MB is the most."
        findings.append(Finding("error", text, "Save it with stronger compression, or smaller."))
    if specification.transparent and not file.has_alpha:
        text = "The file has no transparency: its background would be printed as a rectangle."
        findings.append(Finding("error", text, "Save it as PNG with a transparent background."))
    return tuple(findings)


def _of_the_pixels(dpi: int, placement: Placement, specification: PrintSpecification) -> tuple[Finding, ...]:
    if dpi >= specification.dpi:
        return ()
    text = f"{dpi} DPI at {placement.width:.1f} × {placement.height:.1f} in; {specification.dpi} is wanted."
    if dpi >= specification.least_dpi:
        narrower = placement.width * dpi / specification.dpi
        return (Finding("warning", text, f"Sharp at {narrower:.1f} in wide; it can be printed as it is."),)
    sharp = placement.width * dpi / specification.least_dpi
    fix = f"Draw it {math.ceil(placement.width * specification.dpi)} pixels wide"
    return (Finding("error", text, f"{fix}, or print it at most {sharp:.1f} in wide."),)
