"""Which model reads moods. The one that comes with the product lies in the inference layer, and in the repository."""

import sys
from collections.abc import Sequence
from pathlib import Path

from wareloom.kit.errors import NotFound
from wareloom.kit.model_folder import model_folder
from wareloom.kit.settings import MoodSettings


def chosen() -> Path:
    """The model that the settings name, here or in S3, or else the one that ships."""
    folder = MoodSettings.from_env().folder
    return model_folder(folder) if folder else shipped()


def shipped(places: Sequence[Path] | None = None) -> Path:
    for place in _places() if places is None else places:
        if place.is_dir():
            return place
    raise NotFound("The model that reads moods is not here. Name a directory that holds one.")


def _places() -> list[Path]:
    """A layer lays it down beside its libraries, wherever layers lie."""
    beside = [Path(one).parent / "mood" for one in sys.path if Path(one).name == "python"]
    return [*beside, Path(__file__).parents[4] / "layers" / "inference" / "mood"]
