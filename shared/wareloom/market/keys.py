"""The keys to marketplaces' own APIs, as the deployment's secret tells them:

    {"etsy": {"key": "keystring:shared_secret"},
     "amazon": {"client_id": "…", "client_secret": "…", "refresh_token": "…", "marketplaces": ["amazon.de"]},
     "shopify": {"name.myshopify.com": {"token": "…", "domains": ["shop.example"]}}}

Each part may be missing. A part that cannot be read counts as missing, and the log says so without quoting it.
"""

import json
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, TypeAdapter, ValidationError

from wareloom.kit import secrets
from wareloom.kit.log import logger
from wareloom.kit.outside import MarketKeySettings

_log = logger(__name__)
Read = TypeVar("Read")


def _one_line(written: object) -> object:
    """Pasted, a key may end in a new line, which no header may carry; the library that says so would quote it."""
    tidy = written.strip() if isinstance(written, str) else written
    if not (isinstance(tidy, str) and tidy and all("!" <= character <= "~" for character in tidy)):
        raise ValueError("a key is one word of plain characters")
    return tidy


Hidden = Annotated[SecretStr, BeforeValidator(_one_line)]


def _several(written: object) -> object:
    return [written] if isinstance(written, str) else written


def _with_token(written: object) -> object:
    """A token alone is enough where the shop has no address of its own."""
    return {"token": written} if isinstance(written, str) else written


Names = Annotated[tuple[str, ...], BeforeValidator(_several)]


class _Key(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class EtsyKey(_Key):
    key: Hidden
    """Keystring and shared secret with a colon between them: Etsy refuses the keystring alone."""


class AmazonKey(_Key):
    """A seller's own application for the Selling Partner API. A refresh token is good for one region."""

    client_id: Hidden
    client_secret: Hidden
    refresh_token: Hidden
    marketplaces: Names
    """Where the seller sells: “amazon.de”."""


class ShopKey(_Key):
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
        etsy=_part(written, "etsy", TypeAdapter(EtsyKey)),
        amazon=_part(written, "amazon", TypeAdapter(AmazonKey)),
        shopify=_part(written, "shopify", TypeAdapter(Shops)) or {},
    )


def _part(written: dict[str, Any], name: str, shape: TypeAdapter[Read]) -> Read | None:
    if not written.get(name):
        return None
    try:
        return shape.validate_python(written[name])
    except ValidationError as error:
        faults = ", ".join(sorted({str(fault["type"]) for fault in error.errors(include_input=False)})[:3])
        _log.warning("the key for %s cannot be read (%s): its pages are read instead", name, faults)
        return None
