"""How the command gets to a server: directly or by a proxy, and why it did not get there."""

import platform
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.util import parse_url

from wareloom.cli.deployment import is_here

TIMEOUT = urllib3.Timeout(connect=10, read=35)  # API Gateway gives up after 29 seconds
# A read that broke off is asked again; a write never is, for nobody knows whether it arrived.
RETRY = urllib3.Retry(
    total=3,
    connect=0,
    read=2,
    status=1,
    redirect=False,
    status_forcelist=(502, 503, 504),
    allowed_methods=("GET",),
    raise_on_status=False,
    respect_retry_after_header=False,
)


def pool(url: str) -> urllib3.PoolManager:
    parts = urlsplit(url)
    host = parts.hostname or ""
    written = getproxies().get(parts.scheme)
    if written is None or is_here(host) or proxy_bypass(host):
        return urllib3.PoolManager()
    proxy = parse_url(written)
    passing = urllib3.make_headers(proxy_basic_auth=proxy.auth)
    return urllib3.ProxyManager(f"{proxy.scheme or 'http'}://{proxy.netloc}", proxy_headers=passing)


def cause(error: urllib3.exceptions.HTTPError) -> str:
    innermost: BaseException = error
    while isinstance(innermost, urllib3.exceptions.MaxRetryError) and innermost.reason:
        innermost = innermost.reason
    match innermost:
        case urllib3.exceptions.NameResolutionError():
            return "its name is not known; is the address right, and is this machine online?"
        case urllib3.exceptions.NewConnectionError():
            return "nothing answers there."
        case urllib3.exceptions.TimeoutError():
            return "it took too long to answer."
        case urllib3.exceptions.SSLError():
            return f"its certificate cannot be trusted ({innermost})."
        case _:
            return f"the connection broke ({innermost})."


def own_version() -> str:
    try:
        return version("wareloom")
    except PackageNotFoundError:
        return "0+source"


def user_agent() -> str:
    """What the list of sign-ins shows for this machine."""
    return f"wareloom/{own_version()} ({platform.system()}; {platform.node()})"
