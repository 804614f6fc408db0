"""The same rows, however a file writes them down and wherever reading was cut off."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.market.imports.files import laid_out, problems, records, values
from wareloom.kit.errors import Rejected
from wareloom.market.imports.preview import Wishes

HEADER = ["Product Name", "Price", "Über"]
ROWS = [["Otter mug", "12,50 €", "größer"], ['A "quoted" one', "7", "a\nline, and; more\tof|it"], ["", "5", "é"]]
WANTED = [dict(zip(HEADER, row, strict=True)) for row in ROWS]


def as_csv(rows: list[list[str]], *, delimiter: str = ",", line_end: str = "\r\n", header: list[str] = HEADER) -> str:
    written = StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator=line_end).writerows([header, *rows])
    return written.getvalue()


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_table_reads_the_same_in_every_dress(encoding: str, delimiter: str, line_end: str) -> None:
    body = as_csv(ROWS, delimiter=delimiter, line_end=line_end).encode(encoding)
    layout = laid_out(body)
    assert (layout.delimiter, layout.columns) == (delimiter, tuple(HEADER))
    assert layout.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)
    assert values(body) == values(body, at_once=1) == WANTED
    assert [one.number for one in records(body)] == [2, 3, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_array_reads_the_same_in_every_dress(encoding: str, indent: int | None) -> None:
    body = json.dumps(WANTED, ensure_ascii=False, indent=indent).encode(encoding)
    assert values(body) == values(body, at_once=1) == values(body, at_once=2) == WANTED
    assert [one.number for one in records(body)] == [1, 2, 3]
    assert laid_out(body).columns == tuple(HEADER)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_json_lines_read_the_same_in_every_dress(encoding: str) -> None:
    body = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in WANTED).encode(encoding)
    assert values(body) == values(body, at_once=1) == WANTED
    assert laid_out(body).format == "json-lines"


def test_old_macs_end_lines_with_a_carriage_return() -> None:
    assert values(b"title,price\rmug,5\rcup,6\r") == [{"title": "mug", "price": "5"}, {"title": "cup", "price": "6"}]


def test_what_is_guessed_is_said_and_what_is_told_wins() -> None:
    body = as_csv(ROWS).encode("cp1252")
    assert "Windows-1252" in laid_out(body).notes[0]
    assert laid_out(as_csv(ROWS).encode()).notes == ()
    assert values("title,p\nä,5\n".encode("cp1252"), Wishes(encoding="cp1252")) == [{"title": "ä", "p": "5"}]
    assert laid_out(b"a,b;c\n1,2;3\n", Wishes(delimiter=";")).columns == ("a,b", "c")


def test_bytes_that_are_none_of_the_encodings_cost_their_row_alone() -> None:
    good = "title,price\n" + "mug,5\n" * 60_000
    body = good.encode() + b"caf\xe9,6\n" + b"cup,7\n"
    assert laid_out(body).encoding == "utf-8"
    assert problems(body) == [(60_002, "The row holds bytes that are not utf-8.")]
    assert values(body)[-1] == {"title": "cup", "price": "7"}


def test_names_that_stand_twice_are_told_apart_and_nameless_columns_are_named() -> None:
    layout = laid_out(b"Price,price,Price,,Price\n1,2,3,4,5\n")
    assert layout.columns == ("Price", "price", "Price (2)", "Column 4", "Price (3)")
    assert any("more than once" in note for note in layout.notes)


def test_rows_of_another_width_are_bad_and_empty_ends_are_not() -> None:
    body = b"title,price\nmug\nmug,5,,\nmug,5,more\n\n,\nlast,9\n"
    assert problems(body) == [
        (2, "The row has 1 cells; the header has 2."),
        (4, "The row has 3 cells; the header has 2."),
    ]
    assert values(body) == [{"title": "mug", "price": "5"}, {"title": "last", "price": "9"}]
    assert records(body)[-1].number == 7, "as a spreadsheet counts: empty rows too"


def test_a_quote_that_is_never_closed_costs_its_own_row() -> None:
    body = b'title,price\n"mug,5\ncup,6\njug,7\n'
    assert [row["title"] for row in values(body)] == ["cup", "jug"]
    ((number, problem),) = problems(body)
    assert number == 2
    assert "not readable as CSV" in problem
    assert values(body, at_once=1) == values(body)


def test_what_stands_before_the_header_is_passed_over() -> None:
    body = b"\n,,\ntitle,price,day\nmug,5,\n"
    assert [(one.number, one.values) for one in records(body)] == [(4, {"title": "mug", "price": "5", "day": ""})]


def test_a_bad_line_of_json_costs_its_own_row() -> None:
    body = b'{"title": "mug"}\n{"title": \n[1]\n"x"\n{"title": "cup"}\n'
    assert [number for number, _ in problems(body)] == [2, 3, 4]
    assert values(body) == [{"title": "mug"}, {"title": "cup"}]


@pytest.mark.parametrize(
    "end", ['{"title": "cup"}', '{"title": "cup"', "", "nonsense]", '{"a" 1}, {"title": "x"}]', "[" * 100_000]
)
def test_an_array_that_breaks_off_keeps_what_came_before_and_says_so(end: str) -> None:
    body = ('[{"title": "mug"}, {"title": "jug"},' + end).encode()
    assert values(body)[:2] == [{"title": "mug"}, {"title": "jug"}]
    assert len(problems(body)) == 1
    assert "not" in problems(body)[0][1] or "no longer" in problems(body)[0][1]


def test_one_object_is_no_list() -> None:
    with pytest.raises(Rejected, match="neither a list"):
        laid_out(json.dumps({"items": WANTED}, indent=1).encode())


CELL = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
"""No text has a null in it: a file that does is refused as binary."""
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=8)
)


@settings(max_examples=150, deadline=None)
@given(
    TABLES,
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_python_writes_is_read_back_as_it_was(
    rows: list[list[str]], delimiter: str, encoding: str, quoting: int, line_end: str
) -> None:
    """But for a lone carriage return that it writes without quotes: its own reader refuses that too."""
    if quoting == csv.QUOTE_MINIMAL and any("\r" in cell for row in rows for cell in row):
        line_end = "\r\n"
    header = [f"c{number}" for number in range(len(rows[0]))]
    written = StringIO()
    lines = csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator=line_end)  # pyright: ignore[reportArgumentType] - the stub wants a literal
    lines.writerows([header, *rows])
    body = written.getvalue().encode(encoding)
    wanted = [dict(zip(header, row, strict=True)) for row in rows if any(row)]
    assert values(body, Wishes(delimiter=delimiter)) == wanted
    assert values(body, Wishes(delimiter=delimiter), at_once=1) == wanted


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | CELL,
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from("abcd"), JSON, min_size=1), min_size=1, max_size=6),
    st.sampled_from(["utf-8", "utf-16"]),
    st.booleans(),
)
def test_json_of_any_shape_is_read_back_as_it_was(rows: list[dict[str, object]], encoding: str, array: bool) -> None:
    spelled = [json.dumps(row, ensure_ascii=False) for row in rows]
    text = f"[{','.join(spelled)}]" if array else "\n".join(spelled)
    body = text.encode(encoding)
    assert values(body) == values(body, at_once=1) == rows
