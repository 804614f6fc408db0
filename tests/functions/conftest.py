import pytest
from sqlalchemy import Connection

from tests.support.api import Api, signed_in
from tests.support.cloud import Emulator


@pytest.fixture
def api(cloud: Emulator, joined: Connection) -> Api:
    """Somebody who has just registered; what they do is rolled back."""
    assert cloud
    assert joined
    return signed_in()
