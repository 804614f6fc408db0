from collections.abc import Generator

import pytest

from tests.support.openai_server import OpenAiServer, playing_openai
from tests.support.wallet import Wallet
from wareloom.kit.ai.openai import OpenAiImage, OpenAiText
from wareloom.kit.settings import AiSettings


@pytest.fixture
def provider() -> Generator[OpenAiServer]:
    with playing_openai() as server:
        yield server


@pytest.fixture
def settings(provider: OpenAiServer) -> AiSettings:
    return AiSettings(provider="openai", base_url=provider.address, timeout=20)


@pytest.fixture
def text(settings: AiSettings) -> OpenAiText:
    return OpenAiText(settings)


@pytest.fixture
def image(settings: AiSettings) -> OpenAiImage:
    return OpenAiImage(settings)


@pytest.fixture
def wallet() -> Wallet:
    return Wallet()
