"""Where a page of TikTok Shop keeps what it shows: in the parts that its program is put together from."""

from collections.abc import Iterator
from typing import NamedTuple

from wareloom.market.reading.markup import parsed
from wareloom.market.reading.text import Object, a_list, an_object, is_list, read_json, whole, words

_STATE = "script#__MODERN_ROUTER_DATA__"
_MOST = 2**31 - 1
_FINE = 200


class Part(NamedTuple):
    kind: str
    name: str
    settings: Object
    data: Object | None
    """None for what the program fetches later."""


class State(NamedTuple):
    parts: list[Part]
    country: str | None


def of_page(text: str) -> State | None:
    """None when the page has no state, or a broken one."""
    for node in parsed(text).css(_STATE):
        try:
            return of_answer(an_object(read_json(node.text().strip())))
        except ValueError:
            continue
    return None


def of_answer(answer: Object) -> State | None:
    """The same parts, as the program is answered when it asks for them again."""
    pages = [page for holder in holders(answer) for page in _pages(holder)]
    parts = [part for page in pages for part in _parts(page)]
    countries = (words(an_object(page.get("region_info")).get("path_region")) for page in pages)
    return State(parts, next(filter(None, countries), None)) if pages else None


def holders(answer: Object) -> list[Object]:
    """Answers wrap their data in data, some of them twice."""
    data = an_object(answer.get("data"))
    return [held for held in (answer, data, an_object(data.get("data"))) if held]


def error_of(answer: Object) -> tuple[int, str | None] | None:
    """What went wrong by TikTok's own account."""
    code = whole(answer.get("error_code", answer.get("code", answer.get("status_code"))), _MOST)
    said = words(answer.get("error_message")) or words(answer.get("message")) or words(answer.get("status_msg"))
    return (code, said) if code and code != _FINE else None


def _pages(holder: Object) -> Iterator[Object]:
    loaded = an_object(holder.get("loaderData"))
    for page in (holder, *map(an_object, loaded.values())):
        if any(name in page for name in ("page_config", "components_map", "initialData")):
            yield page


def _parts(page: Object) -> Iterator[Part]:
    config = an_object(page.get("page_config")) or page
    listed = config.get("components_map")
    shown = a_list(listed) if is_list(listed) else list(an_object(listed).values())
    for part in map(an_object, shown):
        data = part.get("component_data")
        yield Part(
            kind=words(part.get("component_type")) or "",
            name=words(part.get("component_name")) or "",
            settings=an_object(part.get("fe_config")),
            data=an_object(data) if data else None,
        )
    # What the page knows as a whole stands beside its parts, and is all that older pages have.
    for holder in (an_object(config.get("global_data")), an_object(page.get("initialData"))):
        known = an_object(holder.get("product_info")) or an_object(holder.get("productInfo"))
        if known:
            yield Part("product_info", "product_info", {}, known)
