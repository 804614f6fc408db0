"""Against a server that plays OpenAI, and answers with pictures of every kind."""

from collections.abc import Generator

import pytest

from tests.support.cloud import Emulator
from tests.support.openai_server import OpenAiServer, picture, playing_openai
from tests.support.wallet import Wallet
from tests.unit.designs.studios.orders import order
from wareloom.designs import raster
from wareloom.designs.studio import DPI, HEIGHT, WIDTH, Art
from wareloom.designs.studios.openai import OpenAiStudio
from wareloom.kit.ai.openai import OpenAiImage
from wareloom.kit.errors import Rejected
from wareloom.kit.ids import new_id
from wareloom.kit.settings import AiSettings


@pytest.fixture
def provider() -> Generator[OpenAiServer]:
    with playing_openai() as server:
        yield server


def painted(width: int, height: int, shape: str) -> bytes:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{shape}</svg>'
    return raster.draw(svg, None, None, dpi=72)


def drawn(provider: OpenAiServer, cloud: Emulator, *, slogan: str = "Spin more vinyl") -> Art:
    assert cloud
    settings = AiSettings(provider="openai", base_url=provider.address, timeout=20)
    studio = OpenAiStudio(OpenAiImage(settings))
    return studio.draw(
        order(slogan, motifs=("record",), palette=("#112233",), on_dark=True), purse=Wallet(), shelf=str(new_id())
    )


@pytest.mark.parametrize(("width", "height", "dpi"), [(1024, 1024, 68), (1024, 1536, 85), (2048, 2464, 136)])
def test_the_picture_is_enlarged_and_its_real_resolution_told(
    provider: OpenAiServer, cloud: Emulator, width: int, height: int, dpi: int
) -> None:
    provider.will(picture(painted(width, height, f'<circle cx="{width / 2}" cy="{height / 2}" r="400" fill="#fc0"/>')))
    art = drawn(provider, cloud)
    facts = raster.measure(art.png)
    assert (facts.width, facts.height, facts.dpi, facts.has_alpha) == (WIDTH, HEIGHT, DPI, True)
    assert (art.dpi, art.effective_dpi) == (DPI, dpi)
    assert facts.ink_box.width == pytest.approx(facts.ink_box.height, abs=6)


def test_an_opaque_picture_is_refused(provider: OpenAiServer, cloud: Emulator) -> None:
    provider.will(picture(painted(1024, 1024, '<path d="M0 0h1024v1024h-1024z" fill="#fff"/>')))
    with pytest.raises(Rejected, match="came back without transparency"):
        drawn(provider, cloud)


def test_an_empty_picture_is_refused(provider: OpenAiServer, cloud: Emulator) -> None:
    provider.will(picture(painted(1024, 1024, "")))
    with pytest.raises(Rejected, match="came back empty"):
        drawn(provider, cloud)


def test_the_model_is_told_the_words_the_inks_and_the_fabric(provider: OpenAiServer, cloud: Emulator) -> None:
    provider.will(picture(painted(1024, 1024, '<circle cx="500" cy="500" r="400" fill="#fc0"/>')))
    drawn(provider, cloud)
    prompt = str(provider.calls[0])
    assert all(told in prompt for told in ("“Spin more vinyl”", "#112233", "record", "dark fabric", "transparent"))
