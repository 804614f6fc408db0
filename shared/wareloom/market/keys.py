"""The keys to marketplaces' own APIs, as the deployment's secret tells them:

    {"etsy": {"key": "keystring:shared_secret"},
     "amazon": {"client_id": "…", "client_secret": "…", "refresh_token": "…", "marketplaces": ["amazon.de"]},
     "shopify": {"name.myshopify.com": {"token": "…", "domains": ["shop.example"]}}}

Each part may be missing. A part that cannot be read counts as missing, and the log says so without quoting it.
"""

import json
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from wareloom.kit import secrets
from wareloom.kit.keys import Hidden, Key, part
from wareloom.kit.outside import MarketKeySettings


def _several(written: object) -> object:
    return [written] if isinstance(written, str) else written


def _with_token(written: object) -> object:
    """A token alone is enough where the shop has no address of its own."""
    return {"token": written} if isinstance(written, str) else written


Names = Annotated[tuple[str, ...], BeforeValidator(_several)]


class EtsyKey(Key):
    key: Hidden
    """Keystring and shared secret with a colon between them: Etsy refuses the keystring alone."""


class AmazonKey(Key):
    """A seller's own application for the Selling Partner API. A refresh token is good for one region."""

    client_id: Hidden
    client_secret: Hidden
    refresh_token: Hidden
    marketplaces: Names
    """Where the seller sells: “amazon.de”."""


class ShopKey(Key):
    token: Hidden
    domains: Names = ()
    """The shop's other addresses, as people know them."""


Shops = dict[
    Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$")],
    Annotated[ShopKey, BeforeValidator(_with_token)],
]


class MarketKeys(BaseModel):
    model_config = ConfigDict(frozen=True)

    etsy: EtsyKey | None = None
    amazon: AmazonKey | None = None
    shopify: Shops = {}


def market_keys(settings: MarketKeySettings | None = None, *, fresh: bool = False) -> MarketKeys:
    """Read at most once in five minutes, whether there are any or not; `fresh` for who was just refused."""
    written = secrets.found((settings or MarketKeySettings.from_env()).secret_id, fresh=fresh)
    return _understood(json.dumps(written, sort_keys=True)) if written else MarketKeys()


@lru_cache(maxsize=2)
def _understood(text: str) -> MarketKeys:
    written: dict[str, Any] = json.loads(text)
    return MarketKeys(
        etsy=part(written, "etsy", TypeAdapter(EtsyKey)),
        amazon=part(written, "amazon", TypeAdapter(AmazonKey)),
        shopify=part(written, "shopify", TypeAdapter(Shops)) or {},
    )
