import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import SecretStr

from wareloom.kit import outside, settings
from wareloom.kit.settings import DatabaseSettings, QueueSettings, Settings, TokenSettings, WebSettings

KINDS = sorted(Settings.__subclasses__(), key=lambda kind: kind.__name__)
VALUES = some.text("abcdefghij0123456789:/.-_", min_size=1, max_size=30)
FULL: list[Settings] = [
    settings.StageSettings(environment="production", release="r12"),
    DatabaseSettings(port=5433, password=SecretStr("sesame"), secret_id="db", require_tls=True),
    settings.BusSettings(name="bus"),
    QueueSettings(scrape_market="https://queue.example/1"),
    settings.StorageSettings(raw_bucket="raw"),
    settings.ArtSettings(bucket="art"),
    settings.DesignSettings(studio="openai"),
    settings.MachineSettings(arn="arn:aws:states:eu-west-1:1:stateMachine:pipeline"),
    settings.ShopSettings(secrets="wareloom/local/shops"),
    settings.RunSettings(approval_seconds=60),
    TokenSettings(secret_id="token", access_minutes=5),
    WebSettings(origins="https://a.example, https://b.example", secure_cookies=False),
    settings.LiveSettings(callback_url="https://live.example"),
    outside.HttpSettings(contact="https://us.example", allow_private=True),
    settings.SampleSettings(seed=3, offers=10, posts=20),
    outside.SocialKeySettings(secret_id="social", mastodon_url="https://fen.example"),
    outside.ProxySettings(direct=False, first=SecretStr("http://me:sesame@a.example:1"), secret_id="proxies"),
    outside.MarketKeySettings(secret_id="market", etsy_url="https://etsy.example", amazon_url="https://amazon.example"),
    outside.BrowserSettings(program="/opt/chromium", sandbox=False),
    settings.AiSettings(provider="openai", base_url="https://models.example", secret_id="ai", timeout=5),
    settings.MoodSettings(folder="/models/mood"),
    settings.SpeechSettings(transcriber="whisper", whisper_model="/models/whisper", paid_minutes=5),
    outside.PrintfulSettings(base_url="https://prints.example"),
]


def test_every_kind_of_settings_is_tried_here() -> None:
    assert {type(one) for one in FULL} == set(KINDS)


@pytest.mark.parametrize("written", FULL, ids=lambda one: type(one).__name__)
def test_what_the_deployment_writes_is_what_the_function_reads(written: Settings) -> None:
    assert type(written).from_env(written.to_env()).to_env() == written.to_env()
    assert all(isinstance(value, str) for value in written.to_env().values())


def test_no_two_kinds_share_a_variable() -> None:
    variables = [kind.variable(field) for kind in KINDS for field in kind.model_fields]
    assert len(variables) == len(set(variables))


@given(some.dictionaries(some.sampled_from(list(DatabaseSettings.model_fields)), VALUES))
def test_whatever_stands_in_the_environment_is_read_or_named(chosen: dict[str, str]) -> None:
    environ = {DatabaseSettings.variable(name): value for name, value in chosen.items()}
    try:
        read = DatabaseSettings.from_env({**environ, "UNRELATED": "x"})
    except LookupError as error:
        named = set(re.findall(r"WARELOOM_\w+", str(error)))
    else:
        named = set[str]()
        assert read.host == chosen.get("host", "127.0.0.1")
    assert named <= {DatabaseSettings.variable(field) for field in ("require_tls", "statement_seconds")} & set(environ)


def test_a_missing_setting_is_named_as_its_variable() -> None:
    with pytest.raises(LookupError, match="WARELOOM_TOKEN_SECRET_ID"):
        TokenSettings.from_env({})


def test_an_unreadable_setting_is_named_without_its_value() -> None:
    with pytest.raises(LookupError, match="WARELOOM_TOKEN_ACCESS_MINUTES") as told:
        TokenSettings.from_env({"WARELOOM_TOKEN_SECRET_ID": "s", "WARELOOM_TOKEN_ACCESS_MINUTES": "hunter2"})
    assert "hunter2" not in str(told.value)


def test_a_password_is_not_shown_when_settings_are() -> None:
    shown = DatabaseSettings(password=SecretStr("sesame"))
    assert "sesame" not in f"{shown!r} {shown}"


def test_a_function_may_only_send_to_queues_it_was_given() -> None:
    with pytest.raises(LookupError, match="WARELOOM_QUEUE_SCRAPE_MARKET is not set"):
        QueueSettings().address("scrape_market")
    with pytest.raises(LookupError):
        QueueSettings(scrape_market="x").address("nowhere")


@pytest.mark.parametrize(
    ("written", "read"),
    [("", []), (" https://a.example ,, https://b.example", ["https://a.example", "https://b.example"])],
)
def test_origins_are_read_one_by_one(written: str, read: list[str]) -> None:
    assert WebSettings(origins=written).allowed_origins() == read
