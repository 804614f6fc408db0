"""The address of a deployment, in its one spelling."""

from urllib.parse import urlsplit

from wareloom.kit.errors import Rejected

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
API = "/api/v1"


def spelled(written: str) -> str:
    """“Shop.example/” and “https://shop.example/api/v1” are one deployment: https://shop.example."""
    text = written.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Rejected(f"“{written}” is not an address: {error}.") from error
    if not host or parts.scheme not in ("http", "https") or parts.username or parts.query or parts.fragment:
        raise Rejected(f"“{written}” is not the address of a deployment. It looks like https://wareloom.example.")
    if parts.path.rstrip("/") not in ("", API):
        raise Rejected(f"“{written}” names a page. Give the address alone, such as https://{host}.")
    if parts.scheme == "http" and not is_here(host):
        raise Rejected(f"“{written}” would send your key in the clear. Use https://{host}.")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


def is_here(host: str) -> bool:
    return host in _LOOPBACK or host.endswith(".localhost")


def dialled(url: str) -> tuple[str, dict[str, str]]:
    """Where to connect, and the headers it takes. Every name under .localhost is this machine, but not every resolver
    knows; browsers do, and deployments on a laptop live at such names."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "http" and host.endswith(".localhost"):
        return f"http://127.0.0.1:{parts.port or 80}", {"Host": parts.netloc}
    return url, {}
