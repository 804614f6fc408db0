"""Art from an image model: asked for on transparency, enlarged to print size, and honest about its real resolution."""

import math

from wareloom.designs import raster
from wareloom.designs.studio import DPI, HEIGHT, WIDTH, Art, Order
from wareloom.kit.ai import ask
from wareloom.kit.ai.model import ImageModel, Picture, Purse
from wareloom.kit.errors import Rejected

_LEAST_INK = 0.002


class OpenAiStudio:
    def __init__(self, model: ImageModel | None = None) -> None:
        self._model = model

    def draw(self, order: Order, *, purse: Purse, shelf: str) -> Art:
        # Print size: the model takes the nearest that it can, so that a better one needs no change here.
        wanted = Picture(_prompt(order), WIDTH, HEIGHT, transparent=True, seed=order.seed)
        drawn = ask.draw(wanted, purse=purse, shelf=shelf, model=self._model)
        facts = raster.measure(drawn.png)
        _fit_to_print(facts)
        enlarged = min(WIDTH / facts.width, HEIGHT / facts.height)
        return Art(
            png=raster.enlarge(drawn.png, WIDTH, HEIGHT, dpi=DPI),
            width=WIDTH,
            height=HEIGHT,
            dpi=DPI,
            effective_dpi=min(DPI, math.floor(DPI / enlarged)),
            made_with={
                "studio": "openai",
                "drawn": f"{facts.width}×{facts.height}",
                "style": order.style,
                "seed": order.seed,
            },
        )


def _fit_to_print(facts: raster.ArtFacts) -> None:
    if not facts.has_alpha:
        raise Rejected("The picture came back without transparency: printed, it would be a box on the shirt.")
    if facts.coverage < _LEAST_INK:
        raise Rejected("The picture came back empty.")


def _prompt(order: Order) -> str:
    fabric = "dark fabric: use light inks" if order.on_dark else "light fabric: use dark inks"
    parts = [
        order.prompt or order.concept,
        f"The lettering reads exactly “{order.slogan}”, spelled so, and nothing else." if order.slogan.strip() else "",
        f"Style: {order.style}." if order.style else "",
        f"Motifs: {', '.join(order.motifs)}." if order.motifs else "",
        f"Only these ink colours: {', '.join(order.palette)}." if order.palette else "",
        f"Isolated screen-print artwork for {fabric}. Flat colours, crisp edges, no mockup, no shirt, no frame, "
        "no background: everything around the artwork is transparent.",
    ]
    return "\n".join(part for part in parts if part)
