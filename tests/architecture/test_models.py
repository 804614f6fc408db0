"""A function loads only the rooms that it needs: their tables must be whole without the others."""

import subprocess
import sys

import pytest

from wareloom.migrations.tables import ROOMS


@pytest.mark.parametrize("room", [room.__name__ for room in ROOMS])
def test_a_rooms_tables_are_whole_when_only_it_is_imported(room: str) -> None:
    check = (
        f"import {room}; from wareloom.kit.database import Base; Base.metadata.sorted_tables; Base.registry.configure()"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-400:]
