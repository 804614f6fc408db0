"""What the practice shop asks of an owner, and what it can make."""

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, SecretStr

from wareloom.designs.products import PRODUCTS
from wareloom.listings.channel import Credentials, Limits
from wareloom.listings.channels.sandbox.counter import SandboxCounter
from wareloom.listings.channels.sandbox.told import LIMITS


class SandboxCredentials(Credentials):
    model_config = ConfigDict(hide_input_in_errors=True)

    shop: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")] = Field(
        title="Shop", description="A name of your own for the practice shop: small letters, digits and dashes."
    )
    token: SecretStr = Field(
        title="Token", min_length=1, description="Any word. Whoever opens the shop first decides what it is."
    )


class SandboxChannel:
    name: ClassVar[str] = "sandbox"
    title: ClassVar[str] = "Practice shop"
    offline: ClassVar[bool] = True
    limits: ClassVar[Limits] = LIMITS
    credentials: ClassVar[type[Credentials]] = SandboxCredentials
    products: ClassVar[tuple[str, ...]] = PRODUCTS
    parts: ClassVar[tuple[str, ...]] = ("product", "pictures", "publish")

    def open(self, credentials: Credentials) -> SandboxCounter:
        if not isinstance(credentials, SandboxCredentials):
            raise TypeError(f"The practice shop is opened with its own credentials, not {type(credentials).__name__}")
        return SandboxCounter(credentials.shop, credentials.token)
