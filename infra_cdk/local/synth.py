"""From the CDK app to templates, once for each state of the sources and the context: jsii needs seconds for it."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from infra_cdk.local.clients import clean_environment
from infra_cdk.local.state import ROOT, SHARED, Ports
from wareloom.kit.errors import Rejected

_KEPT_IN = SHARED / "cdk"
_KEPT = 8
_SOURCES = ("infra_cdk/*.py", "layers/*.py", "functions/**/*.py", "shared/wareloom/**/*", "cdk.json")
_PINS = ("requirements/dev.txt",)


def context(ports: Ports, first_day: date) -> dict[str, str]:
    return {
        "environment": "local",
        "engine_port": str(ports.engine),
        "database_port": str(ports.postgres),
        "sample_first_day": first_day.isoformat(),
    }


def synthesise(said: Mapping[str, str]) -> tuple[Path, str]:
    """The folder of templates and assets, and the key of everything that went into it."""
    key = fingerprint(ROOT, (*_SOURCES, *_PINS), json.dumps(dict(said), sort_keys=True), sys.version)
    out = _KEPT_IN / key
    if not (out / "manifest.json").is_file():
        _KEPT_IN.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_KEPT_IN) as beside:
            made = Path(beside) / "cdk.out"
            _run_the_app(said, made)
            shutil.rmtree(out, ignore_errors=True)
            made.rename(out)
    out.touch()
    _forget_old()
    return out, key


def fingerprint(root: Path, patterns: Iterable[str], *more: str) -> str:
    told = hashlib.sha256("\0".join(more).encode())
    for file in sorted({file for pattern in patterns for file in root.glob(pattern)}):
        if file.is_file() and "__pycache__" not in file.parts:
            told.update(f"\0{file.relative_to(root)}\0".encode() + file.read_bytes())
    return told.hexdigest()[:16]


def _run_the_app(said: Mapping[str, str], out: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "infra_cdk.app"],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=clean_environment(
            {
                "PYTHONPATH": f"{ROOT}:{ROOT / 'shared'}",
                "PYTHONWARNINGS": "ignore",
                "CDK_OUTDIR": str(out),
                # Twelve seconds of checks against AWS's own rules; `make test` and the pipeline keep them.
                "CDK_VALIDATION": "false",
                "CDK_CONTEXT_JSON": json.dumps(dict(said)),
            }
        ),
    )
    if done.returncode:
        words = "\n".join(done.stderr.strip().splitlines()[-15:])
        raise Rejected(f"The CDK app could not be synthesised:\n{words}")


def _forget_old() -> None:
    made = sorted((found for found in _KEPT_IN.iterdir() if found.is_dir()), key=os.path.getmtime)
    for old in made[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
