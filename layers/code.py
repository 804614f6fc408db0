"""Our own code, copied to where Lambda looks for it, with its bytecode where this interpreter can write it.

Lambda cannot write beside the code, so without bytecode every cold start compiles it again. Only an interpreter of the
same version can make it: deploy with Python 3.13 and cold starts are spared the work.
"""

import compileall
import shutil
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

ROOT = Path(__file__).parents[1]
RUNNING = sys.version_info[:2]

_NOT_WANTED = shutil.ignore_patterns("__pycache__", "*.pyc")


def wareloom(into: Path, python: tuple[int, int]) -> Path:
    """The package, under `python/`. The command line is no business of Lambda's."""
    package = into / "python" / "wareloom"
    shutil.copytree(ROOT / "shared" / "wareloom", package, ignore=_NOT_WANTED)
    shutil.rmtree(package / "cli", ignore_errors=True)
    _compile_ours(into, python, seen_as="/opt")
    return into


def function(name: str, into: Path, python: tuple[int, int]) -> Path:
    """One function alone, under the import path that it has everywhere."""
    shutil.copytree(ROOT / "functions" / name, into / "functions" / name, ignore=_NOT_WANTED)
    _compile_ours(into, python, seen_as="/var/task")
    return into


def image(name: str, into: Path, python: tuple[int, int]) -> Path:
    """What a function's image is built from: its Dockerfile, the pins, the package, the function, perhaps the model."""
    shutil.copytree(ROOT / "requirements", into / "requirements", ignore=shutil.ignore_patterns("*.in", "dev.txt"))
    wareloom(into, python)
    function(name, into, python)
    (into / "functions" / name / "Dockerfile").rename(into / "Dockerfile")
    if "\nCOPY mood " in (into / "Dockerfile").read_text(encoding="utf-8"):
        shutil.copytree(ROOT / "layers" / "inference" / "mood", into / "mood")
    return into


def _compile_ours(folder: Path, python: tuple[int, int], *, seen_as: str) -> None:
    if not compile_for(folder, python, seen_as=seen_as):
        raise SyntaxError("Some of our code cannot be read by this Python: the lines above say where.")


def compile_for(folder: Path, python: tuple[int, int], *, seen_as: str) -> bool:
    if python != RUNNING:
        return True
    return compileall.compile_dir(
        folder,
        quiet=1,
        stripdir=str(folder),
        prependdir=seen_as,
        # Trusted without a look at the source: archives do not keep the times that the other mode compares.
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
