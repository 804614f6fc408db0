"""The library layer: what requirements/layer.txt pins, as wheels for Lambda's platform, kept until the pins change.

`python -m layers.library` builds it and says how large it is.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from layers.code import ROOT, compile_for

PYTHON = (3, 13)
LARGEST_MB = 250
"""Unzipped, with all layers and the function itself: beyond it Lambda refuses the function."""

REQUIREMENTS = ROOT / "requirements" / "layer.txt"
KEPT_IN = ROOT / ".wareloom" / "layers"
# Lambda's Python 3.13 runs on Amazon Linux 2023, whose C library is newer than all of these.
PLATFORMS = ("manylinux2014_aarch64", "manylinux_2_28_aarch64", "manylinux_2_34_aarch64")
# Nothing here is read at run time. Licences and the metadata that packages ask for about themselves stay.
_BULK = (
    "**/__pycache__",
    "**/tests",
    "**/*.pyi",
    "**/*.pyx",
    "**/*.pxd",
    "**/*.c",
    "**/*.h",
    "*.dist-info/RECORD",
    "bin",
)


class NotBuilt(RuntimeError):
    """The wheels could not be had: no network, most likely."""


def build(requirements: Path = REQUIREMENTS, kept_in: Path = KEPT_IN) -> Path:
    """The layer's folder; libraries lie under `python/` in it. Built beside its place and moved in whole."""
    layer = kept_in / f"library-{_recipe(requirements)}"
    if layer.is_dir():
        return layer
    kept_in.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept_in) as beside:
        made = Path(beside) / "layer"
        _install(requirements, made / "python")
        _strip(made / "python")
        compile_for(made, PYTHON, seen_as="/opt")
        try:
            made.rename(layer)
        except OSError:
            if not layer.is_dir():  # otherwise another build was first, and it is the same
                raise
    return layer


def empty(into: Path) -> Path:
    """Stands for the library where only the template matters."""
    (into / "python").mkdir(parents=True)
    (into / "python" / "README").write_text("The libraries were left out: this template is for reading.\n")
    return into


def unzipped_mb(layer: Path) -> float:
    return sum(file.stat().st_size for file in layer.rglob("*") if file.is_file()) / 1e6


def _recipe(requirements: Path) -> str:
    running = ".".join(map(str, sys.version_info[:2]))
    told = hashlib.sha256(requirements.read_bytes())
    told.update(Path(__file__).read_bytes())
    told.update(running.encode())
    return told.hexdigest()[:16]


def _install(requirements: Path, into: Path) -> None:
    platforms = [word for platform in PLATFORMS for word in ("--platform", platform)]
    wanted = ["--implementation", "cp", "--python-version", ".".join(map(str, PYTHON)), *platforms]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--retries", "1"]
    only = ["--only-binary=:all:", "--require-hashes", "--no-deps", "-r", str(requirements)]
    done = subprocess.run(
        [*command, "--target", str(into), *wanted, *only], check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise NotBuilt(f"The library layer could not be built from {requirements.name}:\n{done.stderr.strip()}")


def _strip(folder: Path) -> None:
    for pattern in _BULK:
        for found in list(folder.glob(pattern)):
            if found.is_dir():
                shutil.rmtree(found)
            else:
                found.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.stdout.write(f"{(folder := build())}: {unzipped_mb(folder):.0f} MB of {LARGEST_MB}\n")
