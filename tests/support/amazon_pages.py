"""Pages of Amazon, written for the tests as each year's pages are built, and the ways to make one by hand."""

from pathlib import Path

PAGES = Path(__file__).parent / "pages" / "amazon"


def saved(name: str) -> bytes:
    return (PAGES / name).read_bytes()


def searched(*tiles: str, head: str = "", below: str = "") -> bytes:
    """A search at amazon.com."""
    return (
        f'<!doctype html><html><head><script>var ue_sn = "www.amazon.com";</script>{head}</head><body><div id="search">'
        f'<div class="s-main-slot">{"".join(tiles)}</div>{below}</div></body></html>'
    ).encode()


def tile(
    body: str = "", *, number: str = "B0WL000001", title: str = "Otter Mug", classes: str = "s-result-item"
) -> str:
    return (
        f'<div data-asin="{number}" data-component-type="s-search-result" class="{classes}">'
        f'<a href="/x/dp/{number}/ref=sr_1_1"><img class="s-image" src="https://images.example/{number}.jpg"></a>'
        f'<h2><a href="/x/dp/{number}/ref=sr_1_1"><span>{title}</span></a></h2>{body}</div>'
    )


def priced(amount: str, *, of: str = "") -> str:
    """A price as tiles draw it."""
    return f'<span class="a-price" {of}><span class="a-offscreen">{amount}</span></span>'


def sold(box: str = "", *, shop: str = "amazon.com", below: str = "", number: str = "B0WL000001") -> bytes:
    """A product's own page."""
    return (
        f'<!doctype html><html><head><link rel="canonical" href="https://www.{shop}/x/dp/{number}"/></head><body>'
        f'<div id="dp"><span id="productTitle"> Otter Mug </span><form id="addToCart">'
        f'<input type="hidden" id="ASIN" name="ASIN" value="{number}"></form>{box}</div>{below}</body></html>'
    ).encode()


def ranked(*places: str, above: str = "") -> bytes:
    return f"<!doctype html><html><body>{above}{''.join(places)}</body></html>".encode()
