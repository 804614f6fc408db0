"""Every post of a niche on a day: who said what when, and what became of it later."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import exp
from random import Random

from wareloom.simulation.niches import niches
from wareloom.simulation.world import World, bell, pick
from wareloom.social.networks.sample.talk import Moods, how_many, moods
from wareloom.social.networks.sample.wording import handle, said

_EDITED = 0.03
_TAKEN_BACK = 0.02
_DAY = 86_400
_HALF_LIKED = timedelta(hours=10)
_NEGATIVE = ("anger", "anger", "anger", "sadness", "sadness", "disgust", "fear")


@dataclass(frozen=True, slots=True)
class Said:
    id: str
    author: str
    at: datetime
    text: str
    liked: float
    """How many like it in the end."""
    edited_at: datetime | None
    edited: str
    taken_back_at: datetime | None

    def words(self, now: datetime) -> str:
        return self.edited if self.edited_at and self.edited_at <= now else self.text

    def there(self, now: datetime) -> bool:
        return self.at <= now and not (self.taken_back_at and self.taken_back_at <= now)

    def likes(self, now: datetime) -> int:
        return int(self.liked * (1 - 0.5 ** ((now - self.at) / _HALF_LIKED)))


@lru_cache(maxsize=16384)
def posts_of(world: World, niche: int, day: int, posts: int) -> tuple[Said, ...]:
    """In the order in which they were said. A niche is told by its place among all."""
    if day < 0:
        return ()
    name = niches()[niche].name
    felt = moods(world, name, day)
    all_of_them = [_said(world, niche, day, serial, felt) for serial in range(how_many(world, name, day, posts))]
    return tuple(sorted(all_of_them, key=lambda one: (one.at, one.id)))


def whose(post_id: str) -> tuple[int, int] | None:
    """The niche and the day that a post belongs to."""
    if not (post_id.isascii() and post_id.isdigit() and len(post_id) == 12):
        return None
    niche, day = int(post_id[4:6]), int(post_id[:4])
    return (niche, day) if niche < len(niches()) else None


def _said(world: World, niche: int, day: int, serial: int, felt: Moods) -> Said:
    subject = niches()[niche]
    chances = world.chances("post", subject.name, day, serial)
    mood, feeling = _felt(felt, chances)
    at = world.midnight(day) + timedelta(seconds=int(_DAY * _hour(chances)))
    later = at + timedelta(minutes=5 + int(3000 * chances.random()))
    becomes = chances.random()
    return Said(
        id=f"{day:04}{niche:02}{serial:06}",
        author=handle(chances),
        at=at,
        text=said(subject, feeling, mood, chances),
        liked=exp(1.5 + 1.2 * bell(chances)),
        edited_at=later if becomes < _EDITED else None,
        edited=said(subject, feeling, mood, chances),
        taken_back_at=later if _EDITED <= becomes < _EDITED + _TAKEN_BACK else None,
    )


def _felt(felt: Moods, chances: Random) -> tuple[str, str]:
    drawn = chances.random()
    if drawn < felt.positive:
        return "positive", "surprise" if chances.random() < felt.excited else "joy"
    if drawn < felt.positive + felt.negative:
        return "negative", pick(chances, _NEGATIVE)
    return "neutral", "neutral"


def _hour(chances: Random) -> float:
    """A part of the day: few write at night, most in the evening."""
    return min(0.99999, max(0.0, 0.35 + 0.6 * max(chances.random(), chances.random()) - 0.3 * (chances.random() < 0.1)))
