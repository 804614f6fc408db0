"""One visitor's way of speaking to servers: its connections, its cookies, its handshake.

libcurl is told everything and decides nothing: names are pinned to addresses that were checked, redirects are not
followed, no proxy, cookie file or credential is taken from the environment.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from math import ceil
from typing import TYPE_CHECKING, Any

from wareloom.kit.errors import Failure, Unavailable
from wareloom.kit.http.body import ENCODINGS
from wareloom.kit.http.deadline import Deadline
from wareloom.kit.http.errand import Errand, Reply, wanted
from wareloom.kit.http.identity import Identity
from wareloom.kit.http.intake import Intake, headers_too_large
from wareloom.kit.http.place import Place
from wareloom.kit.http.proxies import Proxy, ProxyFailed

if TYPE_CHECKING:
    from curl_cffi import Curl, CurlInfo

CONNECT_SECONDS = 5.0
_HTTP_2_OVER_TLS = 4
_NOT_PROVEN = {51, 60, 83, 90, 91}
_UNREACHED = {6, 7}
_HEADERS_TOO_LARGE = {100}
_PROXY = {5, 97}
_TIMED_OUT = 28


class Wire:
    """`authorities` is a file of certificates to believe; without one, the system's are."""

    def __init__(self, identity: Identity, proxy: Proxy | None, authorities: str | None) -> None:
        from curl_cffi import Curl

        self._identity = identity
        self._proxy = proxy
        self._curl: Curl = Curl(cacert=authorities or "")

    def ask(self, place: Place, addresses: Sequence[str], errand: Errand, deadline: Deadline) -> Reply:
        from curl_cffi import CurlError, CurlInfo

        deadline.check(place.shown)
        intake = Intake(place, errand)
        pins = self._prepare(place, addresses, errand, deadline, intake)
        try:
            self._curl.perform()
        except CurlError as error:
            if not intake.hung_up:
                raise self._failure(place, error.code, self._told(CurlInfo.HTTP_CONNECTCODE), deadline) from error
        finally:
            _let_go(pins)
        return intake.reply(self._told(CurlInfo.RESPONSE_CODE))

    def close(self) -> None:
        self._curl.close()

    def _told(self, what: "CurlInfo") -> int:
        number = self._curl.getinfo(what)
        return number if isinstance(number, int) else 0

    def _prepare(
        self, place: Place, addresses: Sequence[str], errand: Errand, deadline: Deadline, intake: Intake
    ) -> Any:
        from curl_cffi import CurlOpt

        curl = self._curl
        curl.reset()  # connections and cookies stay
        if self._identity.imitates:
            curl.impersonate(self._identity.imitates, default_headers=True)
        options: dict[CurlOpt, object] = {
            CurlOpt.URL: place.url,
            CurlOpt.PATH_AS_IS: 1,  # what was checked against robots.txt is what is asked for
            CurlOpt.FOLLOWLOCATION: 0,
            CurlOpt.PROTOCOLS_STR: "http,https",
            CurlOpt.HTTP_VERSION: _HTTP_2_OVER_TLS,
            CurlOpt.NOSIGNAL: 1,
            CurlOpt.TIMEOUT_MS: ceil(deadline.left() * 1000) + 1,  # so that the deadline has passed by then
            CurlOpt.CONNECTTIMEOUT_MS: int(CONNECT_SECONDS * 1000),
            CurlOpt.SUPPRESS_CONNECT_HEADERS: 1,
            CurlOpt.HEADERFUNCTION: intake.head,
            CurlOpt.WRITEFUNCTION: intake.body,
            CurlOpt.HTTPHEADER: [f"{name}: {value}".encode() for name, value in self._headers(errand).items()],
        }
        if self._identity.keeps_cookies:
            options[CurlOpt.COOKIEFILE] = ""
        for option, value in options.items():
            curl.setopt(option, value)
        return _tunnelled(curl, place, addresses, self._proxy) if self._proxy else _pinned(curl, place, addresses)

    def _headers(self, errand: Errand) -> Mapping[str, str]:
        ours = dict(self._identity.headers)
        if not self._identity.imitates:
            ours |= {"Accept": wanted(errand.accept), "Accept-Encoding": ENCODINGS}
        kept = {"user-agent", "accept-encoding", *map(str.lower, ours)} - {"accept-language"}
        return {**ours, **{name: value for name, value in errand.sent.items() if name.lower() not in kept}}

    def _failure(self, place: Place, code: int, tunnel: int, deadline: Deadline) -> Failure:
        deadline.check(place.shown)
        if self._proxy and (code in _PROXY | _UNREACHED | {_TIMED_OUT} or tunnel >= 300):
            return ProxyFailed(f"{place.authority} cannot be reached: {self._proxy.shown} does not lead there.")
        if code in _NOT_PROVEN:
            return Unavailable(f"{place.host} could not prove that it is {place.host}.")
        if code in _HEADERS_TOO_LARGE:
            return headers_too_large(place)
        if code in _UNREACHED or code == _TIMED_OUT:
            return Unavailable(f"{place.authority} cannot be reached.")
        return Unavailable(f"{place.shown} broke off in mid-answer.")


def _pinned(curl: "Curl", place: Place, addresses: Sequence[str]) -> None:
    """The name means these addresses and no others, whatever a look-up would say by now."""
    from curl_cffi import CurlOpt

    curl.setopt(CurlOpt.PROXY, "")
    listed = ",".join(f"[{address}]" if ":" in address else address for address in addresses)
    curl.setopt(CurlOpt.RESOLVE, [f"{place.host}:{place.port}:{listed}"])


def _tunnelled(curl: "Curl", place: Place, addresses: Sequence[str], proxy: Proxy) -> Any:
    """The proxy is told the address that was checked, not the name, for which it might find another one."""
    from curl_cffi import CurlOpt

    address = next((one for one in addresses if ":" not in one), addresses[0])
    target = f"[{address}]" if ":" in address else address
    host = f"[{place.host}]" if ":" in place.host else place.host
    library: Any = import_module("curl_cffi")  # says nothing of the types of what lies below
    pins = library.lib.curl_slist_append(library.ffi.NULL, f"{host}:{place.port}:{target}:{place.port}".encode())
    curl.setopt(CurlOpt.CONNECT_TO, pins)
    curl.setopt(CurlOpt.PROXY, proxy.address)
    curl.setopt(CurlOpt.HTTPPROXYTUNNEL, 1)
    curl.setopt(CurlOpt.NOPROXY, "")
    if proxy.username:
        curl.setopt(CurlOpt.PROXYUSERNAME, proxy.username)
        curl.setopt(CurlOpt.PROXYPASSWORD, proxy.password)
    return pins


def _let_go(pins: Any) -> None:
    if pins is not None:
        library: Any = import_module("curl_cffi")
        library.lib.curl_slist_free_all(pins)
