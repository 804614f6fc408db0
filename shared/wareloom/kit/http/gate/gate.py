"""The gate itself: one thread with a loop in it, one port for each session, so that it is known who asks."""

import asyncio
import threading
from asyncio import IncompleteReadError, LimitOverrunError, StreamReader, StreamWriter
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from wareloom.kit.errors import Failure
from wareloom.kit.http.gate.heads import MOST_BYTES, Asked, answered_once, read_asked
from wareloom.kit.http.gate.line_out import line_out
from wareloom.kit.http.gate.visa import Visa
from wareloom.kit.http.guard import Resolve, resolve

HEAD_SECONDS = 30.0
LONGEST_TUNNEL_SECONDS = 300.0
_PIECE = 64 * 1024
_BROKEN = (OSError, IncompleteReadError, LimitOverrunError, TimeoutError)
Result = TypeVar("Result")


@dataclass(frozen=True)
class Door:
    """Where one session's browser connects to."""

    port: int
    server: asyncio.Server


class Gate:
    def __init__(self, resolve: Resolve = resolve) -> None:
        self._resolve = resolve
        self._doors: set[Door] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="gate", daemon=True)
        self._thread.start()

    def open(self, visa: Visa) -> Door:
        return self._done(self._opened(visa))

    def shut(self, door: Door) -> None:
        self._done(self._shut(door))

    def close(self) -> None:
        self._done(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _done(self, work: Coroutine[None, None, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _opened(self, visa: Visa) -> Door:
        server = await asyncio.start_server(partial(self._attend, visa), "127.0.0.1", 0, limit=MOST_BYTES)
        door = Door(server.sockets[0].getsockname()[1], server)
        self._doors.add(door)
        return door

    async def _shut(self, door: Door) -> None:
        self._doors.discard(door)
        door.server.close()

    async def _end(self) -> None:
        for door in list(self._doors):
            await self._shut(door)
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._loop.shutdown_default_executor()

    async def _attend(self, visa: Visa, reader: StreamReader, writer: StreamWriter) -> None:
        """What cannot be led anywhere is hung up on, without a word that a page could take for the server's."""
        try:
            async with asyncio.timeout(HEAD_SECONDS):
                asked = read_asked(await reader.readuntil(b"\r\n\r\n"))
            async with asyncio.timeout(LONGEST_TUNNEL_SECONDS):
                await self._lead(asked, visa, reader, writer)
        except (Failure, *_BROKEN):
            pass
        finally:
            writer.close()

    async def _lead(self, asked: Asked, visa: Visa, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            incoming, outgoing = await line_out(asked.place, visa, self._resolve)
        except Failure as failure:
            visa.refuse(asked.place, failure)
            raise
        try:
            if asked.tunnel:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                await _either(_pump(reader, outgoing), _pump(incoming, writer, visa))
            else:
                outgoing.write(asked.passed_on() + await reader.readexactly(asked.body_bytes))
                writer.write(answered_once(await incoming.readuntil(b"\r\n\r\n")))
                await _either(reader.read(1), _pump(incoming, writer, visa))
        finally:
            outgoing.close()


async def _pump(source: StreamReader, sink: StreamWriter, visa: Visa | None = None) -> None:
    while (piece := await source.read(_PIECE)) and (visa is None or visa.spend(len(piece))):
        sink.write(piece)
        await sink.drain()


async def _either(*ways: Coroutine[None, None, object]) -> None:
    """Until one side has nothing more to say."""
    tasks = [asyncio.ensure_future(way) for way in ways]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        with suppress(*_BROKEN):
            await asyncio.gather(*tasks, return_exceptions=True)
