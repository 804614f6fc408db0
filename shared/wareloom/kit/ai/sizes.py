"""The nearest size that an image model can draw."""

from math import ceil, log, sqrt

from wareloom.kit.ai.abilities import ImageAbilities

FIXED = ((1024, 1024), (1536, 1024), (1024, 1536))
STEP, LONGEST_EDGE, FLATTEST = 16, 3840, 3
MOST_PIXELS, FEWEST_PIXELS = 3840 * 2160, 655_360


def nearest(abilities: ImageAbilities, width: int, height: int) -> tuple[int, int]:
    """The same proportions as near as can be, and never more pixels than are wanted unless the model draws no fewer."""
    if abilities.any_size:
        return _within_limits(width, height)
    return min(FIXED, key=lambda size: abs(log(size[0] / size[1]) - log(width / height)))


def _within_limits(width: int, height: int) -> tuple[int, int]:
    ratio = min(FLATTEST, max(1 / FLATTEST, width / height))
    pixels = min(MOST_PIXELS, max(FEWEST_PIXELS, width * height))
    longer = min(LONGEST_EDGE, sqrt(pixels * max(ratio, 1 / ratio)))
    shorter = longer / max(ratio, 1 / ratio)
    long_edge, short_edge = int(longer / STEP) * STEP, int(shorter / STEP) * STEP
    if long_edge * short_edge < FEWEST_PIXELS:
        long_edge, short_edge = ceil(longer / STEP) * STEP, ceil(shorter / STEP) * STEP
    # Rounding may have made it too flat; flat ones are far from the most pixels, so that a little more does no harm.
    short_edge = max(short_edge, ceil(long_edge / FLATTEST / STEP) * STEP)
    return (long_edge, short_edge) if ratio >= 1 else (short_edge, long_edge)
