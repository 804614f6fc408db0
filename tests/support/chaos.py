"""Everything that goes wrong with a page on its way: cut off, garbled, emptied, shuffled, swollen, made hostile."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

PAGES = Path(__file__).parent / "pages"
HUGE = 20_000_000

_BLOCK = re.compile(r"(?=<(?:div|li|section|article|script|meta|span|a)\b)")
_TEXT = re.compile(r">[^<>]+<")
_ATTRIBUTE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_LINK = re.compile(r"""(?:https?:)?\\?/\\?/[\w.-]+\.[a-z]+[^\s"'<>\\)]*|(?<=["'])\\?/[\w./?=&%-]+""")
_AMOUNT = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w.,-])")


def pages(marketplace: str) -> list[Path]:
    """Those that we wrote ourselves, by hand."""
    return sorted((PAGES / marketplace).glob("*.*"))


def truncated(body: bytes) -> Iterator[bytes]:
    yield from (body[: len(body) * part // 16] for part in range(1, 16))


def garbled(body: bytes) -> Iterator[bytes]:
    text = body.decode()
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "shift-jis", "utf-7"):
        yield text.encode(encoding, errors="replace")
    yield text.encode().decode("latin-1").encode()
    yield body.replace(b"e", b"\xe9")


def emptied(body: bytes) -> Iterator[bytes]:
    """Of words, of attributes, of both; JSON of strings, of numbers, of what its lists hold."""
    text = body.decode()
    wordless = _TEXT.sub("><", text)
    yield from (one.encode() for one in (wordless, _ATTRIBUTE.sub('=""', text), _ATTRIBUTE.sub('=""', wordless)))
    yield from (re.sub(pattern, into, text).encode() for pattern, into in _EMPTYING)


_EMPTYING = (
    (r':\s*"(?:[^"\\]|\\.)*"', ':""'),
    (r":\s*-?\d[\d.]*", ":null"),
    (r":\s*-?\d[\d.]*", ":{}"),
    (r":\s*\[", ':[],"was":['),
    (r":\s*\{", ':null,"was":{'),
)


def shuffled(body: bytes) -> Iterator[bytes]:
    chance = random.Random(7)  # noqa: S311 - the same shuffle every time
    text = body.decode()
    for _ in range(4):
        blocks = _BLOCK.split(text)
        chance.shuffle(blocks)
        yield "".join(blocks).encode()
    value = _as_json(body)
    if value is not None:
        yield json.dumps(_shuffled(value, chance)).encode()


def _shuffled(value: object, chance: random.Random) -> object:
    if isinstance(value, dict):
        pairs = list(cast("dict[str, object]", value).items())
        return {name: _shuffled(inner, chance) for name, inner in chance.sample(pairs, len(pairs))}
    if isinstance(value, list):
        inside = cast("list[object]", value)
        return [_shuffled(inner, chance) for inner in chance.sample(inside, len(inside))]
    return value


def _as_json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def poisoned(body: bytes) -> Iterator[bytes]:
    """With what no text should hold, and with what would grow when it is read."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "%s"><!ENTITY b "%s">]>' % (b"x" * 50, b"&a;" * 50)
    yield b"\x00".join(body[at : at + 7] for at in range(0, len(body), 7))
    yield b"\x00" * 1000 + body + b"\x00" * 1000
    yield bomb + body.replace(b"</title>", b"&b;&b;</title>")
    yield body.replace(b">", b">&#0;&#x110000;&#xD800;&nbsp;&zwnj;&bogus;")
    yield body.replace(b'":"', b'":"\\u0000\\ud800\\uffff')
    yield body.replace(b"<", b"<<").replace(b"{", b"{{")


def nested(body: bytes) -> Iterator[bytes]:
    """Below and beside JSON that goes too deep."""
    for opening, closing in ((b"[", b"]"), (b'{"a":', b"}")):
        yield opening * 100_000 + body + closing * 100_000
        yield body.replace(b"</head>", b'<script type="application/ld+json">' + opening * 100_000 + b"</script></head>")
        yield body.replace(b":[", b":" + opening * 2000, 1).replace(b": [", b":" + opening * 2000, 1)


def huge(body: bytes) -> Iterator[bytes]:
    """Swollen to twenty million bytes, in ways that cost a careless reader most."""
    half = len(body) // 2
    for filling in (b"<div>", b" " * 100, b'<p class="x">%s</p>' % (b"x" * 300), b'{"a":['):
        yield body[:half] + filling * (HUGE // len(filling)) + body[half:]


def hostile(body: bytes) -> Iterator[bytes]:
    """Links that do something, prices beyond measure, ids without end."""
    text = body.decode()
    for link in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//[", "http://a b/", "vbscript:x"):
        yield _LINK.sub(lambda _, link=link: link, text).encode()
    for amount in ("1e999", "-1e999", "NaN", "Infinity", "-5", "9" * 400, "0x10", "1" * 10_000):
        yield _AMOUNT.sub(amount, text).encode()
    yield re.sub(r"[A-Za-z]+", lambda found: found[0] * 40, text).encode()


def renamed(body: bytes, ids: frozenset[str]) -> bytes:
    """With ids of ten thousand characters."""
    text = body.decode()
    for name in sorted(ids, key=len, reverse=True):
        for part in re.findall(r"\w+", name):
            text = text.replace(part, "7" * 10_000)
    return text.encode()
