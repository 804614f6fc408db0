"""Which browser is driven, and with what it is started."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

from wareloom.kit.outside import BrowserSettings

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_LEFT_OUT = (
    # Of these flags the last one counts: what the driver leaves out for interception to work is left out here too.
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "BlockOriginHeaderModificationOnRedirect",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "LensOverlay",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    # What asks its maker's servers for things that no page asked for.
    "AimEnabled",
    "DialMediaRouteProvider",
    "GlobalMediaControls",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PreconnectToSearch",
    "Translate",
)
ARGUMENTS = (
    f"--disable-features={','.join(_LEFT_OUT)}",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-quic",
    "--dns-prefetch-disable",
    "--no-first-run",
    "--no-pings",
    # Its own look-ups lead nowhere: names are looked up at the gate, once, and by it alone.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy",
)


def find(settings: BrowserSettings) -> str | None:
    """None where there is no browser, or nothing that could drive it."""
    if find_spec("patchright") is None:
        return None
    if settings.program:
        return settings.program if Path(settings.program).is_file() else None
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def sandboxed(settings: BrowserSettings) -> bool:
    """Chromium refuses its sandbox to root."""
    return os.geteuid() != 0 if settings.sandbox is None else settings.sandbox
