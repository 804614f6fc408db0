"""Whether a page is all there. What a connection or a disk cut off ends in something half said."""

import re

_TAIL = 20_000
_HEAD = 5_000
_END = re.compile(r"</(?:html|body)\s*>(?:\s|<!--(?:(?!-->).)*-->|</html\s*>)*\Z", re.IGNORECASE | re.DOTALL)
_DOCUMENT = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_NOT_READ = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_OPENED = re.compile(r"<(?:div|span|li|ul|ol)(?=[\s>])", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:div|span|li|ul|ol)\s*>", re.IGNORECASE)


def is_document(text: str) -> bool:
    """Not a scrap that was copied out of one."""
    return bool(_DOCUMENT.search(text[:_HEAD]))


def is_cut_off(text: str) -> bool:
    """A whole page says where it ends; a scrap that was copied out of one closes what it opens."""
    if _END.search(text[-_TAIL:]):
        return False
    read = _NOT_READ.sub("", text)
    return len(_OPENED.findall(read)) > len(_CLOSED.findall(read))
