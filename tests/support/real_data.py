"""Pages, contracts and series of the world outside: not ours to give away, so they lie beside the project or nowhere.

Whoever has them names their folder in WARELOOM_REAL_DATA. A test marked `real_data("pages/etsy/*.html")` reads those
from there, and is skipped, saying so, where they are not at hand. Pages of our own are read by other tests, everywhere.
"""

import os
from pathlib import Path

import pytest

DATA = Path(os.environ.get("WARELOOM_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))


def real_files(pattern: str) -> list[Path]:
    return sorted(DATA.glob(pattern))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("real_data"):
        for pattern in mark.args:
            if not real_files(pattern):
                pytest.skip(f"no real data: WARELOOM_REAL_DATA has no {pattern}")
