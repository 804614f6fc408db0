"""The moods of the posts that the queue's messages name, read together."""

from functools import partial
from pathlib import Path

from wareloom.edge.bulk import ActOnMany, bulk
from wareloom.kit.mood.classifier import classifier
from wareloom.kit.mood.shipped import shipped
from wareloom.kit.settings import MoodSettings
from wareloom.social.queue import MOODS
from wareloom.social.scoring.score import score
from wareloom.social.scoring.settle import settle


def _reader() -> ActOnMany:
    folder = MoodSettings.from_env().folder
    return partial(score, by=classifier(Path(folder) if folder else shipped()))


handle = bulk(_reader, queue=MOODS, settle=settle)
