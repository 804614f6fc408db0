"""The repository as its tests see it: its files, its modules, and who imports whom."""

import ast
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "shared" / "wareloom"
NOT_ROOMS = {"kit", "simulation", "edge", "cli", "migrations"}
"""What rooms use, what calls them, and what stands above them."""


@lru_cache
def files() -> tuple[str, ...]:
    """What is or may be committed: tracked, or new and not ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return tuple(sorted({name for name in listed.split("\0") if name and (ROOT / name).is_file()}))


def sources(*endings: str) -> Iterator[tuple[str, str]]:
    """Name and text of every file that ends so."""
    for name in files():
        if name.endswith(endings):
            yield name, (ROOT / name).read_text()


def rooms() -> set[str]:
    return {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - NOT_ROOMS


def functions() -> set[str]:
    return {path.name for path in (ROOT / "functions").iterdir() if path.is_dir() and any(path.glob("*.py"))}


@lru_cache
def modules() -> dict[str, Path]:
    """Every module of ours, by the name that it is imported under."""
    found: dict[str, Path] = {}
    for name in files():
        path = Path(name)
        if path.suffix == ".py" and path.parts[0] in {"shared", "functions"}:
            inside = path.relative_to("shared") if path.parts[0] == "shared" else path
            parts = inside.parent.parts if path.name == "__init__.py" else inside.with_suffix("").parts
            found[".".join(parts)] = ROOT / path
    return found


@lru_cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def room_of(module: str) -> str | None:
    """`market` for `wareloom.market.collect`."""
    parts = module.split(".")
    return parts[1] if parts[0] == "wareloom" and len(parts) > 1 and parts[1] not in NOT_ROOMS else None


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Each import that can run, wherever it stands: the module, and the name taken from it or nothing."""
    for node in _that_run(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            match node.args:
                case [ast.Constant(value=str(name)), *_]:
                    yield name, ""
                case _:
                    pass


def _that_run(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            yield from _that_run(child)


def reached(start: str) -> tuple[set[str], set[str]]:
    """Our modules that `start` leads to, and the libraries that they import, each as it is written."""
    ours, libraries, waiting = set[str](), set[str](), [start]
    while waiting:
        module = waiting.pop()
        if module in ours:
            continue
        ours.add(module)
        for name, taken in imports(modules()[module]):
            mine = [found for found in (name, f"{name}.{taken}") if found in modules()]
            waiting += mine
            if not mine:
                libraries.add(name)
    return ours, libraries
