"""Each environment is synthesised once: it is the slow part. Which one a test sees is in its name."""

from collections.abc import Callable
from functools import lru_cache

import pytest

from tests.infra.synthesis import ENVIRONMENTS, Cloud, synthesise


@pytest.fixture(scope="session")
def raised() -> Callable[[str], Cloud]:
    return lru_cache(synthesise)


@pytest.fixture(params=ENVIRONMENTS)
def cloud(request: pytest.FixtureRequest, raised: Callable[[str], Cloud]) -> Cloud:
    return raised(request.param)


@pytest.fixture(params=["staging", "production"])
def aws(request: pytest.FixtureRequest, raised: Callable[[str], Cloud]) -> Cloud:
    return raised(request.param)


@pytest.fixture
def local(raised: Callable[[str], Cloud]) -> Cloud:
    return raised("local")


@pytest.fixture
def production(raised: Callable[[str], Cloud]) -> Cloud:
    return raised("production")
