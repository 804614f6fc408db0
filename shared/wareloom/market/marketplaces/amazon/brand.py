"""Whose product it is, or who wrote it."""

import re

from wareloom.market.marketplaces.amazon.nodes import first_said, said
from wareloom.market.marketplaces.amazon.page import Page

_ROWS = (".po-brand .a-span9", ".po-brand .po-break-word")
_TABLES = "#prodDetails tr, #productOverview_feature_div tr, #technicalSpecifications_feature_div tr"
_NAMES = {
    *("brand", "brand name", "marke", "markenname", "marque", "marca", "nome del marchio", "merk", "merknaam", "marka"),
    *("varumärke", "märke", "ブランド", "ブランド名", "品牌", "العلامة التجارية", "ब्रांड"),
}
_MARKS = "\u200e\u200f: "
_LINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"visit the (.+?) (?:store|storefront|shop)",
        r"besuchen?(?: sie)? den (.+?)[ -](?:store|shop)",
        r"visiter la boutique (?:de )?(.+)",
        r"visita lo store di (.+)",
        r"visita la (?:tienda|store) de (.+)",
        r"visite a (?:loja|store) (?:da |do |de )?(.+)",
        r"bezoek de (.+?)[ -](?:store|winkel)",
        r"besök (.+?)[ -](?:store|butik)\w*",
        r"odwiedź (?:sklep|store) (?:marki )?(.+)",
        r"(.+?) (?:mağazasını|store'u|store’u) ziyaret edin",
        r"زيارة متجر (.+)",
        r"(?:[^:：]{2,22}[:：]\s*)?(.+?)\s?のストアを表示",
        r"[^:：]{2,22}[:：]\s*(.+)",
        r"(?:by|von|de|di|da|par|por) (.+)",
    )
)


def brand(page: Page) -> str | None:
    """From the table of facts, which has one name for it; the line below the title is a sentence."""
    return first_said(page.tree, *_ROWS) or _in_a_table(page) or _in_the_line(page)


def authors(page: Page) -> list[str]:
    named = (said(node) for node in page.tree.css("#bylineInfo .author a.a-link-normal"))
    return list(dict.fromkeys(name for name in named if name))


def _in_a_table(page: Page) -> str | None:
    for row in page.tree.css(_TABLES):
        cells = [(said(cell) or "").strip(_MARKS) for cell in row.css("th, td")]
        if len(cells) > 1 and cells[0].lower() in _NAMES:
            return cells[1] or None
    return None


def _in_the_line(page: Page) -> str | None:
    line = page.tree.css_first("#bylineInfo, #brand")
    text = said(line)
    if not line or not text or line.css_first(".author"):
        return None
    return next((found[1] for pattern in _LINES if (found := pattern.fullmatch(text))), text)
