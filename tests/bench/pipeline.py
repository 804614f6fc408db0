"""The model that ships as the transformers library runs it in PyTorch: the same weights, made whole numbers again.

Needs torch, transformers and onnx, which the project does not: where one is missing there is nothing to compare.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from wareloom.kit.mood.classifier import processors
from wareloom.kit.mood.export import MODEL, TOKENIZER, Export

AT_ONCE = 32
Read = Callable[[Sequence[str]], list[str]]


def is_there() -> bool:
    return all(find_spec(name) for name in ("torch", "transformers", "onnx"))


def pipeline(export: Export) -> Read:
    """Gives the likeliest sentiment of each text, by the library's own text-classification pipeline."""
    torch, library = import_module("torch"), import_module("transformers")
    torch.set_num_threads(processors())
    library.logging.set_verbosity(50)  # it does not know the shape of our network, and says so at length
    labels = dict(enumerate(export.heads["sentiment"].labels))
    weights = {name: torch.tensor(value) for name, value in _weights(export.folder / MODEL).items()}
    rows, width = weights["encoder.embeddings.word_embeddings.weight"].shape
    config = library.BertConfig(
        vocab_size=rows, hidden_size=width, num_hidden_layers=6, num_attention_heads=12, intermediate_size=4 * width,
        id2label=labels, label2id={name: at for at, name in labels.items()},
    )  # fmt: skip
    network = _network(torch, library)(config).eval()
    missing = network.load_state_dict(weights, strict=False).missing_keys
    if unknown := [name for name in missing if "position_ids" not in name]:
        raise ValueError(f"The model that ships has no weights called {', '.join(unknown)}.")
    tokenizer = library.PreTrainedTokenizerFast(
        tokenizer_file=str(export.folder / TOKENIZER), pad_token="[PAD]", model_max_length=export.window
    )
    run = library.TextClassificationPipeline(model=network, tokenizer=tokenizer, batch_size=AT_ONCE, truncation=True)

    def read(texts: Sequence[str]) -> list[str]:
        return [one["label"] for one in run(list(texts))]

    return read


def _network(torch: Any, library: Any) -> Any:
    outputs: Any = import_module("transformers.modeling_outputs")

    class Network(library.BertPreTrainedModel):
        """The mean of what is seen, and a head on it: as it was trained. The other head costs next to nothing."""

        def __init__(self, config: Any) -> None:
            super().__init__(config)  # pyright: ignore[reportUnknownMemberType] - the library is not here to be read
            self.encoder = library.BertModel(config, add_pooling_layer=False)
            self.sentiment = torch.nn.Linear(config.hidden_size, config.num_labels)
            self.emotion = torch.nn.Linear(config.hidden_size, 7)
            self.post_init()

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any = None) -> Any:
            del token_type_ids
            seen = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(seen.dtype)
            meant = (seen * mask).sum(1) / mask.sum(1)
            self.emotion(meant)
            return outputs.SequenceClassifierOutput(logits=self.sentiment(meant))

    return Network


def _weights(file: Path) -> dict[str, Any]:
    """By the names that PyTorch knows them by. A product is named by its step, for its matrix lost its own name."""
    onnx: Any = import_module("onnx")
    graph: Any = onnx.load(str(file)).graph
    held: dict[str, Any] = {one.name: onnx.numpy_helper.to_array(one) for one in graph.initializer}
    found = {name: value for name, value in held.items() if name.endswith((".weight", ".bias"))}
    for name in [name for name in held if name.endswith("embeddings.weight_quantized")]:
        found[name.removesuffix("_quantized")] = _whole(held, name.removesuffix("_quantized"))
    for step in graph.node:
        if step.op_type == "MatMulInteger":
            path = step.name.removesuffix("/MatMul_quant").removesuffix("/Gemm_MatMul_quant").strip("/")
            path = path.replace("encoder/encoder", "encoder.encoder").replace("/", ".")
            found[f"{path}.weight"] = _whole(held, step.input[1].removesuffix("_quantized")).T.copy()
    return found


def _whole(held: dict[str, Any], name: str) -> Any:
    scale, zero = held[f"{name}_scale"], held[f"{name}_zero_point"]
    return ((held[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * scale).astype(np.float32)
