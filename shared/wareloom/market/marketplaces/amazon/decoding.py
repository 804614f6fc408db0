"""A page's bytes as text. Some countries' Amazons wrote in their country's letters for long."""

import re

from wareloom.market.reading.text import readable

_HEAD = 4096
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_READ_AS = {
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "windows-31j": "cp932",
    "euc-jp": "euc_jp",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-15": "iso8859_15",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""As browsers do: what is declared, and what is meant."""


def page_text(body: bytes) -> str:
    try:
        body.decode()
    except UnicodeDecodeError:
        found = _DECLARED.search(body[:_HEAD])
        meant = _READ_AS.get(found[1].decode("ascii", errors="replace").lower()) if found else None
        if meant:
            return body.decode(meant, errors="replace").strip("\x00 \t\r\n")
    return readable(body)
