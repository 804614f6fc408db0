"""On the clock: offers that are new or told anew are compared, and their pictures looked at while time is left."""

from datetime import timedelta

from wareloom.edge.slices import slices
from wareloom.kit.outside import HttpSettings, ProxySettings
from wareloom.kit.work import Work
from wareloom.market.fetchers.http import the_client
from wareloom.market.matching import look
from wareloom.market.matching.match import match


def _look(work: Work) -> dict[str, int]:
    return look.look(work, the_client(HttpSettings.from_env(), ProxySettings.from_env()))


handle = slices(match, _look, spare=timedelta(seconds=look.SECONDS + 30))
