"""Limits, watches and sources from a terminal."""

import json

from tests.support.command import Command


def test_a_task_goes_as_far_as_it_was_told(wareloom: Command) -> None:
    said = ("scrape", "sample", "everything", "--max-pages", "2", "--priority", "high", "--no-follow", "--json")
    task = wareloom(*said).json
    assert (task["max_pages"], task["max_offers"], task["priority"]) == (2, None, "high")
    shown = wareloom("tasks", "show", task["id"]).out
    assert "high" in shown


def test_to_go_past_robots_is_an_owners_decision(wareloom: Command) -> None:
    refused = wareloom("scrape", "sample", "everything", "--past-robots", "--no-follow")
    assert (refused.status, "needs the role “owner”" in refused.err) == (1, True)


def test_an_owner_goes_past_robots(ruler: Command) -> None:
    said = ("scrape", "sample", "everything", "--past-robots", "--no-follow", "--json")
    assert ruler(*said).json["past_robots"] is True


def test_a_watch_from_its_beginning_to_its_end(wareloom: Command) -> None:
    assert "Nothing is watched." in wareloom("watches").err
    made = wareloom("watches", "add", "sample", "retro camping", "--every-minutes", "120", "--json").json
    assert (made["every_minutes"], made["why"]) == (120, "Somebody chose every 2 hours.")
    assert "retro camping" in wareloom("watches").out
    assert "is paused" in wareloom("watches", "pause", made["id"]).err
    assert "is next visited" in wareloom("watches", "resume", made["id"]).err
    changed = wareloom("watches", "change", made["id"], "--max-pages", "3", "--json").json
    assert (changed["every_minutes"], changed["max_pages"]) == (None, 3)
    assert "no longer watched" in wareloom("watches", "end", made["id"]).err
    assert wareloom("watches", "--json").json == []


def test_sources_and_what_a_day_may_cost(ruler: Command) -> None:
    listed = ruler("sources", "--json").json
    assert "sample" in {row["name"] for row in listed}
    assert "Nothing got worse." in ruler("sources", "health", "sample").err
    assert "10,000 pages a day" in ruler("sources", "budget", "etsy").out
    assert ruler("sources", "budget", "etsy", "--pages", "50", "--json").json["pages_per_day"] == 50
    assert "50 pages a day" in ruler("sources", "budget", "etsy").out
    assert json.loads(ruler("sources", "budget", "etsy", "--no-limit", "--json").out)["pages_per_day"] is None
