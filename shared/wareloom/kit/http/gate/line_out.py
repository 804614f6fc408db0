"""A connection from the gate to where it is to lead: to an address that was checked, over a proxy or straight."""

import asyncio
import base64
import ssl
from asyncio import StreamReader, StreamWriter

from wareloom.kit.errors import Unavailable
from wareloom.kit.http.gate.heads import MOST_BYTES, status
from wareloom.kit.http.gate.visa import Visa
from wareloom.kit.http.guard import Resolve, is_loopback, open_addresses
from wareloom.kit.http.place import Place
from wareloom.kit.http.proxies import Proxy, ProxyFailed

CONNECT_SECONDS = 10.0
_LED = 200
Ends = tuple[StreamReader, StreamWriter]


async def line_out(place: Place, visa: Visa, resolve: Resolve) -> Ends:
    addresses = await asyncio.to_thread(open_addresses, place, resolve, loopback=visa.loopback)
    # A public page must not send the browser to this machine, even where this machine's own pages may be read.
    visa.loopback = visa.loopback and all(is_loopback(address) for address in addresses)
    if visa.proxy:
        return await _over(visa.proxy, place, addresses[0])
    for address in addresses:
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                return await asyncio.open_connection(address, place.port, limit=MOST_BYTES)
        except (OSError, TimeoutError):
            continue
    raise Unavailable(f"{place.authority} cannot be reached.")


async def _over(proxy: Proxy, place: Place, address: str) -> Ends:
    target = f"[{address}]:{place.port}" if ":" in address else f"{address}:{place.port}"
    told = f"{proxy.username}:{proxy.password}".encode()
    pass_word = f"Proxy-Authorization: Basic {base64.b64encode(told).decode()}\r\n" if proxy.username else ""
    trust = ssl.create_default_context() if proxy.scheme == "https" else None
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            reader, writer = await asyncio.open_connection(proxy.host, proxy.port, ssl=trust, limit=MOST_BYTES)
    except (OSError, TimeoutError) as error:
        raise _failed(place, proxy) from error
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            writer.write(f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{pass_word}\r\n".encode())
            led = status(await reader.readuntil(b"\r\n\r\n")) == _LED
    except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        led = False
    if not led:
        writer.close()
        raise _failed(place, proxy)
    return reader, writer


def _failed(place: Place, proxy: Proxy) -> ProxyFailed:
    return ProxyFailed(f"{place.authority} cannot be reached: {proxy.shown} does not lead there.")
