"""What a channel is handed: the listing's words, and addresses of its pictures that can be read for a while."""

from decimal import Decimal

from wareloom.designs import queries as designs
from wareloom.designs.models import Design
from wareloom.kit import objects
from wareloom.kit.errors import Rejected
from wareloom.kit.settings import ArtSettings
from wareloom.kit.work import Work
from wareloom.listings.channel import Goods, Variant
from wareloom.listings.models import Listing

_READABLE_S = 24 * 3600
"""Printers fetch files when they come to it."""


def goods(work: Work, listing: Listing) -> Goods:
    design = work.session.get_one(Design, listing.design_id)
    if design.art_key is None:
        raise Rejected("This design has no artwork.")
    bucket = ArtSettings.from_env().bucket
    mockups = designs.mockups(work.session, [design.id])[design.id]
    return Goods(
        listing_id=listing.id,
        title=listing.title,
        description=listing.description,
        tags=tuple(listing.tags),
        currency=listing.currency,
        variants=tuple(
            Variant(one["product"], one["colour"], one["size"], Decimal(one["price"])) for one in listing.variants
        ),
        art_url=objects.link(bucket, design.art_key, seconds=_READABLE_S),
        mockup_urls={mockup.product: objects.link(bucket, mockup.key, seconds=_READABLE_S) for mockup in mockups},
    )
