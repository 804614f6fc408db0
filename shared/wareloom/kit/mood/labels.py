"""What models call moods, in our words. An emotion that we have no word for keeps its own."""

from collections.abc import Sequence

SENTIMENTS = ("negative", "neutral", "positive")
EMOTIONS = ("anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral")

_SENTIMENTS = {
    "negative": "negative",
    "neg": "negative",
    "very negative": "negative",
    "1 star": "negative",
    "2 stars": "negative",
    "neutral": "neutral",
    "neu": "neutral",
    "3 stars": "neutral",
    "positive": "positive",
    "pos": "positive",
    "very positive": "positive",
    "4 stars": "positive",
    "5 stars": "positive",
}
# Exports that name nothing number their labels: two are what reviews are, three what tweets are.
_NUMBERED = {2: ("negative", "positive"), 3: SENTIMENTS}
# GoEmotions' own grouping of its fine labels, and the spellings of other sets.
_EMOTIONS = {
    "anger": ("angry", "annoyance", "disapproval", "rage"),
    "disgust": ("disgusted",),
    "fear": ("nervousness", "scared", "afraid", "anxiety"),
    "joy": (
        "happy",
        "happiness",
        "admiration",
        "amusement",
        "approval",
        "caring",
        "desire",
        "excitement",
        "gratitude",
        "love",
        "optimism",
        "pride",
        "relief",
    ),
    "sadness": ("sad", "disappointment", "embarrassment", "grief", "remorse"),
    "surprise": ("surprised", "confusion", "curiosity", "realization"),
    "neutral": ("others", "no emotion"),
}
_OURS = {theirs: ours for ours, spellings in _EMOTIONS.items() for theirs in (ours, *spellings)}


def sentiments_of(named: Sequence[str]) -> tuple[str, ...] | None:
    """Ours for each of theirs, or nothing where they are no sentiments."""
    plain = [_plain(one) for one in named]
    if all(one == f"label {at}" for at, one in enumerate(plain)):
        return _NUMBERED.get(len(plain))
    found = [_SENTIMENTS[one] for one in plain if one in _SENTIMENTS]
    return tuple(found) if len(found) == len(plain) and len(set(found)) > 1 else None


def emotions_of(named: Sequence[str]) -> tuple[str, ...]:
    return tuple(_OURS.get(_plain(one), _plain(one)) for one in named)


def _plain(label: str) -> str:
    return " ".join(label.lower().replace("_", " ").split())
