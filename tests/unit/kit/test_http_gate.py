"""The gate, spoken to as a browser speaks to a proxy, and as no browser would."""

import errno
import socket
from collections.abc import Callable, Generator
from contextlib import closing

import pytest

from tests.support.ports import free_port
from tests.support.tunnel import tunnel
from tests.support.web import Web, chunked, page, raw, serving
from wareloom.kit.errors import Rejected, Unavailable
from wareloom.kit.http.gate.gate import Gate
from wareloom.kit.http.gate.heads import answered_once, read_asked
from wareloom.kit.http.gate.visa import Visa
from wareloom.kit.http.proxies import Proxy, ProxyFailed

Say = Callable[[bytes], bytes]
NAMES = {
    "shop.invalid": ["127.0.0.1"],
    "rebound.invalid": ["169.254.169.254"],
    "both.invalid": ["127.0.0.1", "10.0.0.1"],
}


@pytest.fixture
def web() -> Generator[Web]:
    with serving() as web:
        web.serves("/", page("shop"))
        yield web


@pytest.fixture
def visa() -> Visa:
    return Visa(loopback=True, proxy=None, bytes_left=1_000_000)


@pytest.fixture
def say(visa: Visa) -> Generator[Say]:
    gate = Gate(lambda host, _port: NAMES.get(host, []))
    door = gate.open(visa)

    def said(request: bytes) -> bytes:
        with closing(socket.create_connection(("127.0.0.1", door.port), timeout=20)) as line:
            line.sendall(request)
            return b"".join(iter(lambda: line.recv(65536), b""))

    yield said
    gate.shut(door)
    gate.close()


def connect(authority: str) -> bytes:
    return f"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n".encode()


def test_a_tunnel_leads_where_it_was_asked_to(say: Say, web: Web) -> None:
    asked = connect(f"shop.invalid:{web.port}") + b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    answer = say(asked)
    assert answer.startswith(b"HTTP/1.1 200 Connection established\r\n\r\n")
    assert answer.endswith(b"shop")


def test_a_plain_request_is_passed_on_as_the_server_expects_it(say: Say, web: Web) -> None:
    head = f"GET http://shop.invalid:{web.port}/ HTTP/1.1\r\nHost: x\r\nProxy-Connection: keep-alive\r\nX-A: 1\r\n\r\n"
    assert say(head.encode()).endswith(b"Connection: close\r\n\r\nshop")
    assert web.asked[0].target == "/"
    assert web.asked[0].headers == {"host": "x", "x-a": "1", "connection": "close"}


@pytest.mark.parametrize(
    "authority",
    [
        *("169.254.169.254:80", "169.254.169.254:443", "10.0.0.1:443", "[::ffff:10.0.0.1]:443", "[fe80::1]:443"),
        *("rebound.invalid:443", "both.invalid:443", "nowhere.invalid:443", "0.0.0.0:443"),
    ],
)
def test_nothing_leads_into_our_own_network(say: Say, visa: Visa, authority: str) -> None:
    assert say(connect(authority)) == b""
    assert say(f"GET http://{authority.rpartition(':')[0]}/ HTTP/1.1\r\n\r\n".encode()) == b""
    assert visa.refusals
    assert all(isinstance(refusal, Rejected) for refusal in visa.refusals.values())


def test_this_machine_is_closed_where_it_is_not_opened(say: Say, web: Web, visa: Visa) -> None:
    visa.renew(loopback=False, most_bytes=1000)
    for authority in (f"127.0.0.1:{web.port}", f"shop.invalid:{web.port}", f"[::1]:{web.port}"):
        assert say(connect(authority)) == b""
    assert len(visa.refusals) == 3
    assert web.asked == []


HUNG_UP = {errno.ECONNRESET, errno.EPIPE, errno.ENOTCONN}
"""While we still speak, or before we are heard out."""


@pytest.mark.parametrize(
    "request_",
    [
        b"\r\n\r\n",
        b"HELLO\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: shop.invalid\r\n\r\n",
        b"GET file:///etc/passwd HTTP/1.1\r\n\r\n",
        b"GET ftp://shop.invalid/ HTTP/1.1\r\n\r\n",
        b"CONNECT shop.invalid HTTP/1.1\r\n\r\n"[:-2],
        b"CONNECT user:word@shop.invalid:443 HTTP/1.1\r\n\r\n",
        b"CONNECT 2130706433:443 HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET " + b"x" * 200_000 + b" HTTP/1.1\r\n\r\n",
    ],
)
def test_what_makes_no_sense_is_hung_up_on(visa: Visa, request_: bytes) -> None:
    gate = Gate(lambda host, _port: NAMES.get(host, []))
    door = gate.open(visa)
    with closing(socket.create_connection(("127.0.0.1", door.port), timeout=20)) as line:
        try:
            line.sendall(request_)
            line.shutdown(socket.SHUT_WR)
            assert line.recv(1) == b""
        except OSError as error:
            if error.errno not in HUNG_UP:
                raise
    gate.close()


def test_a_second_request_on_the_same_line_goes_nowhere(say: Say, web: Web) -> None:
    first = f"GET http://shop.invalid:{web.port}/ HTTP/1.1\r\nHost: x\r\n\r\n"
    say((first + first.replace("/ HTTP", "/inside HTTP")).encode())
    assert [asked.target for asked in web.asked] in (["/"], [])


def test_a_form_is_passed_on_whole(say: Say, web: Web) -> None:
    head = f"POST http://shop.invalid:{web.port}/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nwords"
    assert say(head.encode()).endswith(b"shop")
    assert web.asked[0].method == "POST"


@pytest.mark.parametrize("told", ["Transfer-Encoding: chunked", "Content-Length: -5", "Content-Length: 99999999999"])
def test_a_body_of_no_length_or_too_long_is_not_passed_on(told: str) -> None:
    with pytest.raises(Rejected):
        _ = read_asked(f"POST http://shop.example/ HTTP/1.1\r\n{told}\r\n\r\n".encode()).body_bytes


def test_more_than_was_agreed_is_cut_off(say: Say, web: Web, visa: Visa) -> None:
    web.serves("/long", page(b"x" * 5_000_000))
    for request in (
        f"GET http://shop.invalid:{web.port}/long HTTP/1.1\r\n\r\n".encode(),
        connect(f"shop.invalid:{web.port}") + b"GET /long HTTP/1.1\r\n\r\n",
    ):
        visa.renew(loopback=True, most_bytes=100_000)
        assert len(say(request)) < 300_000
        assert visa.bytes_left < 0


def test_a_server_that_nobody_runs_cannot_be_reached(say: Say, visa: Visa) -> None:
    authority = f"shop.invalid:{free_port()}"
    assert say(connect(authority)) == b""
    assert isinstance(visa.refusals[authority], Unavailable)


def test_an_answer_without_a_head_is_none(say: Say, web: Web) -> None:
    web.serves("/", raw(b"SSH-2.0-OpenSSH_9.2\r\n"))
    assert say(f"GET http://shop.invalid:{web.port}/ HTTP/1.1\r\n\r\n".encode()) == b""


def test_a_chunked_answer_is_passed_on_as_it_is(say: Say, web: Web) -> None:
    web.serves("/", chunked(b"a", b"b"))
    answer = say(f"GET http://shop.invalid:{web.port}/ HTTP/1.1\r\n\r\n".encode())
    assert answer.endswith(b"1\r\na\r\n1\r\nb\r\n0\r\n\r\n")


def test_what_belongs_to_one_hop_is_not_passed_on() -> None:
    told = answered_once(b"HTTP/1.1 200 OK\r\nKeep-Alive: timeout=5\r\nConnection: keep-alive\r\nX-A: 1\r\n\r\n")
    assert told == b"HTTP/1.1 200 OK\r\nX-A: 1\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(("password", "led"), [("hush", True), ("wrong", False)])
def test_over_a_proxy_the_address_is_named_that_was_checked(
    say: Say, web: Web, visa: Visa, password: str, *, led: bool
) -> None:
    with tunnel("me:hush") as way:
        visa.proxy = Proxy("http", "127.0.0.1", way.port, "proxy 1", "me", password)
        authority = f"shop.invalid:{web.port}"
        answer = say(connect(authority) + b"GET / HTTP/1.1\r\n\r\n")
        assert answer.endswith(b"shop") == led
        assert way.asked == [f"CONNECT 127.0.0.1:{web.port} HTTP/1.1"]
        assert isinstance(visa.refusals.get(authority), ProxyFailed) != led
        say(connect("rebound.invalid:443"))
        assert len(way.asked) == 1


def test_after_a_public_page_this_machine_is_closed(say: Say, web: Web, visa: Visa) -> None:
    with tunnel() as way:
        way.leads["93.184.215.14:443"] = web.port
        visa.proxy = Proxy("http", "127.0.0.1", way.port, "proxy 1")
        assert say(connect("93.184.215.14:443") + b"GET / HTTP/1.1\r\n\r\n").endswith(b"shop")
        assert say(connect(f"127.0.0.1:{web.port}")) == b""
    assert len(web.asked) == 1
