"""Script over slab: heavy rows, and a handwritten one that runs across their edge, slightly uphill."""

from wareloom.designs.studios.typographic.brief import Brief
from wareloom.designs.studios.typographic.column import Row, column
from wareloom.designs.studios.typographic.dress import dressed, halo
from wareloom.designs.studios.typographic.layouts.blocks import WIDTH, lettered, pictured
from wareloom.designs.studios.typographic.lettering import wide
from wareloom.designs.studios.typographic.ornaments import stars_row
from wareloom.designs.studios.typographic.path import Path, read
from wareloom.designs.studios.typographic.sheet import Sheet
from wareloom.designs.studios.typographic.words import even, is_small


def compose(sheet: Sheet, brief: Brief) -> None:
    before, written, after = _voices(brief.words)
    y = pictured(sheet, brief, 0, WIDTH * (0.42 if brief.length < 24 else 0.34)) + 220
    if before:
        y = lettered(sheet, brief, _slab(brief, before), y)
    y = _written(sheet, brief, written, y, over=bool(before))
    if after:
        y = lettered(sheet, brief, _slab(brief, after), y + 60)
    sheet.fill(stars_row(0, y + 260, 120, 3, 330), brief.inks.second)


def _voices(words: tuple[str, ...]) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """What is printed, what is written, what is printed again; the words stay in their order."""
    if len(words) == 1:
        return (), words[0], ()
    small = [n for n, word in enumerate(words) if 0 < n < len(words) - 1 and is_small(word)]
    if len(words) >= 4 and small:
        first = last = min(small, key=lambda n: abs(n - len(words) / 2))
        while first - 1 > 0 and is_small(words[first - 1]):
            first -= 1
        while last + 1 < len(words) - 1 and is_small(words[last + 1]):
            last += 1
        return words[:first], " ".join(words[first : last + 1]), words[last + 1 :]
    parts = even(words, 2)
    return tuple(parts[0].split()), parts[1], ()


def _slab(brief: Brief, words: tuple[str, ...]) -> list[Row]:
    return column(words, brief.display, WIDTH, 1150, tallest=0.36, most=3, gap=0.06, asides=False)


def _written(sheet: Sheet, brief: Brief, text: str, y: float, *, over: bool) -> float:
    flat = wide(
        " ".join(word.lower() if is_small(word) else word for word in text.split()),
        brief.script,
        WIDTH * 0.86,
        WIDTH * 0.2,
    ).path
    box = flat.box
    path = flat.centred().turned(-5)
    top = y + path.box.height / 2 - (min(110.0, box.height * 0.1) if over else 0)
    path = path.moved(0, top)
    if over:
        halo(sheet, path, 110)
    dressed(sheet, path, brief.inks.turned(swap=True), "plain", box.height)
    if box.width < WIDTH * 0.62:
        return path.box.bottom
    tail = _swash(box.width * 0.7).turned(-5).moved(box.width * 0.06, path.box.bottom + 40)
    sheet.fill(tail, brief.inks.second)
    return tail.box.bottom


def _swash(width: float) -> Path:
    half = width / 2
    return read(
        f"M{-half} 10 C{-half * 0.3} -50 {half * 0.4} -60 {half} -30 C{half * 0.4} -30 {-half * 0.2} -15 {-half} 10Z"
    )
