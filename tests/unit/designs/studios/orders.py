"""Orders to draw, and what a person would look for in the art."""

from typing import TYPE_CHECKING

from tests.support.wallet import Wallet
from wareloom.designs.studio import Art, Order
from wareloom.designs.studios.typographic.studio import TypographicStudio

if TYPE_CHECKING:
    from pyvips import Image


def order(
    slogan: str = "Gravel is my therapy",
    *,
    style: str = "typographic",
    seed: int = 1,
    layout: str | None = None,
    font: str | None = None,
    palette: tuple[str, ...] = (),
    motifs: tuple[str, ...] = (),
    on_dark: bool = False,
) -> Order:
    return Order(
        slogan=slogan,
        concept="",
        prompt="",
        palette=palette,
        motifs=motifs,
        style=style,
        seed=seed,
        layout=layout,
        font=font,
        on_dark=on_dark,
    )


def drawn(wanted: Order) -> Art:
    wallet = Wallet()
    art = TypographicStudio().draw(wanted, purse=wallet, shelf="anyone")
    assert not wallet.spent
    return art


def seen(png: bytes, side: int = 90) -> "Image":
    """As small as in a list, on white."""
    from pyvips import Image

    return Image.thumbnail_buffer(png, side).flatten(background=[255, 255, 255])


def difference(one: bytes, other: bytes) -> float:
    """Mean difference of the pixels, 0 to 1."""
    first, second = seen(one), seen(other)
    return (first.cast("short") - second.cast("short")).abs().avg() / 255
