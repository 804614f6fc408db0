"""Library layers: what requirements/<name>.txt pins, as wheels for Lambda's platform, kept until the pins change.

`layer` is under every function; the others lie beside it, for functions that need them, and hold only what it lacks.
`python -m layers.library` builds them and says how large they are.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from layers.code import ROOT, compile_for

PYTHON = (3, 13)
LARGEST_MB = 250
"""Unzipped, with all layers and the function itself: beyond it Lambda refuses the function."""

LAYER, AI, IMAGING, COLLECT, PARQUET, FORECAST = "layer", "ai", "imaging", "collect", "parquet", "forecast"
INFERENCE = "inference"
NAMES = (LAYER, AI, IMAGING, COLLECT, PARQUET, FORECAST, INFERENCE)
LIES_UPON = {INFERENCE: (LAYER, FORECAST)}
"""Whoever is given it is given those too: what they hold, it lacks. Every other lies upon the first alone."""
CARRIES = {INFERENCE: ROOT / "layers" / "inference" / "mood"}
"""What a layer lays down beside its libraries, under the folder's own name."""
REQUIREMENTS = ROOT / "requirements"
KEPT_IN = ROOT / ".wareloom" / "layers"
# Lambda's Python 3.13 runs on Amazon Linux 2023, whose C library is newer than all of these.
PLATFORMS = ("manylinux2014_aarch64", "manylinux_2_28_aarch64", "manylinux_2_34_aarch64")
# Published as source alone. Where no libvips is to be found it builds as mere Python, as it must: the library itself is
# in pyvips-binary, for Lambda's platform.
_FROM_SOURCE = "pyvips"
_NO_LIBVIPS = {"PKG_CONFIG": "false"}
# Of what onnxruntime and tokenizers ask for, they run without these: they make models, and fetch them from elsewhere.
ALONE = {INFERENCE: ("onnxruntime", "tokenizers")}
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
# Of pyarrow we write Parquet. What speaks to other stores and servers, and what others build on it, is half of it.
# Of numpy we compute: what compiles Fortran, what others compile against and what tests itself stays at home.
_OF_A_LAYER = {
    PARQUET: (
        "pyarrow/include",
        "pyarrow/includes",
        "pyarrow/src",
        "pyarrow/interchange",
        "pyarrow/libarrow_flight.*",
        "pyarrow/libarrow_s3.*",
        "pyarrow/libarrow_python_*",
        "pyarrow/libarrow_python.so",  # twice the same as the one whose name the others ask for
        "pyarrow/libarrow_python.so.*.*.*",
        "pyarrow/_acero.*",
        "pyarrow/_azurefs.*",
        "pyarrow/_csv.*",
        "pyarrow/_dataset*",
        "pyarrow/_feather.*",
        "pyarrow/_flight.*",
        "pyarrow/_gcsfs.*",
        "pyarrow/_hdfs.*",
        "pyarrow/_json.*",
        "pyarrow/_orc.*",
        "pyarrow/_parquet_encryption.*",
        "pyarrow/_pyarrow_cpp_tests.*",
        "pyarrow/_s3fs.*",
        "pyarrow/_substrait.*",
        "pyarrow/*.pxi",
    ),
    FORECAST: (
        "numpy/f2py",
        "numpy/testing",
        "numpy/_core/include",
        "numpy/_core/lib",
        "numpy/_core/*_tests.*",
        "numpy/_core/_simd.*",
        "numpy/random/lib",
    ),
    # What makes, changes and tunes models; we run one.
    INFERENCE: (
        "onnxruntime/backend",
        "onnxruntime/datasets",
        "onnxruntime/quantization",
        "onnxruntime/tools",
        "onnxruntime/transformers",
    ),
}


class NotBuilt(RuntimeError):
    """The wheels could not be had: no network, most likely."""


def build(name: str = LAYER, requirements: Path = REQUIREMENTS, kept_in: Path = KEPT_IN) -> Path:
    """The layer's folder; libraries lie under `python/` in it. Built beside its place and moved in whole."""
    pins = _pins(name, requirements)
    layer = kept_in / f"{name}-{_recipe(pins, name)}"
    if layer.is_dir():
        return layer
    kept_in.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept_in) as beside:
        made = Path(beside) / "layer"
        listed = Path(beside) / f"{name}.txt"
        listed.write_text(pins, encoding="utf-8")
        _install(listed, made / "python")
        strip(made / "python", name)
        compile_for(made, PYTHON, seen_as="/opt")
        if name in CARRIES:
            shutil.copytree(CARRIES[name], made / CARRIES[name].name)
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


def carried(name: str, into: Path) -> Path:
    """What a layer lays down beside its libraries, without them: for machines that have those."""
    empty(into)
    shutil.copytree(CARRIES[name], into / CARRIES[name].name)
    return into


def unzipped_mb(layer: Path) -> float:
    return sum(file.stat().st_size for file in layer.rglob("*") if file.is_file()) / 1e6


def _pins(name: str, requirements: Path) -> str:
    """The list of the layer, without what lies in the layers under it: one name is pinned once."""
    own = _blocks(requirements / f"{name}.txt")
    below = LIES_UPON.get(name, (LAYER,)) if name != LAYER else ()
    under = {package for one in below for package in _blocks(requirements / f"{one}.txt")}
    wanted = ALONE.get(name, own)
    return "\n".join(block for package, block in own.items() if package in wanted and package not in under)


def _blocks(file: Path) -> dict[str, str]:
    """Each package with its hashes: it begins at the margin, and what belongs to it is indented."""
    found: dict[str, str] = {}
    package = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            package = line.partition("==")[0]
        if package and not line.lstrip().startswith("#"):
            found[package] = f"{found[package]}\n{line}" if package in found else line
    return found


def _recipe(pins: str, name: str) -> str:
    running = ".".join(map(str, sys.version_info[:2]))
    told = hashlib.sha256(pins.encode())
    told.update(Path(__file__).read_bytes())
    told.update(running.encode())
    for file in sorted(CARRIES[name].iterdir()) if name in CARRIES else ():
        told.update(file.read_bytes())
    return told.hexdigest()[:16]


def _install(requirements: Path, into: Path) -> None:
    platforms = [word for platform in PLATFORMS for word in ("--platform", platform)]
    wanted = ["--implementation", "cp", "--python-version", ".".join(map(str, PYTHON)), *platforms]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--retries", "1"]
    only = ["--only-binary=:all:", f"--no-binary={_FROM_SOURCE}", "--require-hashes", "--no-deps"]
    done = subprocess.run(
        [*command, "--target", str(into), *wanted, *only, "-r", str(requirements)],
        env=os.environ | _NO_LIBVIPS,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotBuilt(f"The library layer could not be built from {requirements.name}:\n{done.stderr.strip()}")


def strip(folder: Path, name: str) -> None:
    for pattern in (*_BULK, *_OF_A_LAYER.get(name, ())):
        for found in list(folder.glob(pattern)):
            if found.is_dir():
                shutil.rmtree(found)
            else:
                found.unlink(missing_ok=True)


if __name__ == "__main__":
    for wanted in NAMES:
        sys.stdout.write(f"{(folder := build(wanted))}: {unzipped_mb(folder):.0f} MB of {LARGEST_MB}\n")
