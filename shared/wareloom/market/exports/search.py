"""Which offers an export is about, as its row keeps it: whatever offers can be found by."""

from typing import Any

from pydantic import TypeAdapter

from wareloom.market.offers import OfferSearch

_SEARCH = TypeAdapter(OfferSearch)


def written(search: OfferSearch) -> dict[str, Any]:
    """Without the order: an export has its own."""
    return _SEARCH.dump_python(search, mode="json", exclude_none=True, exclude={"sort"})


def read(kept: dict[str, Any]) -> OfferSearch:
    return _SEARCH.validate_python(kept)
