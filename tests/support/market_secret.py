"""The deployment's secret with keys to marketplaces, in the emulator."""

import json
from collections.abc import Mapping
from typing import Any

from tests.support.cloud import Emulator
from wareloom.kit import secrets

MARKET = "wareloom/test/market"


def keep_keys(cloud: Emulator, keys: Mapping[str, Any] | str) -> None:
    """Behind the application's back, as an operator does."""
    manager, text = cloud.client("secretsmanager"), keys if isinstance(keys, str) else json.dumps(keys)
    try:
        manager.create_secret(Name=MARKET, SecretString=text)
    except manager.exceptions.ResourceExistsException:
        manager.put_secret_value(SecretId=MARKET, SecretString=text)


def lose_keys(cloud: Emulator) -> None:
    manager = cloud.client("secretsmanager")
    if any(one["Name"] == MARKET for one in manager.list_secrets()["SecretList"]):
        manager.delete_secret(SecretId=MARKET, ForceDeleteWithoutRecovery=True)
    secrets.forget()
