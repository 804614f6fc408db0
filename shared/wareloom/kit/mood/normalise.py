"""A post as the model learnt to read it: links, names, hashtags and emoji become words. Training reads it the same."""

import html
import re
import unicodedata

from wareloom.kit.mood.emoji import EMOTICONS, worded

LONGEST = 10_000
"""Characters. What a post says is said by then: the rest costs time and changes no mood."""
LINK, PERSON = "http", "@user"

_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@])@\w[\w.\-]*(?:@[\w\-]+(?:\.[\w\-]+)+)?")
_HASHTAG = re.compile(r"(?<!\w)#(\w+)")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\D)(?=\d)|(?<=\d)(?=[A-Za-z])|_+")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}|([^\w\s])\2{3,}")
_SIGNS = "|".join(re.escape(one) for one in sorted(EMOTICONS, key=len, reverse=True))
_EMOTICON = re.compile(rf"(?<!\S)(?:{_SIGNS})(?!\w)")


def tidied(text: str) -> str:
    """For any model: links and names are the same to it as any other, and nothing is hidden."""
    text = html.unescape(text[:LONGEST])
    text = _URL.sub(f" {LINK} ", text)
    text = _HANDLE.sub(f" {PERSON} ", text)
    return " ".join("".join(_shown(sign) for sign in text).split())


def normalised(text: str) -> str:
    """For the model that ships."""
    text = html.unescape(text[:LONGEST])
    text = _URL.sub(f" {LINK} ", text)
    text = _HANDLE.sub(f" {PERSON} ", text)
    text = _HASHTAG.sub(lambda tag: f" {_HUMPS.sub(' ', tag[1])} ", text)
    text = _EMOTICON.sub(lambda found: f" {EMOTICONS[found[0]]} ", text)
    text = worded(text)
    text = "".join(_shown(sign) for sign in unicodedata.normalize("NFKC", text))
    text = _DRAWN_OUT.sub(lambda run: run[1] * 2 if run[1] else run[2] * 3, text)
    return " ".join(text.split())[:LONGEST]


def _shown(sign: str) -> str:
    """Nothing for what is not seen and for halves of a character; a space for what breaks the line or has no name."""
    kind = unicodedata.category(sign)
    if kind in {"Cf", "Cs"}:
        return ""
    return " " if kind in {"Cc", "Co", "Cn"} else sign
