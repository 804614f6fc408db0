"""Every function unzipped, with its layers, against what Lambda allows."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from layers import code, library
from tests.bench.figures import Figure


def figures() -> Iterator[Figure]:
    libraries = library.unzipped_mb(library.build())
    with tempfile.TemporaryDirectory(prefix="wareloom-bench-") as folder:
        ours = library.unzipped_mb(code.wareloom(Path(folder) / "code", library.PYTHON))
        for handler in sorted(code.ROOT.glob("functions/*/handler.py")):
            name = handler.parent.name
            alone = library.unzipped_mb(code.function(name, Path(folder) / name, library.PYTHON))
            yield Figure(f"size of {name}", libraries + ours + alone, "MB", f"{library.LARGEST_MB} MB: Lambda's limit")
