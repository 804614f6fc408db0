"""One session of the browser: an identity, its cookies, and the port of the gate that its connections go through."""

from contextlib import suppress
from typing import Any

from patchright.sync_api import BrowserContext, Error, Page, Route

from wareloom.kit.errors import Unavailable
from wareloom.kit.http.gate.gate import Gate
from wareloom.kit.http.gate.visa import Visa
from wareloom.kit.http.identity import Identity
from wareloom.kit.http.proxies import Proxy
from wareloom.market.fetchers.browser.chromium import Chromium
from wareloom.market.fetchers.browser.devtools import of_page

_NOT_READ = {"media", "font"}


class Visitor:
    def __init__(self, chromium: Chromium, gate: Gate, identity: Identity, proxy: Proxy | None) -> None:
        self._chromium = chromium
        self._gate = gate
        self._identity = identity
        self.visa = Visa(loopback=False, proxy=proxy, bytes_left=0)
        self._door = gate.open(self.visa)
        self._context: BrowserContext | None = None
        self._cookies: list[Any] = []

    def page(self) -> Page:
        try:
            return self._opened(self._living())
        except Error:
            self._context = None  # gone with its browser, and heard of only now
        try:
            return self._opened(self._living())
        except Error as error:
            raise Unavailable("The browser opens no page.") from error

    def _opened(self, context: BrowserContext) -> Page:
        page = context.new_page()
        of_page(page).send("Emulation.setLocaleOverride", {"locale": self._identity.languages[0]})
        return page

    def tidy(self) -> None:
        """After a page: nothing goes on behind our back, and a browser started anew goes on with the cookies."""
        with suppress(Error):
            if self._context:
                self._cookies = list(self._context.cookies())
                for page in self._context.pages:
                    page.close()

    def close(self) -> None:
        with suppress(Error):  # the browser may be gone already
            if self._context:
                self._context.close()
        self._gate.shut(self._door)

    def _living(self) -> BrowserContext:
        if self._context and self._context.browser and self._context.browser.is_connected():
            return self._context
        self._context = self._chromium.context(self._identity, self._door.port)
        self._context.route("**/*", _let_through)
        self._context.add_cookies(self._cookies)
        return self._context


def _let_through(route: Route) -> None:
    if route.request.resource_type in _NOT_READ:
        route.abort()
    else:
        route.continue_()
