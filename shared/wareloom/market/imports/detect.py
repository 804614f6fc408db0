"""What a file is, told from its first bytes: never from its name, and with a word about what had to be guessed."""

import csv
import re
from collections import Counter

from wareloom.kit.errors import Rejected
from wareloom.market.imports.formats.csv_rows import reader
from wareloom.market.imports.formats.json_rows import parsed
from wareloom.market.imports.layout import Encoding, Layout

HEAD = 256 * 1024
_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_NOT_TEXT = {
    b"PK\x03\x04": "a zip archive or an Excel workbook",
    b"PK\x05\x06": "an empty zip archive",
    b"\x1f\x8b": "compressed with gzip",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
    b"7z\xbc\xaf": "a 7-Zip archive",
}
_DELIMITERS = ",;\t|"
_LINES = 20
MOST_COLUMNS = 500
NO_NAME = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no column's name holds: no database keeps it, or nobody sees it."""
_WESTERN = "The file is no UTF-8; it was read as Western European (Windows-1252). Are letters with accents right?"
_TWO_BYTES = "The file does not say so, but its characters have two bytes: it was read as UTF-16."


def detect(head: bytes, *, encoding: Encoding | None = None, delimiter: str | None = None) -> Layout:
    """`head` is the file's beginning, or all of it. What is told wins over what is guessed."""
    if not head.strip():
        raise Rejected("The file is empty.")
    _refuse_what_is_no_text(head)
    mark, encoding, notes = _encoding(head, encoding)
    bare = Layout(format="csv", encoding=encoding, columns=(), begins=mark, notes=notes)
    text = bare.decoded(head[mark : len(head) - (len(head) - mark) % (2 if "16" in encoding else 1)])
    if not text.strip():
        raise Rejected("The file is empty.")
    match text.lstrip()[0]:
        case "[":
            return _array(text, bare)
        case "{":
            return _json_lines(text, bare)
        case _:
            return _csv(text, bare, delimiter)


def _refuse_what_is_no_text(head: bytes) -> None:
    for magic, what in _NOT_TEXT.items():
        if head.startswith(magic):
            raise Rejected(f"The file is {what}, not text. Save it as CSV (UTF-8) and import that.")


def _encoding(head: bytes, told: Encoding | None) -> tuple[int, Encoding, tuple[str, ...]]:
    """How many bytes mark the encoding, which one it is, and what is to be said about it."""
    for mark, marked in _MARKS:
        if head.startswith(mark) and told in (None, marked):
            return len(mark), marked, ()
    if told:
        return 0, told, ()
    sample = head[:4096]
    if zeros := sample.count(0):
        little, big = sample[1::2].count(0), sample[::2].count(0)
        if max(little, big) > len(sample) * 0.3 and min(little, big) < zeros * 0.1:
            return 0, "utf-16-le" if little > big else "utf-16-be", (_TWO_BYTES,)
        if zeros > len(sample) * 0.05:
            raise Rejected("The file is binary, not text. Save it as CSV (UTF-8) and import that.")
    if _is_utf8(head):
        return 0, "utf-8", ()
    return 0, "cp1252", (_WESTERN,)


def _is_utf8(head: bytes) -> bool:
    """The last character may be cut, where the file goes on."""
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and error.start > len(head) - 4
    return True


def _array(text: str, bare: Layout) -> Layout:
    opened = text.index("[") + 1
    begins = bare.begins + len(bare.encoded(text[:opened]))
    return bare.model_copy(update={"format": "json", "begins": begins, "first_row": 0})


def _json_lines(text: str, bare: Layout) -> Layout:
    first = text.strip().partition("\n")[0]
    try:
        parsed(first)
    except ValueError as error:
        if len(first) < len(text.strip()) or len(text) < HEAD // 4:
            raise Rejected(
                "The file is neither a list of JSON objects, in [ and ], nor one JSON object a line."
            ) from error
    return bare.model_copy(update={"format": "json-lines", "first_row": 0})


def _csv(text: str, bare: Layout, delimiter: str | None) -> Layout:
    line_end = "\r" if "\n" not in text and "\r" in text else "\n"
    lines = text.split(line_end)
    whole = [line + line_end for line in lines[: _LINES * 5]]
    delimiter = delimiter or _delimiter(whole)
    header, used, blank = _header(whole, delimiter)
    begins = bare.begins + min(len(bare.encoded("".join(whole[:used]))), len(bare.encoded(text)))
    columns, notes = _named(header)
    told: dict[str, object] = {"delimiter": delimiter, "line_end": line_end, "columns": columns, "begins": begins}
    return bare.model_copy(update={**told, "first_row": 1 + blank, "notes": (*bare.notes, *notes)})


def _delimiter(lines: list[str]) -> str:
    """The one that cuts most lines into as many cells as the first, of which there are several."""
    return max(_DELIMITERS, key=lambda one: _evenness(lines, one))


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    widths = [len(cells) for cells in _read(lines, delimiter) if any(cells)]
    if not widths or widths[0] < 2:
        return 0, 0
    return Counter(widths)[widths[0]] / len(widths), widths[0]


def _read(lines: list[str], delimiter: str) -> list[list[str]]:
    found: list[list[str]] = []
    rows = reader(iter(lines), delimiter)
    while len(found) < _LINES:
        try:
            found.append(next(rows))
        except (StopIteration, csv.Error):
            break
    return found


def _header(lines: list[str], delimiter: str) -> tuple[list[str], int, int]:
    """The first row that says anything, how many lines it took with what came before, and how many rows that was."""
    rows = reader(iter(lines), delimiter)
    blank = 0
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                return cells, rows.line_num, blank  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType] - a reader of the standard library
            blank += 1
    except csv.Error as error:
        raise Rejected(f"The header, the first row of the file, is not readable as CSV: {error}.") from error
    raise Rejected("The file has no header: its first row names the columns.")


def _named(header: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A name for each column, of its own. Of two with one name the first keeps it."""
    if len(header) > MOST_COLUMNS:
        raise Rejected(f"The header has {len(header)} columns; {MOST_COLUMNS} are the most.")
    names: list[str] = []
    notes: list[str] = []
    for place, cell in enumerate(header, 1):
        written = NO_NAME.sub("\ufffd", " ".join(cell.split()))[:100] or f"Column {place}"
        name, times = written, 1
        while name in names:
            times += 1
            name = f"{written} ({times})"
        if times == 2:
            notes.append(f"“{written}” stands more than once in the header: the first is taken, another is “{name}”.")
        names.append(name)
    return tuple(names), tuple(notes)
