"""Vector drawing to pixels: paths in the coordinates of a 2000×2000 scene, whatever size they are rendered at."""

from typing import TYPE_CHECKING

from wareloom.designs.mockups.scene import SIDE

if TYPE_CHECKING:
    from pyvips import Image

_TILE = 500
RGB = tuple[float, float, float]


def rgb(colour: str) -> RGB:
    """Of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def linear(colour: RGB) -> RGB:
    """Amounts of light, 0 to 1, near enough to sRGB's own curve."""
    red, green, blue = ((part / 255) ** 2.2 for part in colour)
    return red, green, blue


def luminance(colour: RGB) -> float:
    """0 for black, 1 for white, as the eye weighs the three."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def draw(*shapes: str, side: int = SIDE) -> "Image":
    """RGBA, not premultiplied."""
    from pyvips import Image

    view = f'xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {SIDE} {SIDE}"'
    return Image.svgload_buffer(f"<svg {view}>{''.join(shapes)}</svg>".encode()).copy_memory()


def coverage(*shapes: str, side: int = SIDE) -> "Image":
    """How much of each pixel the shapes cover: floats from 0 to 1."""
    return (draw(*shapes, side=side)[3] / 255).copy_memory()


def filled(path: str, colour: str = "#000", opacity: float = 1) -> str:
    return f'<path d="{path}" fill="{colour}" fill-opacity="{opacity}"/>'


def line(path: str, colour: str, width: float, opacity: float = 1, dash: str = "") -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-opacity="{opacity}"'
        f' stroke-linecap="round" stroke-linejoin="round"{dashes}/>'
    )


def stitched(path: str, dash: str = "9 6") -> str:
    """Thread: a dark groove with a light edge, seen on light and on dark fabric."""
    lit = f'<g transform="translate(1.5 2)">{line(path, "#fff", 2.5, 0.22, dash)}</g>'
    return line(path, "#000", 3.2, 0.3, dash) + lit


def dyed(light: "Image", hue: RGB) -> "Image":
    """What a surface of this colour shows in that light."""
    return light * list(hue)


def enlarged(image: "Image") -> "Image":
    """To full size. What it is made of is worked out first: libvips would do it again for every strip."""
    return image.copy_memory().resize(SIDE / image.width, kernel="cubic").copy_memory()


def noise(width: int, height: int, *, sigma: float, seed: int) -> "Image":
    """Grain about 0, the same for the same seed; one tile again and again, since drawing noise is slow."""
    from pyvips import Image

    tile = Image.gaussnoise(_TILE, _TILE, sigma=sigma, mean=0, seed=seed).copy_memory()
    return tile.replicate(-(-width // _TILE), -(-height // _TILE)).crop(0, 0, width, height)


def over(under: "Image", upper: "Image") -> "Image":
    """RGB under RGBA."""
    alpha = upper[3] / 255
    return upper[:3] * alpha + under * (1 - alpha)


def mixed(under: "Image", upper: "Image", amount: "Image") -> "Image":
    return upper * amount + under * (1 - amount)
