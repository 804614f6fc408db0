from collections.abc import Generator

import pytest

from tests.functions.paying import paying
from tests.support.openai_server import OpenAiServer


@pytest.fixture
def asks(monkeypatch: pytest.MonkeyPatch) -> Generator[OpenAiServer]:
    """From here on every text and picture would come from a model that costs money."""
    with paying(monkeypatch) as server:
        yield server
