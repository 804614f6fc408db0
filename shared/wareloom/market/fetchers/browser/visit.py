"""One page looked at with the browser until it stands still, within a time and a size."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from patchright.sync_api import Error, Frame, Page, Request, Response
from patchright.sync_api import TimeoutError as TookTooLong

from wareloom.kit.errors import Blocked, Failure, Rejected, Unavailable
from wareloom.kit.http.body import too_large
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.http.gate.visa import Visa
from wareloom.kit.http.place import Place, read_place, redirected
from wareloom.kit.http.verdict import failure
from wareloom.market.fetchers.browser.devtools import of_page

STILL_SECONDS = 4.0
"""How long a page may go on fetching things until it is read as it is."""
WALL_SECONDS = 12.0
"""How long a page that refuses us may take to find out that we are a browser after all."""
_HTML = {"text/html", "application/xhtml+xml"}
_LENGTH = "document.documentElement.outerHTML.length"


@dataclass(frozen=True)
class Brought:
    place: Place
    content_type: str
    body: bytes


class Visit:
    def __init__(self, page: Page, visa: Visa, most_bytes: int, deadline: Deadline) -> None:
        self._page = page
        self._visa = visa
        self._most_bytes = most_bytes
        self._deadline = deadline
        self._unpacked = 0
        self._documents: list[Response] = []
        self._asked: Request | None = None
        page.on("request", self._note_request)
        page.on("response", self._note_response)
        tools = of_page(page)
        tools.send("Network.enable")
        tools.on("Network.dataReceived", self._count)

    def make(self, place: Place) -> Brought:
        try:
            self._page.goto(place.url, wait_until="domcontentloaded", timeout=self._left(self._deadline.left()))
            self._stand_still()
            self._pass_wall(place)
            return self._read(place)
        except Error as error:
            raise self._reason(place, error) from error

    def _stand_still(self) -> None:
        with suppress(TookTooLong):
            self._page.wait_for_load_state("networkidle", timeout=self._left(STILL_SECONDS))

    def _pass_wall(self, place: Place) -> None:
        """Some walls look at the browser for a moment and then load the page."""
        patience = Deadline(min(WALL_SECONDS, self._deadline.left()))
        while isinstance(self._verdict(place), Blocked) and patience.left():
            try:
                self._page.wait_for_event("domcontentloaded", timeout=self._left(patience.left()))
            except TookTooLong:
                return
            self._stand_still()

    def _read(self, place: Place) -> Brought:
        if refused := self._turned_back(place) or self._verdict(place):
            raise refused
        there = redirected(place, self._page.url)
        kind = self._last().headers.get("content-type", "")
        if kind.partition(";")[0].strip().lower() not in _HTML:
            return Brought(there, kind, self._last().body())
        if int(self._page.evaluate(_LENGTH)) > self._most_bytes:
            raise too_large(self._most_bytes, place.shown)
        body = self._page.content().encode()
        if len(body) > self._most_bytes:
            raise too_large(self._most_bytes, place.shown)
        return Brought(there, "text/html; charset=utf-8", body)

    def _verdict(self, place: Place) -> Failure | None:
        headers: Mapping[str, str] = self._last().headers
        return failure(self._last().status, headers, place.shown)

    def _turned_back(self, place: Place) -> Failure | None:
        """By the gate, on the way to where the page itself wanted to go in the end."""
        asked = self._asked.url if self._asked else place.url
        if self._documents and self._documents[-1].url == asked:
            return None
        return self._visa.refusals.get(read_place(asked).authority)

    def _last(self) -> Response:
        if not self._documents:
            raise Unavailable("The browser brought no page.")
        return self._documents[-1]

    def _reason(self, place: Place, error: Error) -> Failure:
        if self._unpacked > self._most_bytes or self._visa.bytes_left < 0:
            return too_large(self._most_bytes, place.shown)
        if refused := self._turned_back(place):
            return refused
        self._deadline.check(place.shown)
        if "Download is starting" in error.message:
            return Rejected(f"{place.shown} is a file to keep, not a page.")
        return Unavailable(f"{place.authority} cannot be read with the browser now.")

    def _left(self, most: float) -> float:
        self._deadline.check("The page")
        return max(1.0, min(most, self._deadline.left()) * 1000)

    def _count(self, told: Any) -> None:
        self._unpacked += int(told["dataLength"])
        if self._unpacked > self._most_bytes and not self._page.is_closed():
            self._page.close()

    def _note_request(self, request: Request) -> None:
        if request.is_navigation_request() and _is_main(request.frame):
            self._asked = request

    def _note_response(self, response: Response) -> None:
        if response.request.is_navigation_request() and _is_main(response.frame):
            self._documents.append(response)


def _is_main(frame: Frame) -> bool:
    return frame.parent_frame is None
