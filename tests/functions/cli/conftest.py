"""A deployment on a real port, somebody with an account there, and the command on a machine of their own."""

from collections.abc import Generator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine

from tests.support import river
from tests.support.api import Api, signed_in
from tests.support.cloud import Emulator
from tests.support.command import Command
from tests.support.factories import PASSWORD
from tests.support.river import River
from tests.support.served import served
from wareloom.accounts.identity import Identity


@pytest.fixture
def deployment(cloud: Emulator, emptied: Engine) -> Generator[str]:
    assert cloud
    assert emptied
    with served() as url:
        yield url


@pytest.fixture
def owner(deployment: str) -> Api:
    assert deployment
    return signed_in()


@pytest.fixture
def stranger(tmp_path: Path) -> Command:
    """Nobody has signed in on this machine."""
    return Command(tmp_path)


@pytest.fixture
def wareloom(stranger: Command, deployment: str, owner: Api) -> Command:
    """The owner has signed in on this machine."""
    ran = stranger(
        "login", "--url", deployment, "--email", owner.me["email"], "--password-stdin", stdin=f"{PASSWORD}\n"
    )
    assert ran.status == 0, ran.err
    return stranger


@pytest.fixture
def ruler(stranger: Command, deployment: str, owner: Api) -> Command:
    """The owner has signed in on this machine as one, to connect shops and change the plan."""
    asked = ["--url", deployment, "--email", owner.me["email"], "--role", "owner", "--password-stdin"]
    ran = stranger("login", *asked, stdin=f"{PASSWORD}\n")
    assert ran.status == 0, ran.err
    return stranger


@pytest.fixture
def identity(owner: Api) -> Identity:
    return Identity(UUID(owner.me["id"]), UUID(owner.me["tenant"]["id"]), "owner")


@pytest.fixture
def stream(identity: Identity) -> River:
    """A market of two niches, and a run of the owner's that nobody has begun to carry."""
    return river.opened(owner=identity)
