"""Who draws for each studio of the registry: one line each."""

from wareloom.designs.studio import Studio
from wareloom.designs.studios.openai import OpenAiStudio
from wareloom.designs.studios.typographic.studio import TypographicStudio
from wareloom.kit.errors import NotFound

ARTISTS: dict[str, type[Studio]] = {
    "typographic": TypographicStudio,
    "openai": OpenAiStudio,
}


def studio(name: str) -> Studio:
    try:
        return ARTISTS[name]()
    except KeyError:
        raise NotFound(f"There is no studio “{name[:40]}”. Known: {', '.join(ARTISTS)}.") from None
