"""A run started from a terminal, and followed while the real handlers carry it."""

import json
import re
import signal
import subprocess
from typing import Any
from uuid import UUID

import pytest

from tests.integration.trends.market import furnish
from tests.support import river
from tests.support.command import Command
from tests.support.river import River
from wareloom.kit.work import unit_of_work


@pytest.fixture
def market(wareloom: Command) -> Command:
    with unit_of_work() as work:
        furnish(work.session)
    return wareloom


def told(process: subprocess.Popen[bytes], line: str) -> None:
    """Read what the command says until it says this."""
    assert process.stderr
    said: list[str] = []
    while not said or said[-1] != line:
        read = process.stderr.readline().decode()
        assert read, f"“{line}” was never said: {said}"
        said.append(read.rstrip())


def open_run(wareloom: Command) -> dict[str, Any]:
    (run,) = wareloom("runs", "--json").json
    return run


def begun(wareloom: Command, *arguments: str) -> tuple[subprocess.Popen[bytes], UUID]:
    process = wareloom.start("run", "--trends", "1", *arguments)
    told(process, "Waiting for its turn")
    return process, UUID(open_run(wareloom)["id"])


def test_a_run_is_followed_verb_by_verb_until_only_people_can_go_on(market: Command) -> None:
    process, run_id = begun(market)
    (trend,) = river.ids(river.analyse(run_id))
    told(process, "analyse: 1/1 done")
    designs = river.ids(river.ideate(run_id, trend))
    told(process, f"generate: 0/{len(designs)} done")
    for design in designs:
        river.sketch(run_id, design)
        river.stand(run_id, design, f"token-{design}")
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert f"approve: 0/{len(designs)} done, {len(designs)} waiting" in err.decode()
    assert f"wareloom designs approve --all-waiting --run {run_id}" in err.decode()
    header, *rows = out.decode().splitlines()
    assert header.startswith("slogan\t")
    assert {row.rpartition("\t")[2] for row in rows} == {str(design) for design in designs}


def test_a_program_that_follows_is_told_the_run_and_what_waits(stream: River, wareloom: Command) -> None:
    (design,) = river.walk(stream.run_id, real=False)
    for other in river.ids(river.ideate(stream.run_id, river.design_of(design).trend_id)):
        if other != design:
            river.sketch(stream.run_id, other)
            river.stand(stream.run_id, other, f"token-{other}")
    ran = wareloom("runs", "follow", str(stream.run_id), "--json")
    assert (ran.status, ran.json["status"]) == (0, "waiting")
    assert str(design) in {one["id"] for one in ran.json["waiting"]}


def test_a_failed_run_is_status_1_with_its_reason_and_the_next_command(market: Command) -> None:
    process, run_id = begun(market, "--json")
    river.record(run_id, "analyse", run_id, error="Unavailable", cause="The market is closed.")
    river.finish(run_id)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "The run has failed: Analyse the market: The market is closed. " in err.decode()
    assert f"wareloom runs resume {run_id}" in err.decode()
    assert json.loads(out)["waiting"] == []
    assert market("runs", "resume", str(run_id)).status == 0
    again = open_run(market)
    assert (again["status"], again["attempt"]) == ("queued", 2)


def test_control_c_leaves_the_run_going_and_says_how_to_follow_it_again(market: Command) -> None:
    process, run_id = begun(market)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert f"wareloom runs follow {run_id}" in err.decode()
    assert "Traceback" not in err.decode()
    assert open_run(market)["status"] == "queued"


def test_detached_it_starts_and_leaves(market: Command) -> None:
    ran = market("run", "--detach", "--trends", "2")
    run = open_run(market)
    assert (ran.status, ran.out) == (0, "")
    assert run["id"] in ran.err
    assert run["trends_wanted"] == 2


def test_more_trends_than_a_run_takes_are_status_2_and_open_nothing(market: Command) -> None:
    assert market("run", "--trends", "1000").status == 2
    assert market("runs", "--json").json == []


def test_a_terminal_sees_a_bar_for_every_verb(stream: River, wareloom: Command) -> None:
    (trend,) = river.ids(river.analyse(stream.run_id))
    river.record(stream.run_id, "ideate", trend, error="Unavailable", cause="No model answers.")
    river.finish(stream.run_id)
    asked = ["runs", "follow", str(stream.run_id)]
    ran = wareloom(*asked, FORCE_COLOR="1", TERM="xterm-mono", NO_COLOR="1", COLUMNS="120")
    plain = re.sub(r"\x1b\[[0-9?]*[A-Za-z]", "", ran.err)
    bars = {line.split()[0]: line for line in plain.splitlines() if "━" in line}
    assert list(bars) == ["analyse", "ideate", "generate", "approve", "publish"]
    assert "1/1" in bars["analyse"]
    assert "0/1" in bars["ideate"]
    assert "1 failed" in bars["ideate"]


def test_a_stopped_run_says_so_and_is_taken_up_again(stream: River, wareloom: Command) -> None:
    run_id = str(stream.run_id)
    assert wareloom("runs", "stop", run_id).status == 0
    assert wareloom("runs", "stop", run_id).status == 1, "it is stopped already"
    followed = wareloom("runs", "follow", run_id)
    assert followed.status == 1
    assert "The run was stopped." in followed.err
    assert [run["id"] for run in wareloom("runs", "--status", "stopped", "--json").json] == [run_id]
    assert wareloom("runs", "resume", run_id, "--json").json["status"] == "queued"


def test_a_run_is_shown_with_its_stages_and_every_step_with_its_reason(stream: River, wareloom: Command) -> None:
    (trend,) = river.ids(river.analyse(stream.run_id))
    river.record(stream.run_id, "ideate", trend, error="Unavailable", cause="No model answers.")
    ran = wareloom("runs", "show", str(stream.run_id))
    facts, steps = (block.splitlines() for block in ran.out.split("\n\n"))
    shown = dict(line.split("\t", 1) for line in facts)
    assert shown["analyse"].startswith("1/1 done")
    assert shown["ideate"].startswith("0/1 done, 1 failed")
    assert shown["cost"] == "nothing"
    rows = [dict(zip(steps[0].split("\t"), step.split("\t"), strict=True)) for step in steps[1:]]
    assert [(row["verb"], row["status"], row["what"], row["id"]) for row in rows] == [
        ("analyse", "done", "trends 1", str(stream.run_id)),
        ("ideate", "failed", "No model answers.", str(trend)),
    ]
    told_programs = wareloom("runs", "show", str(stream.run_id), "--json").json
    assert [step["reason"] for step in told_programs["steps"]] == [None, "No model answers."]


@pytest.mark.parametrize(
    "asked", [["show", "no-id"], ["follow", "01930000-0000-7000-8000-000000000000"], ["folow", "x"]]
)
def test_a_run_that_is_not_there_and_a_word_that_is_none_are_status_2(wareloom: Command, asked: list[str]) -> None:
    ran = wareloom("runs", *asked)
    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_a_misspelled_word_is_answered_with_the_nearest_one(stranger: Command) -> None:
    assert "Did you mean 'follow'?" in stranger("runs", "folow", "x").err
    assert "Did you mean 'offers'?" in stranger("ofers").err
