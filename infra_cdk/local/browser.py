"""A browser for the tests: Playwright's own, else the system's Chromium, else Debian's, installed when we may."""

import shutil
import sys
from pathlib import Path

from infra_cdk.local.prepare import install_with_apt

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The program's path, if there is one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).is_file():
        return own
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def main() -> int:
    if find() or (install_with_apt("chromium") and find()):
        return 0
    sys.stderr.write(
        "The end-to-end tests need a browser, and there is none. "
        "Install one with `.venv/bin/playwright install chromium`, or `apt install chromium`.\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
