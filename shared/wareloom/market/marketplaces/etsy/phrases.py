"""What Etsy says in words alone, in the languages that it speaks."""

import re

_NOTHING_FOUND = re.compile(
    r"(?:could|did)(?:n[’']t| not) find an(?:y|ything)|\bno (?:results|items|listings)\b(?! policy)|0 results"
    r"|(?:has|have) no items|keine (?:\w+ )?(?:ergebnisse|treffer|artikel)|konnten? \w* ?nichts? finden"
    r"|aucun (?:résultat|article)|pas trouvé d[e’']|ningún (?:resultado|artículo)|no hay (?:resultados|artículos)"
    r"|sin resultados|no (?:se )?(?:han?|hemos) encontrado|nessun (?:risultato|articolo)|non abbiamo trovato"
    r"|geen (?:\w+ )?(?:resultaten|artikelen|items)|nenhum (?:resultado|item|artigo)|não encontr(?:amos|ou)"
    r"|brak wyników|nie znale(?:źliśmy|ziono)|inga (?:resultat|träffar|varor)|ing[ea]n? (?:resultater|treff|varer)"
    r"|ei (?:tuloksia|löytynyt)|ничего не най|не найдено|нет результатов|sonuç bulunamadı"
    r"|見つかりません|(?:結果|商品|アイテム)(?:は|が)(?:あり|ござい)ません|没有找到|沒有找到|결과가 없"
    r"|taking a (?:short )?break|macht (?:eine )?(?:kurze )?pause|en vacances|お休み中",
    re.IGNORECASE,
)
_FEW_LEFT = re.compile(
    r"only \d+ (?:left|available)|low (?:in )?stock|last one|nur (?:noch )?\d+ (?:übrig|verfügbar|auf lager|st)"
    r"|(?:plus que|reste (?:plus )?que) \d+(?! ?(?:€|h|jour|min))|seulement \d+ (?:rest|disp)"
    r"|(?:s[oó]lo|solamente|únicamente) quedan? \d+|quedan? s[oó]lo \d+"
    r"|(?:solo|soltanto) \d+ (?:rimast|disponibil)|rimast[aeio] (?:solo|soltanto) \d+|(?:nog )?(?:maar|slechts) \d+ "
    r"|nog maar|(?:apenas|só) (?:restam? )?\d+|rest(?:am?|ou) (?:apenas|só)(?: \d+)?"
    r"|(?:tylko|zostało|ostatni\w*) \d+ ?(?:szt|$)|(?:zostało|pozostało|zostały) tylko(?: \d+)?|bara \d+ kvar"
    r"|kun \d+ (?:igjen|tilbage)|(?:enää|vain) \d+ jäljellä|осталось (?:всего|только)(?: \d+)?"
    r"|残り\s?\d+\s?(?:点|個|品)|残りわずか|在庫(?:残り)?わずか|[仅僅]剩(?:\s?\d+)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_SOLD_OUT = re.compile(
    r"\bsold out\b|currently unavailable|item is unavailable|ausverkauft|nicht mehr verfügbar|épuisé"
    r"|n[’']est plus disponible|agotado|no está disponible|esaurito|non è (?:più )?disponibile|uitverkocht"
    r"|niet (?:meer )?beschikbaar|esgotado|não está (?:mais )?disponível|wyprzedan|niedostępn|slutsåld|udsolgt|utsolgt"
    r"|loppuunmyyty|распродан|売り切れ|品切れ|在庫切れ|ご利用いただけません",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"(?:^|[^\w.,])(\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+|\d+)\+?\s*(?:\w{0,12}\s)?(?:results?|ergebniss?e?|résultats?"
    r"|resultados?|risultat[io]|result(?:aat|aten)|wynik(?:ów|i)?|resultat(?:er)?|tulosta|результат\w*|sonuç"
    r"|件の(?:検索)?結果|개의 결과|条结果)\b",
    re.IGNORECASE,
)


def nothing_found(said: str) -> bool:
    return _NOTHING_FOUND.search(said) is not None


def few_left(said: str) -> bool:
    return _FEW_LEFT.search(said) is not None


def left(said: str) -> int | None:
    """How many, where few are left and it says how many."""
    counts = (_COUNTED.search(few[0]) for few in _FEW_LEFT.finditer(said))
    return next((int(counted[0]) for counted in counts if counted), None)


def sold_out(said: str) -> bool:
    return _SOLD_OUT.search(said) is not None


def found(said: str) -> int | None:
    """How many results a heading promises."""
    promised = _FOUND.search(said)
    return int(re.sub(r"\D", "", promised[1])[:12]) if promised else None
