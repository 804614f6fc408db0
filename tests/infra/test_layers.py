"""What functions run on: all that they import, and nothing that Lambda would refuse."""

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

from layers import code, library

ROOT = Path(__file__).parents[2]
IN_THE_RUNTIME = {"boto3", "botocore"}
OURS = {"wareloom", "functions"}


def _imported() -> set[str]:
    """The top-level names of all that functions and the package import. The command line is no function's."""
    files = [*ROOT.glob("functions/**/*.py"), *ROOT.glob("shared/wareloom/**/*.py")]
    names: set[str] = set()
    for file in files:
        if "cli" in file.relative_to(ROOT).parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    typing_only = {name for name in names if name.startswith("mypy_boto3")}
    return names - OURS - IN_THE_RUNTIME - typing_only - set(sys.stdlib_module_names)


def test_everything_functions_import_is_pinned_for_the_layer() -> None:
    pinned = set(re.findall(r"^([a-z0-9-]+)==", library.REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE))
    homes = metadata.packages_distributions()
    missing = {
        name for name in _imported() if not {home.lower().replace("_", "-") for home in homes.get(name, [])} & pinned
    }
    assert not missing


def test_the_code_layer_is_the_package_without_its_command_line(tmp_path: Path) -> None:
    layer = code.wareloom(tmp_path / "layer", library.PYTHON)
    package = layer / "python" / "wareloom"
    assert (package / "kit" / "settings.py").is_file()
    assert (package / "migrations" / "script.py.mako").is_file()
    assert not (package / "cli").exists()


def test_code_for_this_interpreter_carries_its_bytecode(tmp_path: Path) -> None:
    layer = code.wareloom(tmp_path / "layer", code.RUNNING)
    compiled = layer / "python" / "wareloom" / "kit" / "__pycache__" / f"clock.{sys.implementation.cache_tag}.pyc"
    flags = int.from_bytes(compiled.read_bytes()[4:8], "little")
    assert flags == 0b01, "checked by nothing: archives do not keep times"


def test_code_for_another_interpreter_carries_none(tmp_path: Path) -> None:
    layer = code.wareloom(tmp_path / "layer", (2, 7))
    assert not list(layer.rglob("*.pyc"))


def test_code_that_cannot_be_read_stops_the_synthesis(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def\n")
    assert not code.compile_for(tmp_path, code.RUNNING, seen_as="/opt")


def test_a_function_keeps_the_import_path_that_it_has_everywhere(tmp_path: Path) -> None:
    asset = code.function("scrape_market", tmp_path / "asset", library.PYTHON)
    assert {file.relative_to(asset).as_posix() for file in asset.rglob("*.py")} >= {
        "functions/scrape_market/handler.py"
    }
    assert [folder.name for folder in (asset / "functions").iterdir()] == ["scrape_market"]


def test_a_library_that_cannot_be_built_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    unhashed = tmp_path / "layer.txt"
    unhashed.write_text("mangum==0.22.0\n")
    with pytest.raises(library.NotBuilt, match="hashes"):
        library.build(unhashed, tmp_path / "kept")
    assert not list((tmp_path / "kept").iterdir())


def test_the_library_layer_fits_and_holds_everything_functions_import() -> None:
    layer = library.build()
    held = {path.name.split(".")[0] for path in (layer / "python").iterdir()}
    assert _imported() <= held
    assert library.unzipped_mb(layer) < library.LARGEST_MB
    built_for = {file.name.split(".", 1)[1] for file in layer.rglob("*.cpython-*.so")}
    assert built_for == {"cpython-313-aarch64-linux-gnu.so"}
