from collections.abc import Generator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from infra_cdk.local.engine import Engine
from infra_cdk.local.state import State
from tests.e2e.engine import scratch
from tests.support.engine import free_ports


@pytest.fixture(scope="module")
def engine() -> Generator[Engine]:
    with TemporaryDirectory(prefix="wareloom-engine-") as folder:
        started = Engine(State(Path(folder)), free_ports())
        try:
            started.start()
            scratch.deploy(started)
            yield started
        finally:
            started.stop()
