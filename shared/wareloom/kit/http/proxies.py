"""Ways out to the world, in tiers from cheap to dear: each host is asked over the lowest tier that works for it.

Remembered per process. A cold start begins at the lowest tier and believes that every proxy is well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from urllib.parse import unquote, urlsplit

from pydantic import SecretStr

from wareloom.kit import clock, secrets
from wareloom.kit.errors import NotFound, Unavailable
from wareloom.kit.log import logger
from wareloom.kit.outside import ProxySettings

_log = logger(__name__)
TRY_LOWER_AFTER = timedelta(minutes=30)
FIRST_REST = timedelta(seconds=30)
LONGEST_REST = timedelta(minutes=30)
_MOST_HOSTS = 1000
_MEMORY = 0.2
"""How much the latest outcome weighs in a score; the rest is what went before."""


class ProxyFailed(Unavailable):
    """The proxy did not do its part; what lies behind it may be well."""


@dataclass(frozen=True)
class Proxy:
    scheme: str
    host: str
    port: int
    shown: str
    """For messages: what people call it. Where it is and how to get in is nobody's business."""
    username: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def address(self) -> str:
        return f"{self.scheme}://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


@dataclass(eq=False)
class Way:
    """One way out: over a proxy, or straight."""

    tier: int
    proxy: Proxy | None
    score: float = 1.0
    failures: int = 0
    rests_until: datetime | None = None

    @property
    def well(self) -> bool:
        return self.rests_until is None or self.rests_until <= clock.now()

    def worked(self) -> None:
        self.score += _MEMORY * (1 - self.score)
        self.failures, self.rests_until = 0, None

    def broke(self) -> None:
        """Rests, twice as long each time: a proxy that is gone is asked ever more seldom."""
        self.score -= _MEMORY * self.score
        self.rests_until = clock.now() + min(LONGEST_REST, FIRST_REST * 2 ** min(self.failures, 10))
        self.failures += 1
        if self.proxy:
            _log.warning("%s does not answer and rests", self.proxy.shown)


@dataclass(frozen=True)
class _Standing:
    tier: int
    lower_at: datetime


class Ways:
    def __init__(self, tiers: Sequence[Sequence[Proxy | None]], chance: Random) -> None:
        self._tiers = [[Way(place, proxy) for proxy in tier] for place, tier in enumerate(filter(None, tiers))]
        self._chance = chance
        self._standing: dict[str, _Standing] = {}

    def to(self, host: str) -> Way:
        """The likeliest to work of the host's tier, chance deciding; of a higher tier where the whole tier is down."""
        for tier in self._tiers[self._tier(host) :]:
            well = [way for way in tier if way.well]
            if well:
                return self._chance.choices(well, [max(0.01, way.score) for way in well])[0]
        raise Unavailable("None of the proxies answers.", retry_after=FIRST_REST)

    def blocked(self, host: str, way: Way) -> bool:
        """The host does not want visitors who come this way. True when there is a dearer way to try at once."""
        way.score -= _MEMORY * way.score
        if way.tier + 1 >= len(self._tiers):
            return False
        if len(self._standing) >= _MOST_HOSTS:
            self._standing.clear()
        self._standing[host] = _Standing(way.tier + 1, clock.now() + TRY_LOWER_AFTER)
        _log.info("%s is asked over tier %d from now on", host, way.tier + 1)
        return True

    def _tier(self, host: str) -> int:
        standing = self._standing.get(host)
        if standing is None:
            return 0
        if standing.tier and standing.lower_at <= clock.now():
            standing = _Standing(standing.tier - 1, clock.now() + TRY_LOWER_AFTER)
            self._standing[host] = standing
        return standing.tier


def straight(chance: Random) -> Ways:
    return Ways([[None]], chance)


def ways(settings: ProxySettings, chance: Random) -> Ways:
    """Straight first, unless the settings say that nothing goes straight; then the tiers that they name."""
    told = {"first": settings.first, "second": settings.second, "third": settings.third}
    written: Mapping[str, object] = _kept(settings.secret_id) if settings.secret_id else told
    tiers = [_read(_plain(written.get(name)), place) for place, name in enumerate(told, 1)]
    if settings.direct or not any(tiers):
        return Ways([[None], *tiers], chance)
    return Ways(tiers, chance)


def _kept(secret_id: str) -> Mapping[str, object]:
    """A secret that was never made holds none. One that cannot be read now may hold some: then nobody goes out."""
    try:
        return secrets.read(secret_id)
    except NotFound:
        return {}


def _plain(written: object) -> str:
    return written.get_secret_value() if isinstance(written, SecretStr) else str(written or "")


def _read(written: str, tier: int) -> list[Proxy]:
    addresses = [address.strip() for address in written.split(",") if address.strip()]
    return [_proxy(address, f"proxy {place} of tier {tier}") for place, address in enumerate(addresses, 1)]


def _proxy(address: str, shown: str) -> Proxy:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    else:
        if parts.scheme in {"http", "https"} and host and port:
            return Proxy(parts.scheme, host, port, shown, unquote(parts.username or ""), unquote(parts.password or ""))
    # Without the cause, which would quote the address and its password.
    raise LookupError(f"{shown} cannot be read: write it as http://name:password@host:port") from None
