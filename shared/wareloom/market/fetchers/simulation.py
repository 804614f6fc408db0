from datetime import timedelta

from wareloom.kit import clock
from wareloom.kit.settings import SampleSettings
from wareloom.market.marketplaces.sample.address import read_address
from wareloom.market.marketplaces.sample.answer import answer
from wareloom.market.page import Fetched, PageRequest
from wareloom.simulation.world import World


class SimulationFetcher:
    """Asks the simulated shop instead of the network: a page is worked out, not brought."""

    def __init__(self, settings: SampleSettings) -> None:
        self._world = World.of(settings)

    def fetch(self, request: PageRequest) -> Fetched:
        now = clock.now()
        return Fetched(
            url=request.url,
            body=answer(self._world, read_address(request.url), now),
            content_type="application/json",
            fetched_at=now,
            pause=timedelta(),
        )
