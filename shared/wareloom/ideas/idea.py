"""What an idea is, as a model is asked to write it, and what makes one fit to be drawn and sold.

The shape holds plain strings and lists only: what providers enforce of a schema differs, so limits are checked here.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from wareloom.ideas.products import PRODUCTS, Product

SLOGAN: Final = (2, 60)
PALETTE: Final = (3, 5)
TAGS: Final = (5, 13)
TAG: Final = 20
"""The longest tag that every marketplace takes."""
MOTIFS: Final = (1, 4)
CONCEPT: Final = (20, 600)
DESIGN_PROMPT: Final = (40, 2000)
TRANSPARENT: Final = "transparent background"

_HEX = re.compile(r"#[0-9a-f]{6}")


class IdeaDraft(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    slogan: str = Field(description="The words on the product, 2 to 60 characters, in title case, without quotes.")
    concept: str = Field(description="One to three sentences: the joke or feeling, and for whom.")
    design_prompt: str = Field(
        description="For an image model: subject, style, composition, palette, the words “transparent background”, "
        "and that no text but the slogan appears."
    )
    palette: list[str] = Field(description="Three to five colours as #rrggbb, the leading one first.")
    products: list[Product] = Field(description="What it suits best, one to four, the best one first.")
    tags: list[str] = Field(description="Five to thirteen search tags, each at most 20 characters, lower case.")
    style: str = Field(description="The drawing style in one to three words.")
    motifs: list[str] = Field(description="One to four things that are drawn.")
    mood: str = Field(description="The mood in one or two words.")


class IdeaSet(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    ideas: list[IdeaDraft]


def tidied(draft: IdeaDraft) -> IdeaDraft:
    """The same idea with its small slips mended: spaces, letter case, doubles and tags too long."""
    tags = _once(_line(tag).lower().lstrip("#") for tag in draft.tags)
    motifs = _once(_line(motif) for motif in draft.motifs)
    palette = _once(_line(colour).lower() for colour in draft.palette)
    return IdeaDraft(
        slogan=_line(draft.slogan).strip('"“” '),
        concept=_line(draft.concept),
        design_prompt=_transparent(_line(draft.design_prompt)),
        palette=palette[: PALETTE[1]],
        products=list(dict.fromkeys(draft.products)),
        tags=[tag for tag in tags if len(tag) <= TAG][: TAGS[1]],
        style=_line(draft.style),
        motifs=motifs[: MOTIFS[1]],
        mood=_line(draft.mood),
    )


def faults(draft: IdeaDraft) -> list[str]:
    """Why an idea cannot be used, in words; nothing when it can."""
    counts = (
        ("The slogan", len(draft.slogan), SLOGAN, "characters"),
        ("The concept", len(draft.concept), CONCEPT, "characters"),
        ("The design prompt", len(draft.design_prompt), DESIGN_PROMPT, "characters"),
        ("The palette", len(draft.palette), PALETTE, "colours"),
        ("The idea", len(draft.tags), TAGS, "tags"),
        ("The idea", len(draft.motifs), MOTIFS, "motifs"),
        ("The idea", len(draft.products), (1, len(PRODUCTS)), "products"),
    )
    found = [
        f"{what} has {count} {unit}, not {least} to {most}."
        for what, count, (least, most), unit in counts
        if not least <= count <= most
    ]
    if not draft.slogan.isprintable() or not any(map(str.isalnum, draft.slogan)):
        found.append("The slogan cannot be printed.")
    found += [f"{colour} is not a colour." for colour in draft.palette if not _HEX.fullmatch(colour)]
    found += [f"The tag “{tag}” is too long." for tag in draft.tags if len(tag) > TAG]
    found += [f"The {name} is missing." for name in ("style", "mood") if not getattr(draft, name)]
    return found


def _transparent(prompt: str) -> str:
    return (
        prompt if TRANSPARENT in prompt.lower() or not prompt else f"{prompt.rstrip('. ')}. {TRANSPARENT.capitalize()}."
    )


def _line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
