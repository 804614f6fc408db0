"""Where a shop's customers live, told by its host's name. Data, for identities."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Locale:
    languages: tuple[str, ...]
    time_zones: tuple[str, ...]


_ELSEWHERE = Locale(("en-US", "en"), ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"))
BY_ENDING: dict[str, Locale] = {
    "ae": Locale(("ar-AE", "ar", "en"), ("Asia/Dubai",)),
    "at": Locale(("de-AT", "de", "en"), ("Europe/Vienna",)),
    "au": Locale(("en-AU", "en"), ("Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane")),
    "be": Locale(("nl-BE", "nl", "fr", "en"), ("Europe/Brussels",)),
    "br": Locale(("pt-BR", "pt", "en"), ("America/Sao_Paulo",)),
    "ca": Locale(("en-CA", "en"), ("America/Toronto", "America/Vancouver")),
    "ch": Locale(("de-CH", "de", "fr", "en"), ("Europe/Zurich",)),
    "cl": Locale(("es-CL", "es", "en"), ("America/Santiago",)),
    "co": Locale(("es-CO", "es", "en"), ("America/Bogota",)),
    "de": Locale(("de-DE", "de", "en-US", "en"), ("Europe/Berlin",)),
    "dk": Locale(("da-DK", "da", "en"), ("Europe/Copenhagen",)),
    "es": Locale(("es-ES", "es", "en"), ("Europe/Madrid",)),
    "fi": Locale(("fi-FI", "fi", "en"), ("Europe/Helsinki",)),
    "fr": Locale(("fr-FR", "fr", "en-US", "en"), ("Europe/Paris",)),
    "id": Locale(("id-ID", "id", "en"), ("Asia/Jakarta",)),
    "ie": Locale(("en-IE", "en"), ("Europe/Dublin",)),
    "in": Locale(("en-IN", "en", "hi"), ("Asia/Kolkata",)),
    "it": Locale(("it-IT", "it", "en-US", "en"), ("Europe/Rome",)),
    "jp": Locale(("ja", "en-US", "en"), ("Asia/Tokyo",)),
    "kr": Locale(("ko-KR", "ko", "en"), ("Asia/Seoul",)),
    "mx": Locale(("es-MX", "es", "en"), ("America/Mexico_City",)),
    "my": Locale(("en-MY", "en", "ms"), ("Asia/Kuala_Lumpur",)),
    "nl": Locale(("nl-NL", "nl", "en"), ("Europe/Amsterdam",)),
    "no": Locale(("nb-NO", "nb", "en"), ("Europe/Oslo",)),
    "nz": Locale(("en-NZ", "en"), ("Pacific/Auckland",)),
    "ph": Locale(("en-PH", "en", "fil"), ("Asia/Manila",)),
    "pl": Locale(("pl-PL", "pl", "en"), ("Europe/Warsaw",)),
    "pt": Locale(("pt-PT", "pt", "en"), ("Europe/Lisbon",)),
    "sa": Locale(("ar-SA", "ar", "en"), ("Asia/Riyadh",)),
    "se": Locale(("sv-SE", "sv", "en"), ("Europe/Stockholm",)),
    "sg": Locale(("en-SG", "en", "zh"), ("Asia/Singapore",)),
    "th": Locale(("th-TH", "th", "en"), ("Asia/Bangkok",)),
    "tr": Locale(("tr-TR", "tr", "en"), ("Europe/Istanbul",)),
    "tw": Locale(("zh-TW", "zh", "en-US", "en"), ("Asia/Taipei",)),
    "uk": Locale(("en-GB", "en"), ("Europe/London",)),
    "vn": Locale(("vi-VN", "vi", "en"), ("Asia/Ho_Chi_Minh",)),
}


def locale_of(host: str) -> Locale:
    """By the name's ending: amazon.co.uk is Britain's, a .com is taken for America's."""
    return BY_ENDING.get(host.rpartition(".")[2], _ELSEWHERE)
