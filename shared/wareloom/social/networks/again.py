"""Posts that are looked at again: those that a network no longer tells are gone."""

from collections.abc import Callable, Iterable, Sequence

from wareloom.social.heard import Heard, Quota
from wareloom.social.post import SeenPost

Look = Callable[[Sequence[str]], tuple[Iterable[SeenPost], Quota | None]]


def looked_at(external_ids: tuple[str, ...], at_once: int, look: Look) -> Heard:
    posts: list[SeenPost] = []
    quota: Quota | None = None
    for start in range(0, len(external_ids), at_once):
        there, told = look(external_ids[start : start + at_once])
        posts += there
        quota = told or quota
    known = {one.external_id for one in posts}
    return Heard(posts=tuple(posts), gone=tuple(one for one in external_ids if one not in known), quota=quota)
