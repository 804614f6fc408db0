from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wareloom.kit.log import MASK, masked

SECRETS = some.text("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789-_.~", min_size=12, max_size=60)
NAMES = some.sampled_from(
    (
        *("password", "newPassword", "passwd", "client_secret", "refresh_token"),
        *("Authorization", "Set-Cookie", "x-api-key", "credentials", "ticket"),
    )
)
SURROUNDINGS = some.sampled_from(
    [
        "https://shop.example/ws?ticket={}",
        "/ws?a=1&ticket={}&b=2",
        "token={}; path=/",
        "Authorization: Bearer {}",
        "authorization: bearer   {}",
        "key wl_0123456789ab_{} was refused",
        'password={}"',
        "signature={},",
    ]
)


def nested(leaf: some.SearchStrategy[Any]) -> some.SearchStrategy[Any]:
    """The leaf somewhere inside lists and mappings whose names are harmless."""
    harmless = some.sampled_from(["event", "headers", "body", "items"])
    return some.recursive(
        leaf,
        lambda inner: some.lists(inner, min_size=1, max_size=3) | some.dictionaries(harmless, inner, min_size=1),
        max_leaves=4,
    )


@given(some.data(), NAMES, SECRETS)
def test_a_secret_never_survives_under_a_name_that_gives_it_away(chosen: some.DataObject, name: str, it: str) -> None:
    said = chosen.draw(nested(some.just({name: it})))
    assert it not in repr(masked(said))


@given(SURROUNDINGS, SECRETS, some.sampled_from(["line", "list", "mapping"]))
def test_a_secret_never_survives_in_a_line_that_gives_it_away(surrounding: str, secret: str, where: str) -> None:
    line = surrounding.format(secret)
    said: dict[str, Any] = {"line": line, "list": [("at", line)], "mapping": {"path": {"raw": line}}}
    assert secret not in repr(masked(said[where]))


@given(some.recursive(some.none() | some.integers() | some.text("abc /:?&."), some.lists))
def test_what_is_no_secret_stays_as_it_is(said: Any) -> None:
    assert masked(said) == said


def test_what_stands_around_a_secret_can_still_be_read() -> None:
    assert masked("GET /ws?ticket=abc&topic=market 200") == f"GET /ws?ticket={MASK}&topic=market 200"


def test_the_one_who_logs_keeps_his_copy() -> None:
    said = {"password": "seven plain wooden spoons", "tags": ("a", "b")}
    assert masked(said) == {"password": MASK, "tags": ["a", "b"]}
    assert said["password"] == "seven plain wooden spoons"


@pytest.mark.parametrize("harmless", ["a password was changed", "tokens are short-lived", "Bearer"])
def test_words_about_secrets_are_no_secrets(harmless: str) -> None:
    assert masked(harmless) == harmless
