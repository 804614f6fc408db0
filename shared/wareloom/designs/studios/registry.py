"""Every studio that can draw: one line each."""

from wareloom.designs.studio import Studio
from wareloom.designs.studios.openai import OpenAiStudio
from wareloom.designs.studios.typographic.studio import TypographicStudio
from wareloom.kit.errors import NotFound

STUDIOS: dict[str, type[Studio]] = {
    "typographic": TypographicStudio,
    "openai": OpenAiStudio,
}


def studio(name: str) -> Studio:
    try:
        return STUDIOS[name]()
    except KeyError:
        raise NotFound(f"There is no studio “{name[:40]}”. Known: {', '.join(STUDIOS)}.") from None
