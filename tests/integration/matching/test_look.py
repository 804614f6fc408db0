"""Pictures brought by the guarded client from servers that serve them well, badly and with bad intent."""

import gzip
from collections.abc import Generator
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.integration.matching.shelves import SLOGANS, compare_all, groups, keep, put, waiting
from tests.support.database import Overheard
from tests.support.drawn_pictures import drawn
from tests.support.haste import AT_ONCE
from tests.support.web import Answer, Web, endless, moved, page, serving
from wareloom.kit import clock
from wareloom.kit.http.client import Client
from wareloom.kit.outside import HttpSettings
from wareloom.market.matching.look import MOST_BYTES, look
from wareloom.market.matching.models import Picture

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def client() -> Client:
    return Client(HttpSettings(allow_private=True), manners=AT_ONCE)


def a_picture(seed: int = 1, kind: str = "png") -> Answer:
    image = drawn(seed)
    body = image.pngsave_buffer() if kind == "png" else image.jpegsave_buffer(Q=40)
    return page(body, kind=f"image/{kind}")


def pictures(work: Overheard) -> list[Picture]:
    return list(work.session.scalars(select(Picture).order_by(Picture.url)))


def test_a_picture_is_seen_once_for_all_that_show_it_and_they_are_compared_again(
    work: Overheard, web: Web, client: Client
) -> None:
    seen = web.serves("/bee.png", a_picture())
    for number, marketplace in enumerate(("etsy", "amazon")):
        keep(work.session, put(marketplace, f"{SLOGANS[0]} Mug", number=number, image_url=seen))
    compare_all(work)
    assert look(work, client) == {"pictures": 1}
    assert waiting(work.session) == 2
    compare_all(work)
    (picture,) = pictures(work)
    assert (picture.hash is not None, picture.reason, picture.look_at, picture.tries) == (True, None, None, 1)
    assert look(work, client) == {"pictures": 0}
    assert len(web.asked_for("/bee.png")) == 1
    assert web.asked_for("/bee.png")[0].headers["accept"].startswith("image/webp")


def test_pictures_that_are_alike_make_two_offers_the_same(work: Overheard, web: Web, client: Client) -> None:
    """What the titles alone leave open: one of them says more of what it is about."""
    one, other = (web.serves(f"/1.{kind}", a_picture(kind=kind)) for kind in ("png", "jpeg"))
    keep(work.session, put("etsy", "Octopus Banjo Reef Mug", image_url=one))
    keep(work.session, put("amazon", "Octopus Banjo Reef Lantern Mug Kettle Bubble", image_url=other))
    compare_all(work)
    before = groups(work.session)
    look(work, client)
    compare_all(work)
    assert (len(before), [len(members) for members in groups(work.session)]) == (0, [2])


BAD: dict[str, tuple[str, int]] = {
    "/page.png": ("no picture", 30),
    "/svg": ("no picture", 30),
    "/bomb.png": ("pixels", 30),
    "/zipped.png": ("larger than", 30),
    "/endless.png": ("larger than", 30),
    "/away.png": ("private network", 30),
    "/not-here.png": ("answered 404", 30),
    "/refused.png": ("answered 403", 3),
    "/down.png": ("answered 503", 0),
}


def misbehave(web: Web) -> None:
    from tests.unit.market.matching.test_picture_hash import a_bomb

    web.serves("/page.png", page("<h1>Are you a browser?</h1>", kind="image/png"))
    web.serves("/svg", page('<svg xmlns="http://www.w3.org/2000/svg"/>', kind="image/svg+xml"))
    web.serves("/bomb.png", page(a_bomb(60_000, 60_000), kind="image/png"))
    swollen = gzip.compress(b"\x89PNG\r\n\x1a\n" + b"\0" * (MOST_BYTES + 1))
    web.serves("/zipped.png", page(swollen, headers={"Content-Encoding": "gzip"}, kind="image/png"))
    web.serves("/endless.png", endless(web, HEAD + b"\r\n"))
    web.serves("/away.png", moved("http://169.254.169.254/latest/meta-data/"))
    web.serves("/refused.png", page("no", status=403))
    web.serves("/down.png", page("later", status=503))


@pytest.mark.parametrize("target", BAD)
def test_a_picture_that_cannot_be_had_says_why_and_is_tried_again_rarely(
    work: Overheard, web: Web, client: Client, target: str
) -> None:
    misbehave(web)
    keep(work.session, put("etsy", f"{SLOGANS[0]} Mug", image_url=web.address + target))
    compare_all(work)
    assert look(work, client) == {"pictures": 1}
    (picture,) = pictures(work)
    why, days = BAD[target]
    assert why in (picture.reason or "")
    assert (picture.hash, picture.tries, waiting(work.session)) == (None, 1, 0)
    assert picture.look_at
    left = picture.look_at - clock.now()
    assert timedelta(days=days) - timedelta(minutes=5) <= left <= timedelta(days=days + 1)
    assert look(work, client) == {"pictures": 0}


def test_one_bad_picture_keeps_no_other_back_and_a_later_try_may_succeed(
    work: Overheard, web: Web, client: Client
) -> None:
    misbehave(web)
    good = web.serves("/good.png", a_picture(2))
    for number, address in enumerate((web.address + "/page.png", good, web.address + "/svg")):
        keep(work.session, put("etsy", f"{SLOGANS[number]} Mug", number=number, image_url=address))
    compare_all(work)
    assert look(work, client) == {"pictures": 3}
    assert [picture.hash is not None for picture in pictures(work)] == [True, False, False]
    web.serves("/page.png", a_picture(3))
    with clock.held(clock.now() + timedelta(days=31)):
        assert look(work, client) == {"pictures": 2}
    assert [(picture.reason is None, picture.tries) for picture in pictures(work)] == [(True, 1), (True, 2), (False, 2)]


@pytest.mark.parametrize(
    "written", ["", "/bee.png", "cdn.example/bee.png", "data:image/png;base64,AAAA", "file:///etc"]
)
def test_an_address_that_is_none_is_no_picture(work: Overheard, written: str) -> None:
    keep(work.session, put("etsy", f"{SLOGANS[0]} Mug", image_url=written))
    compare_all(work)
    assert not pictures(work)


def test_a_private_address_is_refused_where_no_private_page_may_be_read(work: Overheard, web: Web) -> None:
    keep(work.session, put("etsy", f"{SLOGANS[0]} Mug", image_url=web.serves("/bee.png", a_picture())))
    compare_all(work)
    look(work, Client(HttpSettings(allow_private=False), manners=AT_ONCE))
    (picture,) = pictures(work)
    assert "private network" in (picture.reason or "")
    assert not web.asked
