"""Our side of the sample market: how to ask it, and how to read what it answers."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from wareloom.kit.errors import Rejected
from wareloom.market.marketplaces.sample.address import EVERYTHING, Address, read_address
from wareloom.market.page import Glimpse, OfferPage, PageRequest, SeenOffer
from wareloom.simulation.niches import niches


class SampleMarketplace:
    name = "sample"
    title = "Sample market"
    about = "A simulated shop for trying things out: about two thousand invented offers whose numbers move every day."
    offline = True
    fetcher = "simulation"
    official = None
    every = timedelta(hours=6)
    pages_per_day: int | None = None
    version = 2
    target_label = f"A niche, or “{EVERYTHING}”"
    target_example = EVERYTHING

    def target(self, written: str) -> str:
        asked = _plain(written)
        for known in (EVERYTHING, *_names()):
            if _plain(known) == asked:
                return known
        examples = ", ".join(_names()[:4])
        raise Rejected(f"The sample market has no niche “{written[:60]}”. Try {EVERYTHING}, {examples}.")

    def owns(self, host: str) -> bool:  # noqa: ARG002 - it is on no host
        return False

    def first_page(self, target: str, since: datetime | None) -> PageRequest:
        return PageRequest(url=Address(target, since=since).url())

    def read(self, body: bytes, url: str) -> OfferPage:
        try:
            page = _Page.model_validate_json(body)
        except ValidationError as error:
            raise Rejected(f"{url[:120]}: not a page of the sample market ({_first_fault(error)}).") from error
        return OfferPage(
            offers=tuple(_offer(shown) for shown in page.listings),
            next=_further(page.next),
            pages_total=page.pages,
        )


Row = tuple[AwareDatetime, Decimal, Decimal | None, int]


class _Listing(BaseModel):
    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    shop: str
    department: str
    tags: tuple[str, ...]
    attributes: dict[str, str]
    currency: str = Field(pattern="^[A-Z]{3}$")
    price: Decimal = Field(gt=0)
    rating: Decimal | None = Field(ge=1, le=5)
    reviews: int = Field(ge=0)
    history: tuple[Row, ...]
    stock: int | None = Field(default=None, ge=0)
    counts: tuple[tuple[AwareDatetime, int], ...] = ()
    """What was left, of some moments of the history."""


class _Page(BaseModel):
    page: int = Field(ge=1)
    pages: int = Field(ge=1)
    next: str | None
    listings: tuple[_Listing, ...]


def _offer(shown: _Listing) -> SeenOffer:
    return SeenOffer(
        external_id=shown.id,
        title=shown.title,
        price=shown.price,
        currency=shown.currency,
        rating=shown.rating,
        reviews_count=shown.reviews,
        seller=shown.shop,
        category=shown.department,
        tags=shown.tags,
        details=dict(shown.attributes),
        stock=shown.stock,
        history=tuple(_glimpses(shown)),
    )


def _glimpses(shown: _Listing) -> Iterable[Glimpse]:
    left = dict(shown.counts)
    for seen_at, price, rating, reviews in shown.history:
        yield Glimpse(
            seen_at=seen_at,
            price=price,
            currency=shown.currency,
            rating=rating,
            reviews_count=reviews,
            stock=left.get(seen_at),
        )


def _further(url: str | None) -> PageRequest | None:
    return PageRequest(url=url, number=read_address(url).page) if url else None


def _plain(written: str) -> str:
    return " ".join(written.casefold().replace("-", " ").split())


def _names() -> list[str]:
    return [niche.name for niche in niches()]


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(step) for step in fault["loc"])
    return f"{where}: {fault['msg']}" if where else fault["msg"]
