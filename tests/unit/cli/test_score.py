"""`wareloom trends score`: what it prints, and the status it leaves with."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.command import Command

KEYS = ["term", "label", "growth", "p", "q", "season", "forecast", "model", "backtest"]
MORE = ["why", "trend", "step", "known", "windows", "rhythms", "bursts"]


@pytest.fixture
def wareloom(tmp_path: Path) -> Command:
    return Command(tmp_path)


def rows(term: str, *, by: float, days: int = 120) -> list[str]:
    first = date(2026, 1, 1)
    return [f"{term},{first + timedelta(days=day)},{100 * (1 + by) ** day:.3f}" for day in range(days)]


def signals(*terms: list[str]) -> str:
    return "\n".join(["term,date,value", *(row for term in terms for row in term)])


def test_each_term_is_one_line_with_the_promised_keys(wareloom: Command, tmp_path: Path) -> None:
    file = tmp_path / "signals.csv"
    file.write_text(signals(rows("fox", by=0.01), rows("owl", by=-0.01), rows("elk", by=0, days=5)))
    ran = wareloom("trends", "score", str(file))
    fox, owl, elk = (json.loads(line) for line in ran.out.splitlines())
    assert (ran.status, ran.err) == (0, "")
    assert list(fox) == list(owl) == list(elk) == KEYS + MORE
    assert [(one["term"], one["label"]) for one in (fox, owl, elk)] == [
        ("fox", "rising"),
        ("owl", "declining"),
        ("elk", "insufficient data"),
    ]
    assert fox["growth"] == {
        "7": pytest.approx(1.01**7 - 1, rel=1e-3),
        "28": pytest.approx(1.01**28 - 1, rel=1e-3),
        "90": pytest.approx(1.01**90 - 1, rel=1e-3),
    }
    assert 0 <= fox["p"] <= fox["q"] < 0.01
    assert fox["season"] == "unknown"
    assert fox["model"] == "combination"
    assert fox["backtest"]["mase"] < 1


def test_the_forecast_is_the_next_twelve_steps_of_the_series_own_spacing(wareloom: Command) -> None:
    months = [f"gym,{2016 + month // 12}-{month % 12 + 1:02},{50 + month % 12}" for month in range(48)]
    told = wareloom("trends", "score", "-", stdin=signals(months)).json
    assert [step["date"] for step in told["forecast"]] == [f"2020-{month:02}" for month in range(1, 13)]
    assert all(step["lower"] <= step["mean"] <= step["upper"] for step in told["forecast"])
    assert told["growth"] == {"7": None, "28": None, "90": None}
    assert "least that tell a trend" in told["windows"]["90"]["reason"]
    assert (told["label"], told["season"]["peak"]) == ("seasonal", "December")


def test_what_cannot_be_told_is_null_and_the_forecast_empty(wareloom: Command) -> None:
    told = wareloom("trends", "score", "-", stdin=signals(["fox,2026-01-01,1"])).json
    assert (told["p"], told["q"], told["model"], told["backtest"], told["forecast"]) == (None, None, None, None, [])
    assert told["why"] == "Only 1 value is known, and 12 are the least that say anything."


def test_a_bad_row_is_status_2_named_and_nothing_is_half_printed(wareloom: Command) -> None:
    ran = wareloom("trends", "score", "-", stdin=signals(rows("fox", by=0), ["owl,2026-01-01,many"]))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "wareloom: Line 122: “many” is no number such as 12.5.\n"


@pytest.mark.parametrize("body", [b"", b"\x00", b"a,b\n1,2\n", b"\xff\xfe", b"term,date,value\n"])
def test_what_is_no_such_file_is_status_2_with_a_reason(wareloom: Command, body: bytes) -> None:
    ran = wareloom("trends", "score", "-", stdin=body)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("wareloom: ")
    assert "Traceback" not in ran.err


def test_a_file_that_is_not_there_is_named(wareloom: Command, tmp_path: Path) -> None:
    ran = wareloom("trends", "score", str(tmp_path / "missing.csv"))
    assert ran.status == 2
    assert "missing.csv" in ran.err


def test_scoring_needs_neither_the_cloud_nor_the_database() -> None:
    said = (
        "import sys, wareloom.cli.score, wareloom.trends.series.read, wareloom.trends.series.tell; print(*sys.modules)"
    )
    shared = str(Path(__file__).parents[3] / "shared")
    loaded = subprocess.check_output([sys.executable, "-c", said], env={"PYTHONPATH": shared}, text=True).split()
    assert "wareloom.trends.series.score" in loaded
    assert not {"boto3", "botocore", "sqlalchemy", "psycopg", "pandas", "scipy", "statsmodels"} & set(loaded)


def test_other_commands_do_not_wait_for_the_numbers() -> None:
    said = "import sys, wareloom.cli.main; print(*sys.modules)"
    shared = str(Path(__file__).parents[3] / "shared")
    loaded = subprocess.check_output([sys.executable, "-c", said], env={"PYTHONPATH": shared}, text=True).split()
    assert "wareloom.cli.score" in loaded
    assert "numpy" not in loaded
