"""The deployment's keys: read part by part, seldom, and never a reason to fail."""

import logging
from typing import Any

import pytest

from tests.support.cloud import Emulator
from tests.support.haste import Passing
from tests.support.market_secret import MARKET, keep_keys, lose_keys
from tests.unit.market.official.conftest import EVERY_KEY, SECRETS
from wareloom.kit import aws, secrets
from wareloom.kit.outside import MarketKeySettings
from wareloom.market.keys import MarketKeys, market_keys

SETTINGS = MarketKeySettings(secret_id=MARKET)


def test_every_part_is_read_and_shows_nothing(keyed: Emulator) -> None:
    assert keyed
    keys = market_keys(SETTINGS)
    assert keys.etsy
    assert keys.amazon
    assert keys.amazon.marketplaces == ("amazon.de", "amazon.co.uk")
    assert list(keys.shopify) == ["fen-pottery.myshopify.com"]
    shown = repr(keys) + keys.model_dump_json()
    assert not any(secret in shown for secret in SECRETS)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ({"key": "two words"}, "etsy"),
        ({"key": ""}, "etsy"),
        ("only a text: hush", "etsy"),
        ({"client_id": "hush"}, "amazon"),
        ({"shop.example": "hush"}, "shopify"),
        ({"a.myshopify.com": {"domains": ["hush"]}}, "shopify"),
    ],
)
def test_a_part_that_cannot_be_read_is_missing_alone(
    keyed: Emulator, caplog: pytest.LogCaptureFixture, written: Any, name: str
) -> None:
    keep_keys(keyed, {**EVERY_KEY, name: written})
    with caplog.at_level(logging.WARNING):
        keys = market_keys(SETTINGS)
    assert not getattr(keys, name)
    assert all(getattr(keys, other) for other in MarketKeys.model_fields if other != name)
    assert f"the key for {name} cannot be read" in caplog.text
    assert "hush" not in caplog.text
    assert "two words" not in caplog.text


def test_a_shop_s_token_may_stand_alone_and_a_marketplace_too(keyed: Emulator) -> None:
    keep_keys(
        keyed, {"shopify": {"a.myshopify.com": "token"}, "amazon": {**EVERY_KEY["amazon"], "marketplaces": "amazon.de"}}
    )
    keys = market_keys(SETTINGS)
    assert keys.shopify["a.myshopify.com"].token.get_secret_value() == "token"
    assert keys.amazon
    assert keys.amazon.marketplaces == ("amazon.de",)


@pytest.mark.parametrize("text", ["no JSON", "[]", '"a text"', ""])
def test_a_secret_that_is_no_object_is_none(keyed: Emulator, caplog: pytest.LogCaptureFixture, text: str) -> None:
    if text:
        keep_keys(keyed, text)
        assert market_keys(SETTINGS) == MarketKeys()
        assert "cannot be read now" in caplog.text
    assert market_keys(MarketKeySettings()) == MarketKeys()


def test_absence_is_looked_up_once_in_five_minutes(cloud: Emulator, passing: Passing) -> None:
    lose_keys(cloud)
    looked = list[str]()

    def count(**_facts: Any) -> None:
        looked.append("up")

    aws.secrets_manager().meta.events.register("before-call.secretsmanager.GetSecretValue", count)
    for _ in range(5):
        assert market_keys(SETTINGS) == MarketKeys()
    assert len(looked) == 1
    keep_keys(cloud, EVERY_KEY)
    assert market_keys(SETTINGS) == MarketKeys()
    passing.pass_by(secrets.FRESH)
    assert market_keys(SETTINGS).etsy
    assert market_keys(SETTINGS, fresh=True).etsy
    assert len(looked) == 3
    lose_keys(cloud)


def test_nobody_there_to_ask_is_no_reason_to_fail(cloud: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cloud
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    aws.forget_clients()
    secrets.forget()
    assert market_keys(SETTINGS) == MarketKeys()
