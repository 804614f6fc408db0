"""Read the mood of texts. What has no words, or those of a language the model never learnt, is marked, not guessed."""

from collections.abc import Sequence

from wareloom.kit.mood.classifier import Classifier
from wareloom.kit.mood.head import Verdict
from wareloom.kit.mood.language import language_of
from wareloom.kit.mood.mood import EMOTION, SENTIMENT, Mood
from wareloom.kit.mood.normalise import normalised, tidied

UNTOLD = "und"


def read_moods(texts: Sequence[str], by: Classifier, told: Sequence[str | None] | None = None) -> list[Mood]:
    """In the order of the texts. `told` are their languages as somebody heard them: who heard one that the model never
    learnt is believed, and who heard one that it did is asked for the words as well."""
    export = by.export
    tidy = [tidied(text) for text in texts]
    known = [_code(one) for one in told] if told else [None] * len(texts)
    languages = [
        one if one and one not in export.languages else language_of(text) for one, text in zip(known, tidy, strict=True)
    ]
    fed = [normalised(text) for text in texts] if export.plain else tidy
    readable = [
        at
        for at, (text, language) in enumerate(zip(fed, languages, strict=True))
        if text and (not export.languages or language in (*export.languages, UNTOLD))
    ]
    found = by.probabilities([fed[at] for at in readable]) if readable else {}
    rows = {at: row for row, at in enumerate(readable)}
    return [
        _mood(by, {name: head.verdict(found[name][rows[at]]) for name, head in export.heads.items()}, languages[at])
        if at in rows
        else _mood(by, {name: head.unread() for name, head in export.heads.items()}, languages[at])
        for at in range(len(texts))
    ]


def _code(language: str | None) -> str | None:
    """`en` of `en-GB`: models learn languages, not countries."""
    return language.partition("-")[0].lower() if language else None


def _mood(by: Classifier, said: dict[str, Verdict], language: str) -> Mood:
    sentiment, emotion = said.get(SENTIMENT), said.get(EMOTION)
    return Mood(
        sentiment=sentiment.label if sentiment else None,
        sentiment_scores=sentiment.scores if sentiment else {},
        emotion=emotion.label if emotion else None,
        emotion_scores=emotion.scores if emotion else {},
        model=by.export.name,
        language=language,
        uncertain=tuple(name for name, verdict in said.items() if not verdict.sure),
    )
