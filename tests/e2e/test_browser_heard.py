"""What recordings say to trends, in a real browser: moods and trends at a glance, the way to the second, captions."""

import io
import re
from collections.abc import Generator
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect
from urllib3 import PoolManager

from infra_cdk.local.waiting import until
from tests.e2e.tabs import holds, tab_of
from tests.support.engine import LocalCloud
from tests.support.real_data import DATA
from tests.support.visitor import Visitor
from wareloom.speech.decode import whole
from wareloom.speech.sound import RATE

SPOKEN = "librivox/austen-0870.wav"
pytestmark = pytest.mark.real_data(f"audio/{SPOKEN}")


@pytest.fixture(scope="module")
def listener(with_site: LocalCloud) -> Visitor:
    """Somebody whose market was analysed, and who has a film in which somebody speaks."""
    visitor = Visitor(with_site.address).register()
    visitor.task_at_its_end(visitor.start(), within_s=600)
    visitor.post("/runs", {"trends": 1})
    until(lambda: bool(visitor.get("/trends?limit=1")["items"]), within_s=240)
    return visitor


@pytest.fixture(scope="module")
def trend(listener: Visitor) -> dict[str, Any]:
    return listener.get("/trends?limit=1")["items"][0]


@pytest.fixture(scope="module")
def recording(listener: Visitor, trend: dict[str, Any]) -> str:
    """Heard, read, and put right so that it speaks of a trend."""
    body = film(whole((DATA / "audio" / SPOKEN).read_bytes()))
    row = listener.post("/recordings", {"name": "film.webm", "size": len(body)})
    (part,) = listener.post(f"/recordings/{row['id']}/parts", {"numbers": [1]})["items"]
    with PoolManager() as pool:
        assert pool.request("PUT", part["url"], body=body).status == 200
    listener.post(f"/recordings/{row['id']}/finish")
    segments = f"/recordings/{row['id']}/segments"
    until(lambda: bool(listener.get(segments)["items"]), within_s=120)
    last = listener.get(segments)["items"][-1]["number"]
    said = {"text": f"I love {trend['key']}, it makes me so happy"}
    assert listener.ask("PUT", f"{segments}/{last}", said)[0] == 200
    until(lambda: all(one["mood"] for one in listener.get(segments)["items"]), within_s=120)
    return row["id"]


def film(sound: bytes) -> bytes:
    """Of one colour, and this sound."""
    library: Any = import_module("av")
    written = io.BytesIO()
    with library.open(written, "w", format="webm") as container:
        seen = container.add_stream("libvpx", rate=5)
        seen.width, seen.height, seen.pix_fmt = 160, 90, "yuv420p"
        heard = container.add_stream("libopus", rate=48_000, layout="mono")
        for _ in range(round(len(sound) / 2 / RATE * 5)):
            picture = library.VideoFrame.from_ndarray(np.full((90, 160, 3), 120, np.uint8), format="rgb24")
            container.mux(seen.encode(picture))
        container.mux(seen.encode(None))
        frame = library.AudioFrame.from_ndarray(np.frombuffer(sound, "<i2").reshape(1, -1), "s16", "mono")
        frame.sample_rate = RATE
        resampler = library.AudioResampler("s16", "mono", 48_000, frame_size=960)
        for made in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(heard.encode(made))
        container.mux(heard.encode(None))
    return written.getvalue()


@pytest.fixture
def page(browser: Browser, listener: Visitor) -> Generator[Page]:
    with tab_of(browser, listener.address, listener) as page:
        yield page


def test_a_trends_page_shows_where_it_is_heard_and_leads_to_the_second(
    page: Page, trend: dict[str, Any], recording: str
) -> None:
    page.goto(f"/trends/{trend['id']}")
    moment = page.get_by_test_id("heard-moment")
    expect(moment).to_have_count(1)
    moment.get_by_role("link", name="film.webm").click()
    expect(page).to_have_url(re.compile(rf"/recordings/{recording}\?at="))
    said = page.get_by_test_id("segment").last
    expect(said).to_have_attribute("aria-current", "true")
    expect(said.get_by_test_id("mood")).to_contain_text("Positive, joy")
    said.get_by_role("link", name=trend["key"]).click()
    expect(page).to_have_url(re.compile(f"/trends/{trend['id']}"))


def test_a_recording_is_taken_in_at_a_glance_and_gone_through_from_there(
    page: Page, trend: dict[str, Any], recording: str
) -> None:
    page.goto(f"/recordings/{recording}")
    holds(page, "document.querySelector('video')?.readyState >= 1")
    strip = page.get_by_role("slider", name="Mood through the recording")
    strip.press("End")
    expect(page.get_by_test_id("segment").last).to_have_attribute("aria-current", "true")
    strip.click(position={"x": 3, "y": 10})
    holds(page, "document.querySelector('video')?.currentTime < 2")
    page.get_by_role("button", name=re.compile(f"^{re.escape(trend['name'])} is spoken of 1 time")).click()
    expect(page.get_by_test_id("segment").last).to_have_attribute("aria-current", "true")


def test_a_film_shows_what_is_said_in_it_as_captions(page: Page, recording: str) -> None:
    page.goto(f"/recordings/{recording}")
    page.get_by_test_id("segment").first.wait_for()
    holds(page, "document.querySelector('video')?.readyState >= 2")
    holds(page, "document.querySelector('video')?.textTracks[0].cues?.length > 0")
    page.get_by_role("switch", name="Show what is said as captions").check(force=True)
    holds(page, "document.querySelector('video')?.textTracks[0].mode === 'showing'")
    page.get_by_test_id("segment").last.get_by_role("button", name=re.compile(r"^\d+:\d\d")).click()
    holds(page, "document.querySelector('video')?.textTracks[0].activeCues?.length > 0")
    shown = page.evaluate("document.querySelector('video')?.textTracks[0].activeCues[0].text")
    assert "makes me so happy" in shown
