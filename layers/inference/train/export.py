"""From the network to the directory that ships: words of other scripts left out, whole numbers of eight bits."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from layers.inference.examples import Example
from layers.inference.train.network import MoodNetwork, encoder_folder
from layers.inference.train.ranges import fix_ranges

NAME = "wareloom-mood-1"
WINDOW = 64
_OPSET = 17
# What another script begins with in Unicode: texts of those are marked and never read, so no word of theirs is needed.
_LATIN_ENDS = 0x250
_SIGNS = range(0x2000, 0x2C00)


def export(network: MoodNetwork, heads: dict[str, Any], into: Path, texts: Sequence[Example]) -> None:
    """`texts` are such as will be read: what is made whole numbers is made by what they show."""
    into.mkdir(parents=True, exist_ok=True)
    written = json.loads((encoder_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    kept = _prune(written)
    _write(into / "tokenizer.json", written)
    words = network.encoder.embeddings.word_embeddings
    network.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(words.weight[kept].detach())
    whole = into / "model.fp32.onnx"
    _to_onnx(network.eval(), whole)
    quantise(whole, into / "model.onnx")
    fix_ranges(into / "model.onnx", texts)
    config = {"name": NAME, "languages": ["en"], "window": WINDOW, "pad_token_id": 0, "heads": heads}
    _write(into / "config.json", config)


def _prune(tokenizer: Any) -> list[int]:
    """Renumbers the vocabulary in place, and says which of the old rows are left, in their order."""
    special = {one["content"] for one in tokenizer["added_tokens"]}
    vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
    ordered = sorted(vocabulary, key=vocabulary.__getitem__)
    kept = [word for word in ordered if word in special or _may_come(word)]
    renumbered = {word: at for at, word in enumerate(kept)}
    tokenizer["model"]["vocab"] = renumbered
    for one in tokenizer["added_tokens"]:
        one["id"] = renumbered[one["content"]]
    for one in tokenizer["post_processor"]["special_tokens"].values():
        one["ids"] = [renumbered[word] for word in one["tokens"]]
    tokenizer["padding"] = tokenizer["truncation"] = None
    return [vocabulary[word] for word in kept]


def _may_come(word: str) -> bool:
    return not word.startswith("[unused") and all(ord(sign) < _LATIN_ENDS or ord(sign) in _SIGNS for sign in word)


def _to_onnx(network: MoodNetwork, file: Path) -> None:
    network.encoder.set_attn_implementation("eager")  # the plainest graph, which is what is made whole numbers of
    example = (torch.ones(2, 7, dtype=torch.long), torch.ones(2, 7, dtype=torch.long))
    names = ["input_ids", "attention_mask"]
    axes = {name: {0: "texts", 1: "tokens"} for name in names} | {"sentiment": {0: "texts"}, "emotion": {0: "texts"}}
    torch.onnx.export(
        network,
        example,
        str(file),
        input_names=names,
        output_names=["sentiment", "emotion"],
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )
    onnx.checker.check_model(str(file))


def quantise(whole: Path, file: Path) -> None:
    """All eight bits, column by column. Processors without VNNI would ask for seven."""
    quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True)


def _write(file: Path, value: Any) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1 if "heads" in value else None) + "\n", "utf-8")
