"""Every kind of list or dataset that can be imported: one line each."""

from wareloom.kit.errors import NotFound
from wareloom.market.imports.kind import Kind
from wareloom.market.imports.kinds.offers import OffersKind
from wareloom.market.imports.kinds.terms import TermsKind

KINDS: dict[str, Kind] = {"offers": OffersKind(), "terms": TermsKind()}


def kind(name: str) -> Kind:
    try:
        return KINDS[name]
    except KeyError:
        raise NotFound(f"“{name[:40]}” is nothing that can be imported. Known: {', '.join(KINDS)}.") from None
