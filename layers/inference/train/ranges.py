"""Ranges that stay: measured per batch, as is usual, they make a text's answer depend on the texts beside it.

Each place where numbers are made whole gets one range, the mean of what batches of real texts showed there.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

from layers.inference.examples import Example
from layers.inference.train.feed import in_batches, tokens_of

_MEASURES = "DynamicQuantizeLinear"
_LEVELS = 255


def fix_ranges(file: Path, examples: Sequence[Example]) -> None:
    model = onnx.load(str(file))
    measuring = [node for node in model.graph.node if node.op_type == _MEASURES]
    tokens = tokens_of(examples, file.parent)
    seen = _seen(model, list(dict.fromkeys(node.input[0] for node in measuring)), tokens)
    for node in measuring:
        low, high = seen[node.input[0]]
        scale = (high - low) / _LEVELS
        values = (np.array(scale, np.float32), np.array(round(-low / scale), np.uint8))
        made, scale_name, zero_name = node.output
        for name, value in zip((scale_name, zero_name), values, strict=True):
            model.graph.initializer.append(numpy_helper.from_array(value, name))
        node.CopyFrom(helper.make_node("QuantizeLinear", [node.input[0], scale_name, zero_name], [made], node.name))
    onnx.checker.check_model(model)
    onnx.save(model, str(file))


def _seen(model: Any, names: Sequence[str], tokens: Sequence[list[int]]) -> dict[str, tuple[float, float]]:
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(onnx.ValueInfoProto(name=name) for name in names)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    lows, highs = list[list[float]](), list[list[float]]()
    for batch in in_batches(tokens, range(len(tokens))):
        longest = max(len(tokens[one]) for one in batch)
        ids = np.array([tokens[one] + [0] * (longest - len(tokens[one])) for one in batch])
        found = session.run(names, {"input_ids": ids, "attention_mask": (ids != 0).astype(np.int64)})
        lows.append([min(0.0, float(one.min())) for one in found])
        highs.append([max(0.0, float(one.max())) for one in found])
    low, high = np.mean(lows, axis=0), np.mean(highs, axis=0)
    return {name: (float(low[at]), float(high[at])) for at, name in enumerate(names)}
