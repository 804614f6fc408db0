"""Why a transcriber cannot be chosen here, as far as settings tell: who shows them has none of what listens."""

from importlib.util import find_spec
from pathlib import Path

from wareloom.kit.model_folder import is_in_s3
from wareloom.kit.settings import AiSettings, SpeechSettings

_LIBRARIES = {"offline": "pocketsphinx", "whisper": "faster_whisper", "openai": "openai"}
_NOT_INSTALLED = "Not in this build: the library {library} is not installed."
_NO_MODEL = "No model directory is named: whoever deploys names one as whisper_model."
_NOT_THERE = "There is no model directory {folder} on this machine."
_NO_KEY = "No key for OpenAI is named: whoever deploys keeps one as a secret and chooses openai as ai_provider."


def why_absent(name: str, speech: SpeechSettings, ai: AiSettings, *, beside: bool) -> str | None:
    """`beside` is true where what listens is installed beside whoever asks, as on a laptop; in AWS it is in an image of
    its own, which holds all of it."""
    library = _LIBRARIES[name]
    if beside and find_spec(library) is None:
        return _NOT_INSTALLED.format(library=library)
    if name == "whisper":
        return _without_model(speech.whisper_model, beside=beside)
    asked = speech.transcriber == name or ai.provider == "openai" or ai.base_url is not None
    return None if name != "openai" or asked else _NO_KEY


def _without_model(folder: str | None, *, beside: bool) -> str | None:
    if not folder:
        return _NO_MODEL
    there = not beside or is_in_s3(folder) or Path(folder).is_dir()
    return None if there else _NOT_THERE.format(folder=folder)
