"""The sample market's offers, each with the niche that it was planted in."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from uuid import UUID

from wareloom.kit.settings import SampleSettings
from wareloom.market.marketplaces.sample.listing import listing
from wareloom.market.marketplaces.sample.shelf import Place, listed
from wareloom.simulation.world import World
from wareloom.trends.describe import Described, MarketOffer, describe


@dataclass(frozen=True)
class Planted:
    offers: list[MarketOffer]
    truth: dict[UUID, str]
    found: list[Described]

    def sizes(self) -> Counter[str]:
        return Counter(self.truth.values())

    def niches_of(self, described: Described) -> Counter[str]:
        return Counter(self.truth[offer.id] for offer, _ in described.evidence)

    def purity(self) -> float:
        grouped = sum(len(one.evidence) for one in self.found)
        return sum(max(self.niches_of(one).values()) for one in self.found) / grouped

    def recovered(self) -> dict[str, Described]:
        """The planted niches that one found niche has four fifths of, and little else."""
        recovered: dict[str, Described] = {}
        for one in self.found:
            name, count = self.niches_of(one).most_common(1)[0]
            if count >= 0.8 * len(one.evidence) and count >= 0.8 * self.sizes()[name]:
                recovered[name] = one
        return recovered


@cache
def planted(*, offers: int, seed: int) -> Planted:
    world = replace(World.of(SampleSettings()), offers=offers, seed=seed)
    shelf = listed(world, 30)
    truth = {UUID(int=int(place.external_id)): place.niche.name for place in shelf}
    market = [_offer(world, place) for place in shelf]
    return Planted(market, truth, list(describe(market)))


def _offer(world: World, place: Place) -> MarketOffer:
    shown = listing(world, place)
    return MarketOffer(
        id=UUID(int=int(place.external_id)),
        marketplace="sample",
        title=shown.title,
        tags=shown.tags,
        category=shown.category,
        price=None,
        currency=shown.currency,
        rating=None,
        reviews_count=None,
    )
