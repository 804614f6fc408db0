"""What people will soon buy for: the season, and the occasions far enough ahead to design, approve and deliver."""

from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

SOONEST, LATEST = timedelta(weeks=4), timedelta(weeks=10)
"""Sooner is too late to print and post; later, nobody is looking for it yet."""

_NORTH = ("winter", "spring", "summer", "autumn")
_PRESENTS = {"a gift for two", "thank you", "proud", "dad", "gift"}
_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6


class Occasion(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: str
    day: date
    words: tuple[str, ...]

    @property
    def gives(self) -> bool:
        """Whether people look for presents then."""
        return bool(_PRESENTS & set(self.words))


class Season(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: str
    month: str
    occasions: tuple[Occasion, ...]
    """The nearest first."""


def season(day: date, *, southern: bool = False) -> Season:
    """Seasons are those of the northern hemisphere unless asked otherwise; occasions are of the calendar alone."""
    quarter = day.month % 12 // 3
    coming = [_occasion(*entry) for year in (day.year, day.year + 1) for entry in _calendar(year)]
    return Season(
        name=_NORTH[(quarter + 2) % 4 if southern else quarter],
        month=day.strftime("%B"),
        occasions=tuple(
            sorted((each for each in coming if SOONEST <= each.day - day <= LATEST), key=lambda each: each.day)
        ),
    )


def _occasion(name: str, day: date, words: str) -> Occasion:
    return Occasion(name=name, day=day, words=tuple(words.split(", ")))


def _calendar(year: int) -> tuple[tuple[str, date, str], ...]:
    return (
        ("New Year", date(year, 1, 1), "fresh start, resolutions, winter quiet"),
        ("Valentine’s Day", date(year, 2, 14), "love, sweetheart, a gift for two"),
        ("spring cleaning weekends", date(year, 3, 20), "first warm days, open windows, new growth"),
        ("Easter", _easter(year), "spring break, family brunch, soft colours"),
        ("Earth Day", date(year, 4, 22), "outdoors, green thumbs, care"),
        ("teacher appreciation week", _nth(year, 5, _MONDAY, 1), "thank you, classroom, coffee"),
        ("Mother’s Day", _nth(year, 5, _SUNDAY, 2), "mom, thank you, breakfast in bed"),
        ("graduation", date(year, 5, 28), "graduate, proud, next chapter"),
        ("Father’s Day", _nth(year, 6, _SUNDAY, 3), "dad, garage, dry jokes"),
        ("summer trips", date(year, 7, 1), "road trip, long evenings, lake days"),
        ("late-summer weekends", date(year, 8, 5), "golden hour, porch, last warm nights"),
        ("back to school", date(year, 8, 25), "classroom, new start, sharp pencils"),
        ("sweater weather", date(year, 9, 22), "falling leaves, cosy layers, warm drinks"),
        ("Halloween", date(year, 10, 31), "spooky, moonlight, costumes"),
        ("Thanksgiving", _nth(year, 11, _THURSDAY, 4), "family table, grateful, leftovers"),
        ("Christmas", date(year, 12, 25), "gift, stocking, family"),
    )


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=count - 1)


def _easter(year: int) -> date:
    """Gauss's rule in Butcher's form, for the Gregorian calendar."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
