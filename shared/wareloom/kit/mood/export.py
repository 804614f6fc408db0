"""A model as a directory: model.onnx, tokenizer.json, config.json. Anyone's text classifier, or ours with two heads.

Ours says under `heads` what each output is. Of any other the labels say whether it reads sentiment or emotion.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.mood.head import Head
from wareloom.kit.mood.labels import EMOTIONS, SENTIMENTS, emotions_of, sentiments_of
from wareloom.kit.mood.mood import EMOTION, SENTIMENT

MODEL, TOKENIZER, CONFIG = "model.onnx", "tokenizer.json", "config.json"
_LONGEST_WINDOW = 128
_SPARE_POSITIONS = 2
"""RoBERTa and its kin count positions from two on."""


class Export(NamedTuple):
    folder: Path
    name: str
    heads: dict[str, Head]
    """By what they answer: sentiment, emotion."""
    window: int
    """Tokens that are read at once."""
    pad: int
    languages: tuple[str, ...]
    """Empty where the model does not say: it is then trusted with all."""
    plain: bool
    """True where it learnt from texts as we write them for it: links, names and emoji in words."""


class _OwnHead(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id2label: dict[int, str]
    temperature: float = Field(default=1.0, gt=0)
    threshold: float = Field(default=0.0, ge=0, lt=1)


class _Config(BaseModel):
    model_config = ConfigDict(extra="ignore", protected_namespaces=())

    name: str = Field(default="", validation_alias=AliasChoices("name", "_name_or_path"))
    model_type: str = ""
    id2label: dict[int, str] = {}
    heads: dict[str, _OwnHead] = {}
    languages: tuple[str, ...] = ()
    window: int | None = Field(default=None, ge=8)
    max_position_embeddings: int | None = Field(default=None, ge=8)
    pad_token_id: int | None = Field(default=None, ge=0)
    problem_type: str | None = None


def read_export(folder: Path) -> Export:
    for needed in (MODEL, TOKENIZER, CONFIG):
        if not (folder / needed).is_file():
            raise NotFound(
                f"{folder} holds no {needed}. A model is a directory with {MODEL}, {TOKENIZER} and {CONFIG}."
            )
    config = _config(folder / CONFIG)
    positions = (config.max_position_embeddings or _LONGEST_WINDOW + _SPARE_POSITIONS) - _SPARE_POSITIONS
    return Export(
        folder=folder,
        name=config.name.rstrip("/").split("/")[-1] or folder.resolve().name,
        heads=_own(config) if config.heads else _found(config),
        window=config.window or min(positions, _LONGEST_WINDOW),
        pad=config.pad_token_id or 0,
        languages=config.languages,
        plain=bool(config.heads),
    )


def _config(file: Path) -> _Config:
    try:
        written: Any = json.loads(file.read_bytes())
        return _Config.model_validate(written)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "it"
        raise Rejected(f"{file} is no model's configuration: {where}: {fault['msg']}.") from error
    except (ValueError, RecursionError) as error:
        raise Rejected(f"{file} is not JSON.") from error


def _own(config: _Config) -> dict[str, Head]:
    wrong = set(config.heads) - {SENTIMENT, EMOTION}
    if wrong:
        raise Rejected(f"The model has a head called “{min(wrong)}”; {SENTIMENT} and {EMOTION} are the ones there are.")
    return {name: _head(name, output=name, ours=_labels(own.id2label), own=own) for name, own in config.heads.items()}


def _found(config: _Config) -> dict[str, Head]:
    named = _labels(config.id2label)
    if len(named) < 2:
        raise Rejected("The model's configuration names no labels: id2label must say what each of its outputs means.")
    own = _OwnHead(id2label=config.id2label)
    several = config.problem_type == "multi_label_classification"
    sentiments = sentiments_of(named)
    if sentiments:
        return {SENTIMENT: _head(SENTIMENT, output="logits", ours=sentiments, own=own, several=several)}
    return {EMOTION: _head(EMOTION, output="logits", ours=emotions_of(named), own=own, several=several)}


def _labels(id2label: dict[int, str]) -> tuple[str, ...]:
    if sorted(id2label) != list(range(len(id2label))):
        raise Rejected("The model's id2label must number its labels from 0 on without a gap.")
    return tuple(id2label[at] for at in range(len(id2label)))


def _head(name: str, *, output: str, ours: tuple[str, ...], own: _OwnHead, several: bool = False) -> Head:
    usual = SENTIMENTS if name == SENTIMENT else EMOTIONS
    labels = (*(one for one in usual if one in ours), *dict.fromkeys(one for one in ours if one not in usual))
    columns = tuple(labels.index(one) for one in ours)
    return Head(output, labels, columns, own.temperature, own.threshold, several)
