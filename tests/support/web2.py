"""A server on this machine that speaks HTTP/2 alone, and counts its connections."""

import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from socket import create_server, socket

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

BODY = b"two at last"


@dataclass
class Web2:
    port: int
    connections: int = 0
    asked: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    closing: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving2(tls: ssl.SSLContext) -> Generator[Web2]:
    tls.set_alpn_protocols(["h2"])
    with create_server(("127.0.0.1", 0)) as listening:
        web = Web2(listening.getsockname()[1])
        thread = threading.Thread(target=_accept, args=(listening, tls, web))
        thread.start()
        try:
            yield web
        finally:
            web.closing.set()
            thread.join()


def _accept(listening: socket, tls: ssl.SSLContext, web: Web2) -> None:
    listening.settimeout(0.02)
    while not web.closing.is_set():
        with suppress(TimeoutError):
            connection, _ = listening.accept()
            connection.settimeout(0.02)
            threading.Thread(target=_serve, args=(connection, tls, web)).start()


def _serve(plain: socket, tls: ssl.SSLContext, web: Web2) -> None:
    with suppress(OSError), tls.wrap_socket(plain, server_side=True, do_handshake_on_connect=False) as connection:
        connection.settimeout(5)
        connection.do_handshake()
        connection.settimeout(0.02)
        web.connections += 1
        talk = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        talk.initiate_connection()
        connection.sendall(talk.data_to_send())
        while not web.closing.is_set():
            try:
                heard = connection.recv(65536)
            except TimeoutError:
                continue
            if not heard:
                return
            for event in talk.receive_data(heard):
                if isinstance(event, RequestReceived):
                    web.asked.append({_text(name): _text(value) for name, value in event.headers})
                    talk.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html")])
                    talk.send_data(event.stream_id, BODY, end_stream=True)
            connection.sendall(talk.data_to_send())


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
