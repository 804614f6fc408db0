"""Whether it can be had, in the words of each country's Amazon."""

import re

from wareloom.market.page import Availability

_OUT = re.compile(
    r"unavailable|out of stock|sold out|not available"
    r"|nicht (?:\w+ )?(?:verfügbar|vorrätig|lieferbar|auf lager)|ausverkauft"
    r"|indisponible|rupture de stock|épuisé|non disponibil|esaurit|no disponible|agotad|sin existencias|sin stock"
    r"|não disponíve|indisponíve|esgotad|sem estoque|niet (?:\w+ )?(?:op voorraad|beschikbaar|leverbaar|verkrijgbaar)"
    r"|uitverkocht|niedostępn|brak w magazynie|(?:inte|ej|slut) (?:tillgänglig|i lager)|slutsåld"
    r"|stokta (?:yok|bulunm)|mevcut değil|tükendi|غير متوفر|نفد|نفذ"
    r"|在庫切れ|品切れ|お取り扱いできません|入荷時期は未定|缺货|无货|अनुपलब्ध|उपलब्ध नहीं|स्टॉक में नहीं",
    re.IGNORECASE,
)
_LOW = re.compile(
    r"only \d+ left|nur noch \d|plus que \d|\bsolo \d|\bs[oó]lo queda\D{0,8}\d|\b(?:apenas|somente|só|restam) \d"
    r"|\b(?:nog maar|slechts) \d|\b(?:został\w+|pozostał\w+|jeszcze)(?: już)?(?: tylko)? \d|\btylko \d"
    r"|\b(?:endast|bara) \d|sadece \d|(?:متبق\S*|تبق\S*)\D{0,8}\d|残り\s?\d|仅剩\s?\d|केवल \d|सिर्फ \d",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_BEFORE = re.compile(
    r"pre-?(?:order|book)|will be released|vorbestell|erscheint am|précommand|paraîtra|prenota|preordin"
    r"|\breserva(?:r|lo)?\b|pré-venda|pré-encomend|förhandsb|förbeställ|przedsprzeda|ön sipariş|pre-?bestel"
    r"|مسبق|予約|発売予定|预售|प्री-?ऑर्डर",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"in stock|available|usually|auf lager|verfügbar|gewöhnlich|en stock|disponib|expédié|em estoque|disponíve"
    r"|op voorraad|beschikbaar|i lager|på lager|w magazynie|dostępn|stokta|متوفر|متاح|在庫あり|在庫があり|通常"
    r"|现在有货|有货|स्टॉक में",
    re.IGNORECASE,
)
_TOLD_BY: tuple[tuple[re.Pattern[str], Availability], ...] = (
    (_OUT, "out_of_stock"),
    (_BEFORE, "preorder"),
    (_LOW, "low_stock"),
    (_HERE, "in_stock"),
)


def availability_in(text: str | None) -> Availability | None:
    return next((meaning for words, meaning in _TOLD_BY if words.search(text or "")), None)


def left_in(text: str | None) -> int | None:
    """How many, where few are left: of whoever sells it first, in all its ways of being had."""
    said = text or ""
    few = _LOW.search(said) if availability_in(said) == "low_stock" else None
    counted = _COUNTED.search(said, few.start()) if few else None
    return int(counted[0]) if counted else None


def scarcity_in(text: str | None) -> Availability | None:
    """Beside a tile only what is unusual is said: that it delivers on Monday tells nothing of the shelf."""
    said = availability_in(text)
    return said if said in {"out_of_stock", "low_stock", "preorder"} else None
