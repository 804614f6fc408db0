"""The one browser of this process: started when it is first needed, and again when it has crashed.

What a page can find out about languages fits together only when the browser itself was started with them: for visitors
of another language it is started anew.
"""

import os
import signal
from collections.abc import Generator
from contextlib import contextmanager, suppress
from threading import Timer

from patchright.sync_api import Browser, BrowserContext, Error, Playwright, sync_playwright

from wareloom.kit.errors import Unavailable
from wareloom.kit.http.identity import Identity
from wareloom.kit.log import logger
from wareloom.market.fetchers.browser.devtools import of_browser
from wareloom.market.fetchers.browser.program import ARGUMENTS

_log = logger(__name__)
_NOWHERE = "http://127.0.0.1:1"
"""The proxy of whatever belongs to no session: it leads nowhere."""


class Chromium:
    def __init__(self, program: str, *, sandbox: bool) -> None:
        self._program = program
        self._sandbox = sandbox
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._languages: tuple[str, ...] = ()
        self._agent = ""
        self.process = 0

    def context(self, identity: Identity, gate_port: int) -> BrowserContext:
        screen = identity.screen
        browser = self._speaking(identity.languages)
        return browser.new_context(
            proxy={"server": f"http://127.0.0.1:{gate_port}"},
            user_agent=self._agent,
            viewport={"width": screen.width, "height": screen.shown},
            screen={"width": screen.width, "height": screen.height},
            timezone_id=identity.time_zone,
            service_workers="block",
            accept_downloads=False,
        )

    @contextmanager
    def ended_after(self, seconds: float) -> Generator[None]:
        """A page can keep its renderer busy for ever, and then no question to it is ever answered."""
        timer = Timer(seconds, self.kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)

    def close(self) -> None:
        self._end()
        if self._playwright:
            self._playwright.stop()
            self._playwright = None

    def _speaking(self, languages: tuple[str, ...]) -> Browser:
        if self._browser and self._browser.is_connected() and self._languages == languages:
            return self._browser
        if self._browser and not self._browser.is_connected():
            _log.warning("the browser is gone; another one is started")
        self._end()
        self._playwright = self._playwright or sync_playwright().start()
        try:
            self._browser = self._playwright.chromium.launch(
                executable_path=self._program,
                args=[*ARGUMENTS, f"--accept-lang={','.join(languages)}"],
                chromium_sandbox=self._sandbox,
                proxy={"server": _NOWHERE},
            )
            self._ask_who(self._browser)
        except Error as error:
            self._end()
            raise Unavailable("The browser could not be started.") from error
        self._languages = languages
        return self._browser

    def _ask_who(self, browser: Browser) -> None:
        tools = of_browser(browser)
        told = tools.send("Browser.getVersion")
        # It stays the browser that it is, for it cannot pass for another: only that nobody is looking is not told.
        self._agent = str(told["userAgent"]).replace("HeadlessChrome", "Chrome")
        processes = tools.send("SystemInfo.getProcessInfo")
        self.process = next(int(one["id"]) for one in processes["processInfo"] if one["type"] == "browser")

    def _end(self) -> None:
        browser, self._browser = self._browser, None
        with suppress(Error):  # it may be gone already
            if browser:
                browser.close()
