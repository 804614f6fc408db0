"""The model at work: a tokenizer in Rust, a session of onnxruntime, and nothing of what it was trained with."""

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from wareloom.kit.errors import Rejected
from wareloom.kit.mood.batches import batches, padded
from wareloom.kit.mood.export import MODEL, TOKENIZER, Export, read_export
from wareloom.kit.mood.head import Numbers

_OVERLAP = 8
"""Tokens that two windows of a long text share, so that no phrase is read in halves alone."""


class Classifier:
    def __init__(self, export: Export) -> None:
        self.export = export
        self._tokenizer = _tokenizer(export)
        self._session = _session(export.folder / MODEL)
        self._takes = {one.name for one in self._session.get_inputs()}
        self._outputs = _outputs(export, [one.name for one in self._session.get_outputs()])

    def probabilities(self, texts: Sequence[str]) -> dict[str, Numbers]:
        """By head, a row for each text. The windows of a long one count by their length."""
        pieces, whose = self._pieces(texts)
        heads = self.export.heads
        found = {name: np.zeros((len(texts), len(head.labels)), dtype=np.float32) for name, head in heads.items()}
        lengths = np.array([len(piece) for piece in pieces], dtype=np.float32)
        shares = lengths / np.bincount(whose, lengths, minlength=len(texts))[whose]
        for batch in batches([len(piece) for piece in pieces]):
            answers = self._run([pieces[at] for at in batch])
            for (name, head), logits in zip(heads.items(), answers, strict=True):
                told = head.probabilities(logits) * shares[batch, None]
                np.add.at(found[name], [whose[at] for at in batch], told)
        return found

    def _pieces(self, texts: Sequence[str]) -> tuple[list[list[int]], list[int]]:
        pieces, whose = list[list[int]](), list[int]()
        for at, encoded in enumerate(self._tokenizer.encode_batch(list(texts))):
            for window in (encoded, *encoded.overflowing):
                pieces.append(window.ids)
                whose.append(at)
        return pieces, whose

    def _run(self, pieces: Sequence[Sequence[int]]) -> list[Numbers]:
        ids, mask = padded(pieces, self.export.pad)
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        answers: list[Any] = self._session.run(
            self._outputs, {name: value for name, value in fed.items() if name in self._takes}
        )
        return [np.asarray(one, dtype=np.float32) for one in answers]


@lru_cache(maxsize=2)
def classifier(folder: Path) -> Classifier:
    """Warm from the second time on: one session per model and process."""
    return Classifier(read_export(folder))


def _tokenizer(export: Export) -> Any:
    library: Any = import_module("tokenizers")
    try:
        found = library.Tokenizer.from_file(str(export.folder / TOKENIZER))
    except Exception as error:  # the library raises nothing narrower
        raise Rejected(f"{export.folder / TOKENIZER} is no tokenizer: {error}.") from error
    found.no_padding()
    found.enable_truncation(export.window, stride=min(_OVERLAP, export.window // 4))
    return found


def _session(file: Path) -> Any:
    """A thread for each processor that this process may use, none of them spinning while it waits."""
    library: Any = import_module("onnxruntime")
    options = library.SessionOptions()
    options.intra_op_num_threads = processors()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return library.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its own failures have nothing else in common
        raise Rejected(f"{file} is no model that can be run: {error}.") from error


def processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _outputs(export: Export, there: Iterable[str]) -> list[str]:
    """By name; where an export calls its only output something else, that."""
    names = list(there)
    wanted = [head.output for head in export.heads.values()]
    if len(wanted) == 1 and wanted[0] not in names:
        return names[:1]
    missing = [one for one in wanted if one not in names]
    if missing:
        raise Rejected(f"The model has no output called “{missing[0]}”, which its configuration speaks of.")
    return wanted
