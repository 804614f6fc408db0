"""Where the art goes within a print area: whole, as large as fits, in the middle."""

from wareloom.designs.studio import HEIGHT, WIDTH
from wareloom.kit.errors import Rejected
from wareloom.listings.channels.printful.answers import Printfile, Printfiles

PREFERRED = ("front", "default", "front_large")


def placed(printfiles: Printfiles, variant_id: int) -> tuple[str, dict[str, int]]:
    """The placement's name, and the art's position in it."""
    by_number = {one.printfile_id: one for one in printfiles.printfiles}
    there = {one.variant_id: one.placements for one in printfiles.variant_printfiles}.get(variant_id, {})
    for name in PREFERRED:
        if there.get(name) in by_number:
            return name, position(by_number[there[name]])
    known = ", ".join(there) or "nowhere"
    raise Rejected(f"Printful prints variant {variant_id} on {known}: not where our art goes.")


def position(area: Printfile) -> dict[str, int]:
    wide, high = area.width, area.height
    if area.can_rotate and (wide > high) != (WIDTH > HEIGHT):
        wide, high = high, wide  # wall art is described lying; ours stands
    width, height = (wide, wide * HEIGHT // WIDTH) if wide * HEIGHT <= high * WIDTH else (high * WIDTH // HEIGHT, high)
    return {
        "area_width": wide,
        "area_height": high,
        "width": width,
        "height": height,
        "top": (high - height) // 2,
        "left": (wide - width) // 2,
    }
