"""How networks' APIs are asked: where they are, with which keys, and as often as their headers leave us."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import SystemRandom
from typing import Any

from pydantic import SecretStr

from wareloom.kit import clock
from wareloom.kit.errors import Failure
from wareloom.kit.http import asking
from wareloom.kit.http.conduct import Conduct, Manners
from wareloom.kit.http.exchange import Answered
from wareloom.kit.outside import SocialKeySettings
from wareloom.social.heard import Quota
from wareloom.social.keys import Keys, SocialKeys, social_keys
from wareloom.social.networks.quotas import no_quota

Line = asking.Line[Any]
Told = asking.Told[Any]


def the_line(wait: Callable[[float], object] | None = None) -> Line:
    """Paces and circuits stay in the process."""
    return Line(Conduct(Manners(), SystemRandom(), wait), json.loads)


@dataclass(frozen=True)
class Access:
    """What every network is given; one for each, for none of them waits for another's pace."""

    settings: Callable[[], SocialKeySettings] = SocialKeySettings.from_env
    keys: Keys = social_keys
    line: Line = field(default_factory=the_line)

    def given(self) -> tuple[SocialKeySettings, SocialKeys]:
        settings = self.settings()
        return settings, self.keys(settings)


def question(
    who: str,
    url: str,
    apart: timedelta,
    headers: Mapping[str, str],
    body: bytes | None = None,
    *,
    quota: Callable[[Mapping[str, str]], Quota | None] = no_quota,
    refusal: Callable[[Answered], Failure | None] = lambda _answered: None,
    hidden: tuple[SecretStr, ...] = (),
) -> asking.Question:
    """`apart` is how long to leave the API alone after an answer, as long as its quota is not used up."""

    def rest(answered: Answered) -> timedelta:
        left = quota(answered.headers)
        return max(apart, _until(left) or apart) if left and left.left == 0 else apart

    def wait(answered: Answered) -> timedelta | None:
        return _until(quota(answered.headers))

    return asking.Question(who, who, url, rest, headers, body, refusal, hidden, wait)


def _until(quota: Quota | None) -> timedelta | None:
    """At least a second: what begins this very moment would be asked too early."""
    if quota is None or quota.resets_at is None:
        return None
    return max(timedelta(seconds=1), quota.resets_at - clock.now())
