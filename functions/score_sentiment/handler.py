"""The moods of the posts that the queue's messages name, read together."""

from functools import partial

from wareloom.edge.bulk import ActOnMany, bulk
from wareloom.kit.mood.classifier import classifier
from wareloom.kit.mood.shipped import chosen
from wareloom.social.queue import MOODS
from wareloom.social.scoring.score import score
from wareloom.social.scoring.settle import settle


def _reader() -> ActOnMany:
    return partial(score, by=classifier(chosen()))


handle = bulk(_reader, queue=MOODS, settle=settle)
