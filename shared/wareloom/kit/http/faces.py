"""Browsers that sessions may be. Data: a browser's handshake, headers and screen belong together and change together.

The handshake and the headers come from curl_cffi's target; what stands here is only what differs from the machine that
the target was recorded on. A newer curl_cffi brings newer targets: replace the rows then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Family = Literal["chromium", "firefox", "safari"]


class Screen(NamedTuple):
    width: int
    height: int
    shown: int
    """How much of the height is left for the page, below the browser's own bars."""


@dataclass(frozen=True)
class Face:
    imitates: str
    family: Family
    share: int
    """How often it is met, among these."""
    screens: tuple[Screen, ...]
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def accepted(self, languages: Sequence[str]) -> str:
        """Accept-Language as this family writes it: each counts the weights down in its own steps."""
        first, *others = languages
        if self.family == "firefox":
            step = 1 / (len(others) + 1)
            return ",".join([first, *(f"{name};q={_weight(1 - step * n)}" for n, name in enumerate(others, 1))])
        return ",".join([first, *(f"{name};q={_weight(1 - n / 10)}" for n, name in enumerate(others, 1))])


def _weight(value: float) -> str:
    return f"{max(0.1, value):.1f}"


_MAC = (Screen(1440, 900, 789), Screen(1512, 982, 834), Screen(1680, 1050, 939), Screen(1728, 1117, 968))
_WINDOWS = (Screen(1366, 768, 633), Screen(1536, 864, 730), Screen(1920, 1080, 945), Screen(2560, 1440, 1305))


def _chrome(number: int) -> Mapping[str, str]:
    """The same Chrome on Windows: its handshake is the same, only what names the machine differs."""
    agent = f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{number}.0.0.0"
    return {"User-Agent": f"{agent} Safari/537.36", "sec-ch-ua-platform": '"Windows"'}


FACES: tuple[Face, ...] = (
    Face("chrome150", "chromium", 40, _WINDOWS, _chrome(150)),
    Face("chrome150", "chromium", 20, _MAC),
    Face("chrome146", "chromium", 12, _WINDOWS, _chrome(146)),
    Face("chrome146", "chromium", 6, _MAC),
    Face("safari2601", "safari", 14, _MAC),
    Face("firefox147", "firefox", 8, _MAC),
)
