"""The client against servers that feed it too much, too slowly, too little or nonsense."""

import gzip
import zlib
from collections.abc import Callable, Generator
from functools import partial
from importlib import import_module
from typing import Any

import pytest
from backports import zstd

from tests.support.haste import AT_ONCE
from tests.support.web import Answer, Web, chunked, dripping, endless, page, raw, serving, silent
from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.client import Client
from wareloom.kit.outside import HttpSettings

brotli: Any = import_module("brotli")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
WORDS = b"a shop full of words, " * 400


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def client() -> Client:
    return Client(HttpSettings(allow_private=True), manners=AT_ONCE)


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\n",
        HEAD + b"X-Slow: ",
        HEAD + b"\r\n",
        HEAD + b"Content-Length: 100000\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nfffff\r\n",
    ],
)
def test_a_drip_does_not_outlive_the_deadline(web: Web, client: Client, start: bytes) -> None:
    client.get(web.serves("/", page("first, so that robots.txt is known")))
    with pytest.raises(Unavailable, match=r"did not finish within 0\.4 seconds"):
        client.get(web.serves("/", dripping(web, start)), seconds=0.4)


@pytest.mark.parametrize("start", [b"", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"])
def test_a_drip_of_nonsense_is_given_up_at_once(web: Web, client: Client, start: bytes) -> None:
    with pytest.raises(Unavailable, match="broke off"):
        client.get(web.serves("/", dripping(web, start)), seconds=120)


def test_a_server_that_says_nothing_does_not_outlive_the_deadline(web: Web, client: Client) -> None:
    with pytest.raises(Unavailable, match=r"did not finish within 0\.4 seconds"):
        client.get(web.serves("/robots.txt", silent(web)), seconds=0.4)


@pytest.mark.parametrize(
    "start",
    [
        HEAD + b"X-Long: ",
        HEAD + b"\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\n",
        *(HEAD + b"Content-Encoding: " + name + b"\r\n\r\n" for name in (b"gzip", b"br", b"zstd")),
    ],
)
def test_an_endless_answer_is_given_up_before_the_deadline(web: Web, client: Client, start: bytes) -> None:
    with pytest.raises(Rejected, match=r"larger than|more headers") as failed:
        client.get(web.serves("/", endless(web, start)), most_bytes=100_000, seconds=120)
    assert "120" not in failed.value.reason


@pytest.mark.parametrize("start", [b"", HEAD + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n"])
def test_endless_nonsense_is_given_up_at_once(web: Web, client: Client, start: bytes) -> None:
    with pytest.raises(Unavailable, match="broke off"):
        client.get(web.serves("/", endless(web, start)), most_bytes=100_000, seconds=120)


@pytest.mark.parametrize(
    "headers",
    [
        b"".join(b"X-%d: %b\r\n" % (n, b"y" * 2000) for n in range(90)),
        b"X-Long: " + b"y" * 140_000 + b"\r\n",
    ],
)
def test_headers_over_the_limit_are_rejected(web: Web, client: Client, headers: bytes) -> None:
    with pytest.raises(Rejected, match="more headers than we read"):
        client.get(web.serves("/", raw(HEAD + headers + b"\r\nx")))


def bomb(wrap: Callable[[bytes], bytes]) -> bytes:
    return wrap(b"\0" * 60_000_000)


def bare_deflate(body: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packing.compress(body) + packing.flush()


@pytest.mark.parametrize(
    ("encoding", "wrap"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", partial(brotli.compress, quality=5)),
        ("zstd", zstd.compress),
    ],
)
def test_a_small_body_that_unpacks_to_a_huge_one_is_rejected(
    web: Web, client: Client, encoding: str, wrap: Callable[[bytes], bytes]
) -> None:
    packed = bomb(wrap)
    assert len(packed) < 100_000
    with pytest.raises(Rejected, match="larger than"):
        client.get(web.serves("/", page(packed, headers={"Content-Encoding": encoding})), most_bytes=1_000_000)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(WORDS, mtime=0)),
        ("X-GZip", gzip.compress(WORDS, mtime=0)),
        ("gzip", gzip.compress(WORDS[:100], mtime=0) + gzip.compress(WORDS[100:], mtime=0)),
        ("gzip", gzip.compress(WORDS, mtime=0) + b"\0" * 40),
        ("deflate", zlib.compress(WORDS)),
        ("deflate", bare_deflate(WORDS)),
        ("br", brotli.compress(WORDS)),
        ("zstd", zstd.compress(WORDS)),
        ("zstd", zstd.compress(WORDS[:100]) + zstd.compress(WORDS[100:])),
        ("identity", WORDS),
        ("", WORDS),
    ],
)
def test_every_encoding_we_ask_for_is_unpacked(web: Web, client: Client, encoding: str, packed: bytes) -> None:
    assert client.get(web.serves("/", page(packed, headers={"Content-Encoding": encoding}))).body == WORDS
    split = chunked(packed[:7], packed[7:8], packed[8:]) if not encoding else None
    assert split is None or client.get(web.serves("/", split)).body == WORDS


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br, gzip", "compress", "dcb"])
def test_an_encoding_we_did_not_ask_for_is_rejected(web: Web, client: Client, encoding: str) -> None:
    with pytest.raises(Rejected, match="did not ask for"):
        client.get(web.serves("/", page(WORDS, headers={"Content-Encoding": encoding})))


def cut_short(packed: bytes, encoding: str = "gzip") -> Answer:
    return raw(HEAD + f"Content-Encoding: {encoding}\r\nConnection: close\r\n\r\n".encode() + packed)


def wide_window() -> bytes:
    """Asks for more memory to look back over than any browser gives."""
    widest: dict[int, int] = {
        zstd.CompressionParameter.window_log: 27,
        zstd.CompressionParameter.content_size_flag: 0,
    }
    packing = zstd.ZstdCompressor(options=widest)
    return packing.compress(WORDS) + packing.flush()


@pytest.mark.parametrize(
    "answer",
    [
        raw(HEAD + b"Content-Length: 500\r\n\r\nonly this"),
        chunked(b"only this", end=b""),
        chunked(b"only this", end=b"ff\r\nand a bit"),
        chunked(end=b"shop\r\n"),
        chunked(end=b"-5\r\n"),
        cut_short(gzip.compress(WORDS, mtime=0)[:-20]),
        cut_short(gzip.compress(WORDS, mtime=0)[:-1]),
        cut_short(b"not gzip at all"),
        cut_short(brotli.compress(WORDS)[:-5], "br"),
        cut_short(b"not brotli at all, whatever it says", "br"),
        cut_short(zstd.compress(WORDS)[:-5], "zstd"),
        cut_short(b"not zstd", "zstd"),
        cut_short(wide_window(), "zstd"),
        raw(HEAD + b"Content-Length: 5\r\nContent-Length: 7\r\n\r\n1234567"),
        raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        raw(b"HTTP/1.1 OK\r\n\r\n"),
        raw(b"\x16\x03\x01\x00\x00"),
        raw(b""),
    ],
)
def test_a_body_that_breaks_off_or_makes_no_sense_may_be_asked_for_again(
    web: Web, client: Client, answer: Answer
) -> None:
    with pytest.raises(Unavailable):
        client.get(web.serves("/", answer))


def test_a_chunked_body_is_read_whole(web: Web, client: Client) -> None:
    assert client.get(web.serves("/", chunked(b"a", b"b" * 40_000, b"c"))).body == b"a" + b"b" * 40_000 + b"c"


def test_a_body_without_a_length_is_read_to_its_end(web: Web, client: Client) -> None:
    assert client.get(web.serves("/", raw(HEAD + b"\r\n" + WORDS))).body == WORDS


def test_an_empty_body_is_a_body(web: Web, client: Client) -> None:
    assert client.get(web.serves("/", page(b"", headers={"Content-Encoding": "gzip"}))).body == b""
    assert client.get(web.serves("/", page(status=204))).body == b""


def test_more_bytes_than_announced_are_not_read(web: Web, client: Client) -> None:
    assert client.get(web.serves("/", raw(HEAD + b"Content-Length: 4\r\n\r\nshopHTTP/1.1"))).body == b"shop"
