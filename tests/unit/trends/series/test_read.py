"""A file of series: what is a gap, what is bad, and that bad rows are named."""

import numpy as np
import pytest

from wareloom.kit.errors import Malformed
from wareloom.trends.series.read import read_series


def read(*rows: str, header: str = "term,date,value") -> list[list[float]]:
    return [series.values.tolist() for series in read_series("\n".join([header, *rows]).encode())]


def refused(body: bytes) -> str:
    with pytest.raises(Malformed) as caught:
        read_series(body)
    return caught.value.reason


def test_terms_keep_the_order_of_their_first_rows() -> None:
    body = b"term,date,value\nowl,2026-01-02,2\nfox,2026-01-01,5\nowl,2026-01-01,1\n"
    assert [(one.term, one.values.tolist()) for one in read_series(body)] == [("owl", [1, 2]), ("fox", [5])]


@pytest.mark.parametrize("gap", ["", " ", "-1", "-1.0", "NA", "nan", "null"])
def test_gaps_are_written_in_many_ways(gap: str) -> None:
    [values] = read("fox,2026-01-01,1", f"fox,2026-01-02,{gap}", "fox,2026-01-03,3")
    assert values == pytest.approx([1, np.nan, 3], nan_ok=True)


def test_columns_may_stand_in_any_order_beside_others() -> None:
    assert read("7,x,2026-01-01,fox", header="\ufeffValue,note,Date,TERM") == [[7]]


def test_the_same_row_twice_is_one() -> None:
    assert read("fox,2026-01-01,1", "fox,2026-01-01,1") == [[1]]


def test_a_quoted_term_may_hold_commas_and_blank_lines_are_nothing() -> None:
    assert read('"fox, red",2026-01-01,1', "", ",,") == [[1]]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("fox,yesterday,1", "Line 3: “yesterday” is no date such as 2026-03-01."),
        ("fox,2026-01-02,many", "Line 3: “many” is no number such as 12.5."),
        ("fox,2026-01-02,-4", "Line 3: -4 is below zero, and a gap is an empty cell or -1."),
        ("fox,2026-01-02,inf", "Line 3: inf is larger than anything that is counted."),
        (",2026-01-02,1", "Line 3: the term is missing."),
        ("fox", "Line 3: “” is no date such as 2026-03-01."),
        ("fox,2026-01-01,2", "Line 3: fox has another value for the same date in line 2."),
    ],
)
def test_a_bad_row_is_named(row: str, said: str) -> None:
    assert refused(f"term,date,value\nfox,2026-01-01,1\n{row}\nfox,2026-01-05,1\n".encode()) == said


def test_of_many_bad_rows_the_first_are_named_and_the_rest_counted() -> None:
    said = refused(b"term,date,value\n" + b"fox,x,1\n" * 9)
    assert said.startswith("Line 2: ")
    assert "Line 6: " in said
    assert said.endswith("And 4 more rows.")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "The first line must name the columns term, date and value; term is missing."),
        (b"term;date;value\n", "The first line must name the columns term, date and value; term is missing."),
        (b"term,date,value\n", "The file has no rows below its header."),
        (b"term,date,value\nfox,2026-01-01,1\n\xff,2026-01-01,1\n", "Line 3 is not UTF-8."),
        (b'term,date,value\n"fox,2026-01-01,1\n', "cannot be read as CSV"),
    ],
)
def test_a_file_of_another_kind_says_what_is_wrong(body: bytes, said: str) -> None:
    assert said in refused(body)


def test_what_is_all_gaps_is_there_and_empty() -> None:
    assert read("fox,2026-01-01,", "fox,2026-01-02,-1") == [[]]
