from collections.abc import Generator

import pytest
from playwright.sync_api import expect

from infra_cdk.local import site
from tests.support.engine import LocalCloud
from tests.support.visitor import Visitor

PATIENCE_MS = 60_000
"""A laptop that does other things besides shows everything, only later."""
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def cloud() -> Generator[LocalCloud]:
    """One whole cloud for the tests of this process: PostgreSQL, the engine and the app on it."""
    with LocalCloud() as raised:
        yield raised


@pytest.fixture(scope="session")
def with_site(cloud: LocalCloud) -> LocalCloud:
    """The same, with the browser app in it."""
    cloud.put_site(site.build()[0])
    return cloud


@pytest.fixture
def owner(cloud: LocalCloud) -> Visitor:
    return Visitor(cloud.address).register()
