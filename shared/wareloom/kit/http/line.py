"""A connected socket that gives no more time and no more bytes than agreed, whatever is being read from it.

A time-out between two bytes never fires on a drip, and a body's limit does not hold headers or a chunk that lies about
its size: so both limits stand here, below the protocol.
"""

import io
import socket
from typing import Any

from wareloom.kit.http.deadline import Deadline


class Line:
    """As much of a socket as http.client asks for. Whoever opened the socket closes it."""

    def __init__(self, connection: socket.socket, deadline: Deadline, most_bytes: int) -> None:
        self._connection = connection
        self._deadline = deadline
        self._left = most_bytes
        self.overrun = False

    def sendall(self, data: bytes) -> None:
        self._hurry()
        self._connection.sendall(data)

    def makefile(self, *_: Any) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self))

    def settimeout(self, _seconds: float | None) -> None:
        """The deadline decides."""

    def close(self) -> None:
        """http.client lets go of the socket before the body is read."""

    def take(self, buffer: Any) -> int:
        if self._left <= 0:
            self.overrun = True
            raise ConnectionAbortedError("more bytes than agreed")
        self._hurry()
        count = self._connection.recv_into(buffer)
        self._left -= count
        return count

    def _hurry(self) -> None:
        left = self._deadline.left()
        if not left:
            raise TimeoutError("the deadline has passed")
        self._connection.settimeout(left)


class _Incoming(io.RawIOBase):
    def __init__(self, line: Line) -> None:
        self._line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._line.take(buffer)
