"""Walk into a listing's shop with its credentials in hand, and keep on the shop how one was received."""

from pydantic import ValidationError

from wareloom.accounts.connect_shop import connected_shop, credentials_of, mark_shop
from wareloom.accounts.models import Shop
from wareloom.kit.errors import Blocked, NotFound
from wareloom.kit.work import Work
from wareloom.listings.channel import Counter
from wareloom.listings.channels.registry import channel as find_channel
from wareloom.listings.models import Listing


def enter(work: Work, listing: Listing) -> Counter:
    shop = _shop(work, listing)
    kind = find_channel(listing.channel)
    try:
        credentials = kind.credentials.model_validate(credentials_of(shop))
    except (ValidationError, NotFound):
        # Without the cause: a validation error quotes what it read.
        raise Blocked(f"The credentials of “{shop.name}” cannot be read. Connect the shop again.") from None
    return kind.open(credentials)


def turned_away(work: Work, listing: Listing, wall: Blocked) -> None:
    """A person sees it on the shop, and connects it again under the same name."""
    shop = work.session.get_one(Shop, listing.shop_id)
    if shop.status == "connected":
        mark_shop(work, shop, "refused", wall.reason)


def let_in(work: Work, listing: Listing) -> None:
    shop = work.session.get_one(Shop, listing.shop_id)
    if shop.status == "refused":
        mark_shop(work, shop, "connected", None)


def _shop(work: Work, listing: Listing) -> Shop:
    """Where it was disconnected, the one that was connected in its place: the name says that it is the same."""
    shop = work.session.get_one(Shop, listing.shop_id)
    if shop.status != "disconnected":
        return shop
    again = connected_shop(work.session, shop.tenant_id, shop.channel, shop.name)
    if again is None:
        raise Blocked(
            f"The shop “{shop.name}” was disconnected. Connect it again under the same name, then try once more."
        )
    listing.shop_id = again.id
    return again
