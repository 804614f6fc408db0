"""Every transcriber as people choose it: one entry each. Who listens for it is in `listeners.py`.

The two are apart so that who shows or checks needs none of the libraries that listen.
"""

from wareloom.kit.errors import Rejected
from wareloom.speech.transcriber import TranscriberProfile

_OFFLINE = TranscriberProfile(
    name="offline",
    title="Offline listener",
    about=(
        "PocketSphinx with the English model that comes with it: needs no key and no download, knows English alone, "
        "and gets about one word in four wrong. For better words choose another."
    ),
    offline=True,
    languages=("en",),
)
_WHISPER = TranscriberProfile(
    name="whisper",
    title="Whisper",
    about="faster-whisper with a model from a directory of this deployment's own. Many languages; nothing leaves it.",
    offline=True,
)
_OPENAI = TranscriberProfile(
    name="openai",
    title="OpenAI",
    about="OpenAI's transcriptions, or a compatible server's. Many languages; sound is sent there, and is paid for.",
    offline=False,
    paid=True,
)

TRANSCRIBERS = {profile.name: profile for profile in (_OFFLINE, _WHISPER, _OPENAI)}


def profile(name: str) -> TranscriberProfile:
    found = TRANSCRIBERS.get(name)
    if found is None:
        raise Rejected(f"There is no transcriber “{name[:40]}”. Known: {', '.join(TRANSCRIBERS)}.")
    return found


def must_know(name: str, language: str | None) -> TranscriberProfile:
    found = profile(name)
    if language and found.languages and language.partition("-")[0] not in found.languages:
        known = ", ".join(found.languages)
        raise Rejected(f"The transcriber “{name}” knows {known} alone, not {language}. Choose another transcriber.")
    return found
