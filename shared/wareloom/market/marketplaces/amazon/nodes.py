"""Looking into a parsed page."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from wareloom.market.reading import markup
from wareloom.market.reading.text import read_json, words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    Within = LexborHTMLParser | LexborNode
    """A page, or a part of one."""

_DEEPEST = 60
"""Nothing of interest lies deeper in what lies around it; hostile pages are deep without end."""


def parsed(text: str) -> "LexborHTMLParser":
    """Without what is not for reading: a style between two words would else be a word."""
    tree = markup.parsed(text)
    tree.strip_tags(["script", "style", "template"])
    return tree


def said(node: "LexborNode | None", apart: str = "") -> str | None:
    return words(node.text(separator=apart)) if node else None


def first_said(within: "Within", *selectors: str) -> str | None:
    """What the first of them says that says anything."""
    return next((text for one in selectors for node in within.css(one) if (text := said(node, " "))), None)


def told(node: "LexborNode | None", name: str) -> str | None:
    """An attribute."""
    return words(node.attributes.get(name)) if node else None


def href(node: "LexborNode | None") -> str | None:
    """As it stands: what wraps a link makes it longer than any word."""
    return node.attributes.get("href") if node else None


def stated(node: "LexborNode | None", name: str) -> Any:
    """The value that an attribute holds for the page's own scripts, as JSON; None when it holds none."""
    try:
        return read_json((node.attributes.get(name) if node else None) or "")
    except ValueError:
        return None


def around(node: "LexborNode") -> Iterator["LexborNode"]:
    """What a node lies in, from the inside out."""
    parent = node.parent
    for _ in range(_DEEPEST):
        if parent is None:
            return
        yield parent
        parent = parent.parent


def lies_in(node: "LexborNode", *classes: str) -> bool:
    """In anything with a class that begins like one of these, or is that itself."""
    return any(has_class(one, *classes) for one in (node, *around(node)))


def has_class(node: "LexborNode", *beginnings: str) -> bool:
    return any(name.startswith(beginnings) for name in (node.attributes.get("class") or "").split())


def outermost(nodes: "Iterable[LexborNode]") -> "Iterator[LexborNode]":
    """Each once, and none that lies in another."""
    taken: set[int] = set()
    for node in nodes:
        if not any(one.mem_id in taken for one in (node, *around(node))):
            taken.add(node.mem_id)
            yield node
