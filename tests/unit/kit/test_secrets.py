import json
from datetime import timedelta

import pytest

from tests.support.cloud import Emulator
from wareloom.kit import clock, secrets
from wareloom.kit.errors import Unavailable
from wareloom.kit.ids import new_id


def a_secret(cloud: Emulator, value: str) -> str:
    name = f"wareloom/test/{new_id()}"
    cloud.client("secretsmanager").create_secret(Name=name, SecretString=value)
    return name


def rotate(cloud: Emulator, name: str) -> None:
    cloud.client("secretsmanager").put_secret_value(SecretId=name, SecretString=json.dumps({"key": "new"}))


def test_a_secret_is_kept_for_minutes_and_then_read_again(cloud: Emulator) -> None:
    name = a_secret(cloud, json.dumps({"key": "old"}))
    now = clock.now()
    with clock.held(now):
        assert secrets.read(name) == {"key": "old"}
    rotate(cloud, name)
    with clock.held(now + timedelta(minutes=4)):
        assert secrets.read(name) == {"key": "old"}
    with clock.held(now + timedelta(minutes=6)):
        assert secrets.read(name) == {"key": "new"}


def test_who_was_refused_reads_past_what_is_kept(cloud: Emulator) -> None:
    name = a_secret(cloud, json.dumps({"key": "old"}))
    secrets.read(name)
    rotate(cloud, name)
    assert secrets.read(name, fresh=True) == secrets.read(name) == {"key": "new"}


@pytest.mark.parametrize("value", ["sesame", '["sesame"]', '"sesame"', "{"])
def test_a_secret_that_is_no_object_is_not_quoted_in_the_complaint(cloud: Emulator, value: str) -> None:
    with pytest.raises(Unavailable, match="is not a JSON object") as told:
        secrets.read(a_secret(cloud, value))
    assert "sesame" not in f"{told.value!r} {told.value.__cause__!r}"
    assert told.value.__suppress_context__


def test_a_secret_that_need_not_be_there_is_seen_as_soon_as_it_is_written_here(cloud: Emulator) -> None:
    name = "wareloom/test/perhaps"
    assert secrets.found(None) is None
    assert secrets.found(name) is None
    secrets.write(name, {"a": "b"})
    assert secrets.found(name) == {"a": "b"}
    cloud.client("secretsmanager").delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)
    assert secrets.found(name, fresh=True) is None
