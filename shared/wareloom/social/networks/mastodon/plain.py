"""A status as its author typed it: servers send it as HTML, with parts of long links hidden."""

from html.parser import HTMLParser

_MOST = 200_000
_BREAKS = {"br": "\n", "p": "\n\n", "blockquote": "\n\n", "pre": "\n\n", "ul": "\n", "ol": "\n", "li": "\n"}
_UNSEEN = {"script", "style"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        if tag in _UNSEEN:
            self._unseen += 1
        self.parts.append(_BREAKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag != "br":
            self.parts.append(_BREAKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def plain(markup: str) -> str:
    """Paragraphs are parted by an empty line. What is hidden of a link is shown: it is part of what was typed."""
    reader = _Reader()
    reader.feed(markup[:_MOST])
    reader.close()
    lines = [line.strip() for line in "".join(reader.parts).replace("\r", "").split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip()
