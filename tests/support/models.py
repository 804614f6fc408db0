"""Tiny models that can be worked out by hand: each word brings its own logits, and a text has the sum of its words'."""

import json
import struct
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

_FLOAT, _INT64 = 1, 7
_UNKNOWN = "[UNK]"


def make_model(
    folder: Path, words: Mapping[str, Sequence[float]], config: Mapping[str, Any], output: str = "logits"
) -> Path:
    """An export such as anyone's: model.onnx, tokenizer.json, config.json. Unknown words and padding bring nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    width = len(next(iter(words.values())))
    rows = [[0.0] * width, [0.0] * width, *words.values()]
    (folder / "model.onnx").write_bytes(_model(rows, {output: (0, width)}))
    _finish(folder, words, config)
    return folder


def make_two_headed(folder: Path, words: Mapping[str, Sequence[float]], config: Mapping[str, Any]) -> Path:
    """Three numbers a word for the sentiment, seven for the emotion."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [[0.0] * 10, [0.0] * 10, *words.values()]
    (folder / "model.onnx").write_bytes(_model(rows, {"sentiment": (0, 3), "emotion": (3, 10)}))
    _finish(folder, words, config)
    return folder


def _finish(folder: Path, words: Mapping[str, Sequence[float]], config: Mapping[str, Any]) -> None:
    library: Any = import_module("tokenizers")
    vocabulary = {"[PAD]": 0, _UNKNOWN: 1} | {word: at for at, word in enumerate(words, 2)}
    tokenizer = library.Tokenizer(library.models.WordLevel(vocabulary, unk_token=_UNKNOWN))
    tokenizer.normalizer = library.normalizers.Lowercase()
    tokenizer.pre_tokenizer = library.pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps(config))


def _model(rows: Sequence[Sequence[float]], outputs: Mapping[str, tuple[int, int]]) -> bytes:
    """In ONNX's own binary form: look the words up, and add them together."""
    nodes, tables = list[bytes](), list[bytes]()
    for name, (begin, end) in outputs.items():
        part = [row[begin:end] for row in rows]
        tables.append(_table(f"{name}_table", part))
        nodes.append(_node("Gather", [f"{name}_table", "input_ids"], f"{name}_words", b""))
        axes = _text(1, "axes") + _number(8, 1) + _number(20, _INT64)
        keep = _text(1, "keepdims") + _number(3, 0) + _number(20, 2)
        nodes.append(_node("ReduceSum", [f"{name}_words"], name, _inside(5, axes) + _inside(5, keep)))
    graph = (
        b"".join(_inside(1, node) for node in nodes)
        + _text(2, "moods")
        + b"".join(_inside(5, table) for table in tables)
        + b"".join(_inside(11, _shape(name, _INT64, ("texts", "tokens"))) for name in ("input_ids", "attention_mask"))
        + b"".join(_inside(12, _shape(name, _FLOAT, ("texts", "labels"))) for name in outputs)
    )
    return _number(1, 7) + _inside(7, graph) + _inside(8, _text(1, "") + _number(2, 11))


def _node(kind: str, inputs: Sequence[str], output: str, attributes: bytes) -> bytes:
    return b"".join(_text(1, one) for one in inputs) + _text(2, output) + _text(4, kind) + attributes


def _table(name: str, rows: Sequence[Sequence[float]]) -> bytes:
    numbers = [number for row in rows for number in row]
    raw = struct.pack(f"<{len(numbers)}f", *numbers)
    return _number(1, len(rows)) + _number(1, len(rows[0])) + _number(2, _FLOAT) + _text(8, name) + _inside(9, raw)


def _shape(name: str, kind: int, axes: Sequence[str]) -> bytes:
    sizes = b"".join(_inside(1, _text(2, axis)) for axis in axes)
    return _text(1, name) + _inside(2, _inside(1, _number(1, kind) + _inside(2, sizes)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _inside(field, value.encode())


def _inside(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])
