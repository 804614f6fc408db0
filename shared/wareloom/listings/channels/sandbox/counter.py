"""A practice shop with its token in hand."""

import hmac
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256

from pydantic import SecretStr

from wareloom.kit import ids
from wareloom.kit.errors import Blocked, Rejected, Unavailable
from wareloom.listings.channel import Done, Facts, Goods
from wareloom.listings.channels.sandbox.shelf import Act, Mischief, Shelf
from wareloom.listings.channels.sandbox.told import left, told

_MOMENT = timedelta(seconds=1)


class SandboxCounter:
    def __init__(self, shop: str, token: SecretStr) -> None:
        self._shop = Shelf(shop)
        self._token = token

    def check(self) -> str:
        try:
            self._enter()
        except Blocked as refused:
            raise Rejected(refused.reason) from refused
        return self._shop.name

    def find(self, part: str, key: str, before: Mapping[str, Facts]) -> Facts | None:
        del before
        self._enter()
        kept = self._shop.read(f"parts/{key}.json")
        return left(part, kept) if kept else None

    def do(self, part: str, key: str, goods: Goods, before: Mapping[str, Facts]) -> Done:
        del before
        self._enter()
        mischief = self._mischief(part, "do")
        if mischief == "slow":
            return Done({}, wait=_MOMENT)
        kept = self._keep(part, key, told(part, goods, self._product(part, key)))
        if mischief == "lose_answer":
            raise Unavailable("The practice shop did it and lost its answer.", retry_after=_MOMENT)
        return Done(left(part, kept))

    def undo(self, part: str, key: str, facts: Facts) -> None:
        del facts
        self._enter()
        mischief = self._mischief(part, "undo")
        self._shop.note("undo", key)
        self._shop.remove(f"parts/{key}.json")
        if mischief == "lose_answer":
            raise Unavailable("The practice shop took it back and lost its answer.", retry_after=_MOMENT)

    def _enter(self) -> None:
        """The first token to come opens the shop; after that only this one does."""
        mine = sha256(self._token.get_secret_value().encode()).hexdigest()
        owner = self._shop.read("owner.json")
        if owner is None:
            self._shop.write_new("owner.json", {"token": mine})
            owner = self._shop.read("owner.json") or {}
        if not hmac.compare_digest(str(owner.get("token")), mine):
            raise Blocked(f"The practice shop “{self._shop.name}” does not accept this token.")

    def _mischief(self, part: str, act: Act) -> Mischief | None:
        mischief = self._shop.next_fault(part, act)
        if mischief == "unavailable":
            raise Unavailable("The practice shop is closed for a moment.", retry_after=_MOMENT)
        if mischief == "blocked":
            raise Blocked("The practice shop withdrew its permission.")
        if mischief == "reject":
            raise Rejected(f"The practice shop refuses the {part}, as it was told to.")
        return mischief

    def _product(self, part: str, key: str) -> str:
        """Its own number of the product: a new one, or the one that the same listing's product was given."""
        if part == "product":
            return ids.new_id().hex
        listing = key.rpartition(":")[0]
        product = self._shop.read(f"parts/{listing}:product.json")
        if product is None:
            raise Rejected(f"The practice shop has no product of the listing {listing}.")
        return str(product["id"])

    def _keep(self, part: str, key: str, saying: Facts) -> Facts:
        """Under one key one thing, however often it is asked for."""
        self._shop.note("do", key)
        url = f"https://sandbox.wareloom.example/{self._shop.name}/{saying['id']}"
        self._shop.write_new(f"parts/{key}.json", {**saying, "key": key, "part": part, "url": url})
        kept = self._shop.read(f"parts/{key}.json")
        if kept is None:
            raise Unavailable("Somebody takes this back at this moment.", retry_after=_MOMENT)
        return kept
