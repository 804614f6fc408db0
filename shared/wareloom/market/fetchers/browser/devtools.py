"""What Chromium can be asked for and told beside what Playwright knows."""

from typing import Any

from patchright.sync_api import Browser, Page


def of_page(page: Page) -> Any:  # the library types what is said over it as any mapping
    return page.context.new_cdp_session(page)


def of_browser(browser: Browser) -> Any:
    return browser.new_browser_cdp_session()
