import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, func, inspect, select, text
from sqlalchemy.exc import OperationalError

from tests.support.cloud import Emulator
from wareloom.accounts.models import Tenant
from wareloom.kit import database, secrets
from wareloom.kit.ids import new_id
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import unit_of_work

SECRET = "wareloom/test/database"


def kept_secret(cloud: Emulator, settings: DatabaseSettings, password: str) -> None:
    manager, value = cloud.client("secretsmanager"), json.dumps({"username": settings.user, "password": password})
    if any(one["Name"] == SECRET for one in manager.list_secrets()["SecretList"]):
        manager.put_secret_value(SecretId=SECRET, SecretString=value)
    else:
        manager.create_secret(Name=SECRET, SecretString=value)


def by_secret(settings: DatabaseSettings) -> DatabaseSettings:
    return settings.model_copy(update={"password": None, "secret_id": SECRET})


def test_the_password_comes_from_the_secret(cloud: Emulator, postgres: DatabaseSettings) -> None:
    assert postgres.password
    kept_secret(cloud, postgres, postgres.password.get_secret_value())
    engine = database.engine(by_secret(postgres))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT current_user")) == postgres.user
    engine.dispose()


def test_a_password_that_was_rotated_a_moment_ago_is_read_again(cloud: Emulator, postgres: DatabaseSettings) -> None:
    assert postgres.password
    kept_secret(cloud, postgres, "the one before")
    assert secrets.read(SECRET)["password"] == "the one before"
    kept_secret(cloud, postgres, postgres.password.get_secret_value())
    engine = database.engine(by_secret(postgres))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    engine.dispose()


def test_a_password_that_is_wrong_twice_is_a_failure(cloud: Emulator, postgres: DatabaseSettings) -> None:
    kept_secret(cloud, postgres, "never right")
    engine = database.engine(by_secret(postgres))
    with pytest.raises(OperationalError, match="password authentication failed"), engine.connect():
        pass


def test_a_place_has_one_engine(postgres: DatabaseSettings) -> None:
    assert database.engine(postgres) is database.engine(postgres.model_copy())
    assert database.engine(postgres) is not database.engine(postgres.model_copy(update={"name": "other"}))


@pytest.mark.usefixtures("joined")
def test_every_session_speaks_utc_and_gives_up_before_the_gateway_does() -> None:
    with unit_of_work() as work:
        shown = work.session.scalar(text("SELECT current_setting('TimeZone') || current_setting('statement_timeout')"))
    assert shown == "UTC25s"


@pytest.mark.usefixtures("joined")
def test_rows_can_be_read_after_the_commit_without_another_question() -> None:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    with unit_of_work() as work:
        tenant = Tenant(id=new_id(), name="Paper Fox Prints", created_at=at)
        work.session.add(tenant)
    assert (tenant.name, tenant.created_at, inspect(tenant).expired) == ("Paper Fox Prints", at, False)


def test_a_test_that_joins_leaves_nothing_behind(emptied: Engine) -> None:
    with emptied.connect() as connection:
        outer = connection.begin()
        with database.held(connection), unit_of_work() as work:
            work.session.add(Tenant(id=new_id(), name="Gone", created_at=datetime(2026, 11, 1, tzinfo=UTC)))
        assert connection.scalar(select(func.count()).select_from(Tenant)) == 1
        outer.rollback()
        assert connection.scalar(select(func.count()).select_from(Tenant)) == 0
