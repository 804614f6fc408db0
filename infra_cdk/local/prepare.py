"""Installs what a checkout needs: `python3 -I infra_cdk/local/prepare.py [python] [node]`. Only what changed.

It runs before anything is installed, on whatever python3 there is, so it knows nothing but the standard library, and
its grammar is old enough for a Python that it must refuse.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
FRONTEND = ROOT / "frontend"
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 20


class Missing(Exception):
    """Something the person has to install, in a sentence."""


def main(wanted: list[str]) -> int:
    began = time.monotonic()
    try:
        node = _begin_node() if "node" in wanted else None
        try:
            if "python" in wanted:
                _python()
        finally:
            if node:
                node.wait()
        if node:
            _end_node(node.returncode)
    except Missing as missing:
        sys.stderr.write(str(missing) + "\n")
        return 1
    except KeyboardInterrupt:
        return 130
    took = time.monotonic() - began
    if took > 1:
        _say(f"Installed what was missing ({took:.0f} s).")
    return 0


def _python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        running = ".".join(map(str, sys.version_info[:2]))
        raise Missing(
            f"Python 3.11 or newer is needed, and `python3` is {running}. "
            "Name a newer one: `make up PYTHON=python3.12`."
        )
    _make_venv()
    pins = ROOT / "requirements" / "dev.txt"
    key = _digest(pins, ROOT / "pyproject.toml", more=sys.version)
    if _read(VENV / ".installed") == key:
        return
    _say("Installing Python packages into .venv …")
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install"]
    # pip shows its own bar to a person; a log needs none. Bytecode is compiled here, and cold starts are spared that.
    quiet = [] if sys.stdout.isatty() else ["--quiet", "--quiet", "--progress-bar=off"]
    _run([*pip, *quiet, "--compile", "--require-hashes", "-r", str(pins)], "The Python packages could not be installed")
    itself = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    _run([*pip, "--quiet", *itself], "The project itself could not be installed")
    (VENV / ".installed").write_text(key)


def _make_venv() -> None:
    if (VENV / "bin" / "pip").exists() and _runs([str(VENV / "bin" / "python"), "-c", ""]):
        return
    if not _runs([sys.executable, "-c", "import ensurepip, venv"]):
        _install_venv()
    shutil.rmtree(str(VENV), ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(VENV)], "The virtual environment .venv could not be made")


def _install_venv() -> None:
    """Debian keeps this part of Python in a package of its own."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not install_with_apt(package):
        raise Missing("Python cannot make virtual environments here: install it with `apt install " + package + "`.")


def _begin_node() -> subprocess.Popen[bytes] | None:
    """Beside the Python packages: one waits for the network while the other unpacks."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise Missing(f"Node.js {OLDEST_NODE} or newer with npm is needed: see https://nodejs.org.")
    version = subprocess.check_output([node, "--version"]).decode().strip()
    if int(version.lstrip("v").split(".")[0]) < OLDEST_NODE:
        raise Missing(f"Node.js {OLDEST_NODE} or newer is needed, and `node` is {version}: see https://nodejs.org.")
    if _read(FRONTEND / "node_modules" / ".installed") == _node_key():
        return None
    _say("Installing the browser app's packages …")
    return subprocess.Popen(
        [npm, "ci", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"], cwd=str(FRONTEND)
    )


def _end_node(status: int) -> None:
    if status:
        raise Missing("The browser app's packages could not be installed: what npm says is above.")
    (FRONTEND / "node_modules" / ".installed").write_text(_node_key())


def _node_key() -> str:
    return _digest(FRONTEND / "package-lock.json", FRONTEND / "package.json")


def install_with_apt(package: str) -> bool:
    """Whether it could be: with apt at hand, as root or as somebody whom sudo asks nothing."""
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not (shutil.which("sudo") and _runs([*sudo, "true"])):
        return False
    _say("Installing Debian's package " + package + " …")
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o=Dpkg::Use-Pty=0"]
    _runs([*apt, "update"])
    return _runs([*apt, "install", "--yes", "--no-install-recommends", package])


def _runs(command: list[str]) -> bool:
    return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def _run(command: list[str], trouble: str) -> None:
    if subprocess.call(command, cwd=str(ROOT)) != 0:
        raise Missing(trouble + ": the reason is above.")


def _digest(*files: Path, more: str = "") -> str:
    told = hashlib.sha256(more.encode())
    for file in files:
        told.update(file.read_bytes())
    return told.hexdigest()


def _read(file: Path) -> str:
    return file.read_text() if file.is_file() else ""


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
