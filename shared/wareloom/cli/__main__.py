"""`python -m wareloom.cli`, where the command itself is not installed."""

from wareloom.cli.main import run

run()
