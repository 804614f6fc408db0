"""Files that nobody should hand in: refused with a sentence, or read as far as they make sense, within bounds."""

import gzip
import json
import zipfile
from io import BytesIO

import pytest

from tests.unit.market.imports.files import Bytes, laid_out, problems, records, stream, values
from wareloom.kit.errors import Rejected
from wareloom.market.imports.layout import LONGEST_ROW, Layout
from wareloom.market.imports.preview import Wishes, look
from wareloom.market.imports.record import TOO_LONG

MB = 1024 * 1024
NEVER_CLOSED = "A quote is opened in this line and not closed within 1,000 lines or 1 MB."


def a_zip() -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("offers.csv", "title,price\nmug,5\n")
    return written.getvalue()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (a_zip(), "zip archive or an Excel workbook"),
        (gzip.compress(b"title,price\nmug,5\n", mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x7fELF\x02\x01\x01" + bytes(200) + b"\x03\x00>" * 100, "binary"),
        (bytes(10_000), "empty|binary"),
        (b"", "empty"),
        (b" \r\n \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        ((",".join(map(str, range(10_000))) + "\n1\n").encode(), "10000 columns"),
        (b'"title,price\nmug,5', "header"),
        (b"{", "neither a list"),
        (b"[]", "not closed|no rows"),
        (b"[1, 2]", "no JSON object"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(body: bytes, why: str) -> None:
    with pytest.raises(Rejected, match=why):
        laid_out(body)


class OneLine:
    """A gigabyte of one line between two good rows, which exists only as far as it is asked for."""

    before, after, size = b"title,price\nmug,5\n", b"\ncup,7\n", 1024 * MB

    def __init__(self) -> None:
        self.most = 0

    def __call__(self, start: int, stop: int) -> bytes:
        self.most = max(self.most, stop - start)
        body = self.before[start:stop] + b"x" * (min(stop, self.size - len(self.after)) - max(start, len(self.before)))
        return body + self.after[max(0, start - self.size + len(self.after)) :] if stop == self.size else body


def test_a_gigabyte_of_one_line_costs_its_row_and_never_more_than_a_piece_of_memory() -> None:
    file = OneLine()
    found = stream(file, file.size, laid_out(b"title,price\nmug,5\n"))
    assert [(one.number, one.values, one.problem) for one in found if one.values or one.problem] == [
        (2, {"title": "mug", "price": "5"}, None),
        (3, None, TOO_LONG),
        (4, {"title": "cup", "price": "7"}, None),
    ]
    assert len(found) > 900, "a place to go on from every megabyte"
    assert file.most <= 2 * MB


@pytest.mark.parametrize("at_once", [1, 3])
def test_reading_goes_on_within_a_line_that_is_too_long(at_once: int) -> None:
    long = b"y" * (LONGEST_ROW * 3 + 17)
    rows = b"title,price\nmug,5\n" + long + b"\ncup,7\n"
    assert [row["title"] for row in values(rows, at_once=at_once)] == ["mug", "cup"]
    lines = b'{"title": "mug"}\n' + long + b'\n{"title": "cup"}\n'
    assert [row["title"] for row in values(lines, at_once=at_once)] == ["mug", "cup"]
    assert [problem for _, problem in problems(lines)] == [TOO_LONG]


def test_a_quote_over_megabytes_is_given_up_and_its_lines_are_read() -> None:
    body = b'title,price\n"mug,5\n' + b"cup,7\n" * (LONGEST_ROW // 4)
    found = records(body)
    assert found[0].problem == NEVER_CLOSED
    assert sum(1 for one in found if one.values) == LONGEST_ROW // 4


def test_a_row_spans_a_thousand_lines_and_no_more() -> None:
    for breaks, bad in ((999, []), (1000, [(2, NEVER_CLOSED)])):
        body = b'title,price\n"mug' + b"\n" * breaks + b'",5\n'
        assert problems(body)[:1] == bad


def test_a_row_of_an_array_that_is_too_long_is_told() -> None:
    body = json.dumps([{"title": "mug"}, {"title": "x" * (2 * MB)}, {"title": "cup"}]).encode()
    assert problems(body) == [(2, TOO_LONG)]
    assert [row["title"] for row in values(body)] == ["mug", "cup"]
    endless = b'[{"title": "mug"}, {"title": "' + b"x" * (6 * MB)
    assert len(problems(endless)) == 1


def test_an_array_of_characters_of_four_bytes_alone_is_read_to_its_end() -> None:
    body = b'[{"title": "mug"}' + "🦦".encode() * (2 * MB)
    assert values(body) == [{"title": "mug"}]
    assert len(problems(body)) == 1


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("title,price\nmug,5\ncup,6", [3]),
        ('{"title": "mug", "price": "5"}\n{"title": "cup"', [2]),
        ('[{"title": "mug", "price": "5"}, {"title": "cup"', [2]),
        ('[{"title": "mug", "price": "5"}]', []),
        ('[{"title": "mug", "price": "5"}', [2]),
    ],
)
def test_half_a_character_at_the_end_costs_no_more_than_its_row(encoding: str, text: str, bad: list[int]) -> None:
    body = text.encode(encoding) + b"\xd8"
    assert values(body) == [{"title": "mug", "price": "5"}]
    assert [number for number, _ in problems(body)] == bad


@pytest.mark.parametrize("number", ["9" * 400, "-" + "9" * 5000, "1." + "3" * 400, "1e" + "9" * 400, "NaN", "Infinity"])
def test_numbers_without_end_are_text_to_whoever_judges_them(number: str) -> None:
    (row,) = values(f'[{{"title": "mug", "price": {number}}}]'.encode())
    assert isinstance(row["price"], str)


def test_deep_nesting_costs_its_row() -> None:
    deep = b'{"title": ' + b"[" * 50_000 + b"]" * 50_000 + b"}"
    assert values(b'{"title": "mug"}\n' + deep + b'\n{"title": "cup"}\n') == [{"title": "mug"}, {"title": "cup"}]


def test_null_bytes_are_shown_as_what_they_are_not() -> None:
    body = b"title,price\n" + b"mug,5\n" * 50 + b"a\x00b,6,7\n"
    (bad,) = [one for one in records(body) if one.problem]
    assert bad.raw == "a\ufffdb,6,7"


def test_a_bad_rows_text_is_cut() -> None:
    (bad,) = [one for one in records(b"title,price\n" + b"z" * 5000 + b"\n") if one.problem]
    assert len(bad.raw) == 301


def test_no_more_is_brought_than_is_read() -> None:
    body = b"title,price\n" + b"mug,5\n" * 20
    file = Bytes(body)
    assert len(stream(file, len(body), laid_out(body))) == 20
    assert file.brought == len(body) - len(b"title,price\n")


@pytest.mark.parametrize(
    "body",
    [
        b"title,price\n" + (b"x" * MB + b",5\n") * 20,
        b'{"title": "mug"}\n' + (b'{"title": "' + b"x" * MB + b'"}\n') * 20,
        b"[" + b",".join([b'{"title": "' + b"x" * (MB - 20) + b'"}'] * 20) + b"]",
    ],
)
def test_a_look_at_a_file_brings_no_more_than_its_beginning(body: bytes) -> None:
    file = Bytes(body)
    layout, found = look(file, len(body), Wishes())
    assert "title" in layout.columns
    assert found
    assert file.brought <= 14 * MB, "8 MB of rows, and what the longest row may need"


@pytest.mark.parametrize(
    ("odd", "name"), [("Menü".encode("cp850"), "Men\ufffd"), (b"a\x00b", "a\ufffdb"), (b"a\x1bb", "a\ufffdb")]
)
def test_what_no_database_keeps_is_no_part_of_a_columns_name(odd: bytes, name: str) -> None:
    assert laid_out(b"title," + odd + b"\nmug,5\ncup,6\njug,7\n").columns == ("title", name)


@pytest.mark.parametrize("odd", ["\\ud800", "\\u0000", "a\\nb", "x" * 121])
def test_keys_that_name_no_column_are_left_out(odd: str) -> None:
    body = f'[{{"title": "mug", "{odd}": 1, "price": 5}}]'.encode()
    assert laid_out(body).columns == ("title", "price")
    assert len(values(body)) == 1


def test_objects_with_too_many_keys_are_refused_with_a_sentence() -> None:
    rows = [{f"key {number * 100 + more}": 1 for more in range(100)} for number in range(6)]
    with pytest.raises(Rejected, match="600 columns"):
        laid_out(json.dumps(rows).encode())


def test_rows_of_one_column_and_of_odd_delimiters_are_read() -> None:
    assert values(b"keyword\notter mug\ncamp, tee\n", Wishes(delimiter="\t")) == [
        {"keyword": "otter mug"},
        {"keyword": "camp, tee"},
    ]
    assert Layout.model_validate_json(laid_out(b"keyword\nmug\n").model_dump_json()).columns == ("keyword",)
