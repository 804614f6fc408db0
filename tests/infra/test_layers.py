"""What functions run on: all that they import, and nothing that Lambda would refuse."""

import io
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from functools import lru_cache
from importlib import import_module, metadata
from itertools import combinations
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from layers import code, library
from tests.infra.test_functions import SHAPES

ON_LAMBDA = {"python_version": "3.13", "python_full_version": "3.13.0", "platform_machine": "aarch64", "extra": ""}


def _pinned(name: str) -> dict[str, str]:
    listed = (library.REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", listed, re.MULTILINE))


@lru_cache
def _held(name: str) -> set[str]:
    return {path.name for path in (library.build(name) / "python").iterdir()}


def _under(function: str) -> tuple[str, ...]:
    return (library.LAYER, *SHAPES[function].layers)


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
    (tmp_path / "layer.txt").write_text("mangum==0.22.0\n")
    with pytest.raises(library.NotBuilt, match="hashes"):
        library.build(requirements=tmp_path, kept_in=tmp_path / "kept")
    assert not list((tmp_path / "kept").iterdir())


def test_a_library_is_built_once(tmp_path: Path) -> None:
    (tmp_path / "layer.txt").write_text("# nothing\n")
    first = library.build(requirements=tmp_path, kept_in=tmp_path / "kept")
    (first / "mark").touch()
    assert library.build(requirements=tmp_path, kept_in=tmp_path / "kept") == first
    assert (first / "mark").exists()


def test_a_layer_lacks_what_lies_under_it(tmp_path: Path) -> None:
    (tmp_path / "layer.txt").write_text("mangum==0.22.0\n")
    (tmp_path / "ai.txt").write_text("mangum==0.22.0\n    # via -c layer.txt\n")
    built = library.build(library.AI, tmp_path, tmp_path / "kept")
    assert not list((built / "python").iterdir())


@pytest.mark.parametrize("name", [name for name in library.NAMES if name != library.LAYER])
def test_what_two_lists_pin_they_pin_alike(name: str) -> None:
    under = _pinned(library.LAYER)
    assert {
        package: version for package, version in _pinned(name).items() if under.get(package, version) != version
    } == {}


@pytest.mark.parametrize(("one", "other"), list(combinations(library.NAMES, 2)))
def test_no_two_layers_hold_the_same(one: str, other: str) -> None:
    assert not _held(one) & _held(other)


@pytest.mark.parametrize("name", library.NAMES)
def test_a_layer_is_built_for_lambdas_machines(name: str) -> None:
    layer = library.build(name)
    compiled = [file for file in layer.rglob("*") if re.search(r"\.so(\.\d+)*$", file.name)]
    assert compiled or name == library.AI
    assert {_machine(file) for file in compiled} <= {"aarch64"}
    made_for = {file.name.split(".", 1)[1] for file in layer.rglob("*.cpython-*.so")}
    assert made_for <= {"cpython-313-aarch64-linux-gnu.so"}


def _machine(file: Path) -> str:
    """As the header of an ELF file says."""
    number = int.from_bytes(file.read_bytes()[18:20], "little")
    return {0x3E: "x86_64", 0xB7: "aarch64"}[number]


_WRITES_PARQUET = """
import sys
sys.modules["numpy"] = sys.modules["pandas"] = None  # nor are they in Lambda
sys.path.insert(0, sys.argv[1])
import pyarrow
from datetime import UTC, datetime
from decimal import Decimal
from wareloom.market.exports.columns import chosen
from wareloom.market.exports.encoder import Opening
from wareloom.market.exports.encoders.parquet import Parquet
assert pyarrow.__file__.startswith(sys.argv[1]), pyarrow.__file__
part = Parquet(Opening(chosen("offers", ["title", "price", "reviews_count", "sponsored", "tags", "first_seen_at"])))
part.add([("A fox", Decimal("9.50"), 7, True, ["fox", "lake"], datetime(2026, 11, 1, tzinfo=UTC))] * 1000)
sys.stdout.buffer.write(part.finish())
"""


def test_what_is_left_of_pyarrow_writes_parquet(tmp_path: Path) -> None:
    """This machine's, stripped as Lambda's is."""
    whole = Path(str(metadata.distribution("pyarrow").locate_file("pyarrow")))
    shutil.copytree(whole, tmp_path / "pyarrow", ignore=shutil.ignore_patterns("__pycache__"))
    library.strip(tmp_path, library.PARQUET)
    assert library.unzipped_mb(tmp_path) < library.unzipped_mb(whole) * 0.7
    command = [sys.executable, "-c", _WRITES_PARQUET, str(tmp_path)]
    environment = {"PYTHONPATH": str(code.ROOT / "shared"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    written = import_module("pyarrow.parquet").read_table(io.BytesIO(done.stdout))
    assert (written.num_rows, written.column("price")[0].as_py()) == (1000, Decimal("9.50"))


_SCORES_A_SERIES = """
import sys
sys.path.insert(0, sys.argv[1])
import numpy
assert numpy.__file__.startswith(sys.argv[1]), numpy.__file__
from wareloom.trends.series.read import read_series
from wareloom.trends.series.score import score
rows = [f"fox,{2000 + month // 12}-{month % 12 + 1:02},{100 * 1.02**month:.0f}" for month in range(60)]
scored = score(read_series("\\n".join(["term,date,value", *rows]).encode()))[0]
print(scored.label, len(scored.forecast.mean))
"""


def test_what_is_left_of_numpy_scores_series(tmp_path: Path) -> None:
    """This machine's, stripped as Lambda's is."""
    found = Path(str(metadata.distribution("numpy").locate_file("")))
    for part in ("numpy", "numpy.libs"):
        shutil.copytree(found / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    library.strip(tmp_path, library.FORECAST)
    command = [sys.executable, "-c", _SCORES_A_SERIES, str(tmp_path)]
    environment = {"PYTHONPATH": str(code.ROOT / "shared"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "rising 12\n"), done.stderr


_READS_A_MOOD = """
import sys
from pathlib import Path
# Nor are they in Lambda.
for absent in ("flatbuffers", "google.protobuf", "huggingface_hub", "packaging"):
    sys.modules[absent] = None
sys.path.insert(0, sys.argv[1])
import onnxruntime
assert onnxruntime.__file__.startswith(sys.argv[1]), onnxruntime.__file__
from wareloom.kit.mood.classifier import classifier
from wareloom.kit.mood.read import read_moods
print(read_moods(["I love this shirt"], classifier(Path(sys.argv[1]) / "mood"))[0].sentiment)
"""


def test_what_is_left_of_onnxruntime_reads_moods(tmp_path: Path) -> None:
    """This machine's, stripped as Lambda's is, upon numpy stripped too."""
    found = Path(str(metadata.distribution("onnxruntime").locate_file("")))
    for part in ("numpy", "numpy.libs", "onnxruntime", "tokenizers"):
        shutil.copytree(found / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (library.FORECAST, library.INFERENCE):
        library.strip(tmp_path, name)
    shutil.copytree(library.CARRIES[library.INFERENCE], tmp_path / "mood")
    command = [sys.executable, "-c", _READS_A_MOOD, str(tmp_path)]
    environment = {"PYTHONPATH": str(code.ROOT / "shared"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "positive\n"), done.stderr


def test_what_reads_moods_fits_with_what_it_lies_upon() -> None:
    layers = {name: library.build(name) for name in (*library.LIES_UPON[library.INFERENCE], library.INFERENCE)}
    assert sum(map(library.unzipped_mb, layers.values())) < library.LARGEST_MB - 20, "the code, and a function"
    assert (layers[library.INFERENCE] / "mood" / "model.onnx").is_file()
    assert "numpy" in _held(library.FORECAST) - _held(library.INFERENCE)


@pytest.mark.parametrize("function", list(SHAPES))
def test_what_a_function_is_given_fits_and_is_whole(function: str, tmp_path: Path) -> None:
    layers = [library.build(name) for name in _under(function)]
    own = [code.wareloom(tmp_path / "code", library.PYTHON), code.function(function, tmp_path / "own", library.PYTHON)]
    assert sum(map(library.unzipped_mb, [*layers, *own])) < library.LARGEST_MB
    found = list(metadata.distributions(path=[str(layer / "python") for layer in layers]))
    alone = {name for names in library.ALONE.values() for name in names}
    wanted = {Requirement(line) for one in found if one.name not in alone for line in one.requires or ()}
    missing = {
        need.name
        for need in wanted
        if (need.marker is None or need.marker.evaluate(ON_LAMBDA))
        and _spelled(need.name) not in {_spelled(one.name) for one in found}
    }
    assert not missing


def _spelled(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_only_who_needs_it_carries_what_draws_thinks_or_fetches() -> None:
    carry = {name: set(shape.layers) for name, shape in SHAPES.items() if shape.layers}
    assert carry == {
        "scrape_market": {library.COLLECT},
        "export_offers": {library.PARQUET},
        "analyse_trends": {library.FORECAST},
        "scrape_social": {library.COLLECT},
        "score_sentiment": {library.FORECAST, library.INFERENCE},
        "transcribe_recording": {library.FORECAST, library.INFERENCE},
        "match_offers": {library.COLLECT, library.IMAGING},
        "ideate_designs": {library.AI},
        "generate_designs": {library.AI, library.IMAGING},
    }
