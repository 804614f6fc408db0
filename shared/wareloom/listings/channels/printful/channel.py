"""What Printful asks of an owner, and what it can make."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, ConfigDict, Field, SecretStr

from wareloom.designs.products import PRODUCTS
from wareloom.kit.outside import PrintfulSettings
from wareloom.listings.channel import Credentials, Limits
from wareloom.listings.channels.printful.catalogue import written_blanks
from wareloom.listings.channels.printful.counter import PrintfulCounter
from wareloom.listings.channels.printful.line import Line


def _plain(token: SecretStr) -> SecretStr:
    """It travels in a header: a line break in it would start another one."""
    written = token.get_secret_value().strip()
    if not written or not all("!" <= character <= "~" for character in written):
        raise ValueError("a token has letters, digits and signs only, and no spaces")
    return SecretStr(written)


def _readable(blanks: str | None) -> str | None:
    written_blanks(blanks or "")
    return blanks


class PrintfulCredentials(Credentials):
    model_config = ConfigDict(hide_input_in_errors=True)

    token: Annotated[SecretStr, AfterValidator(_plain)] = Field(
        title="Private token",
        description="From developers.printful.com/tokens, with read and write access to products.",
    )
    store_id: str | None = Field(
        default=None,
        title="Store id",
        description="Only for a token of the whole account: which of its stores.",
        pattern=r"^\d{1,12}$",
    )
    blanks: Annotated[str | None, AfterValidator(_readable)] = Field(
        default=None,
        title="Other blanks",
        description="Numbers of Printful’s catalogue, where ours do not suit: “tee = 586, mug = 300”.",
        max_length=300,
    )


class PrintfulChannel:
    name: ClassVar[str] = "printful"
    title: ClassVar[str] = "Printful"
    offline: ClassVar[bool] = False
    limits: ClassVar[Limits] = Limits(
        title=255,
        description=None,
        tags=None,
        tag=None,
        source="API v1 reference: no length is named for a product’s name, 255 is our own caution; it keeps no"
        " description and no tags, so they stay with the listing",
    )
    credentials: ClassVar[type[Credentials]] = PrintfulCredentials
    products: ClassVar[tuple[str, ...]] = PRODUCTS
    parts: ClassVar[tuple[str, ...]] = ("blanks", "tasks", "mockups", "product", "files")

    def __init__(self, settings: PrintfulSettings | None = None) -> None:
        self._settings = settings

    def open(self, credentials: Credentials) -> PrintfulCounter:
        if not isinstance(credentials, PrintfulCredentials):
            raise TypeError(f"Printful is opened with its own credentials, not {type(credentials).__name__}")
        settings = self._settings or PrintfulSettings.from_env()
        line = Line(settings.base_url, credentials.token, credentials.store_id)
        return PrintfulCounter(line, credentials.store_id, written_blanks(credentials.blanks or ""))
