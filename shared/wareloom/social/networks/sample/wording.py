"""A post's words: sentences of the grammar, filled with what the niche is about, dressed as people dress them."""

import re
from random import Random

from wareloom.simulation.niches import Niche
from wareloom.simulation.world import pick
from wareloom.social.networks.sample.phrases import ABROAD, CLOSERS, FIRST, LAST, OPENERS, SENTENCES, SIGNS, THINGS

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_FROM_ABROAD = 0.07
_REPLIES = 0.14


def said(niche: Niche, feeling: str, mood: str, chances: Random) -> str:
    """Whatever else it says, it names its niche, so that who looks for it by name finds it."""
    if chances.random() < _FROM_ABROAD:
        text = _chosen(pick(chances, ABROAD[mood]), chances)
    else:
        text = _sentences(niche, feeling, mood, chances)
    if chances.random() < 0.28:
        text += " " + pick(chances, SIGNS[feeling]) * (1 + int(2 * chances.random()))
    if chances.random() < 0.08:
        text += f" https://links.example/{int(chances.random() * 36**5):x}"
    if chances.random() < 0.3 or niche.name not in text.casefold():
        text += "".join(_tags(niche, chances))
    return f"@{handle(chances)} {text}" if chances.random() < _REPLIES else text


def handle(chances: Random) -> str:
    number = int(chances.random() * 90)
    return f"{pick(chances, FIRST)}_{pick(chances, LAST)}{number or ''}"


def _sentences(niche: Niche, feeling: str, mood: str, chances: Random) -> str:
    first = int(chances.random() * len(niche.motifs))
    second = (first + 1 + int(chances.random() * (len(niche.motifs) - 1))) % len(niche.motifs)
    about = {
        "niche": niche.name,
        "motif": niche.motifs[first],
        "other": niche.motifs[second],
        "style": pick(chances, niche.styles),
        "audience": pick(chances, niche.audiences),
        "thing": pick(chances, THINGS),
    }
    sentences = SENTENCES[feeling]
    start = int(chances.random() * len(sentences))
    told = _chosen(sentences[start], chances).format_map(about)
    if chances.random() < 0.22:
        told += "\n\n"[: 1 + int(2 * chances.random())]
        told += _chosen(sentences[(start + 1) % len(sentences)], chances).format_map(about)
    parts = (pick(chances, OPENERS) + told, pick(chances, CLOSERS[mood]))
    text = " ".join(part for part in parts if part)
    text = text[0].upper() + text[1:]
    return text.lower() if chances.random() < 0.12 else text


def _chosen(phrase: str, chances: Random) -> str:
    while _CHOICE.search(phrase):
        phrase = _CHOICE.sub(lambda found: pick(chances, found[1].split("|")), phrase)
    return phrase


def _tags(niche: Niche, chances: Random) -> list[str]:
    """The niche's own first; it is spelled out where words of a foreign post would not tell it."""
    named = [niche.name, *(motif for motif in niche.motifs if chances.random() < 0.12)]
    return [" #" + "".join(word.capitalize() for word in re.split(r"[\s\-]+", name)) for name in named]
