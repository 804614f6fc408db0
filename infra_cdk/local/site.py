"""The browser app: built when its sources changed, and put into the site's bucket."""

import mimetypes
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from infra_cdk.local.clients import Aws, clean_environment
from infra_cdk.local.state import ROOT, SHARED
from infra_cdk.local.synth import fingerprint
from wareloom.kit.errors import Rejected

_FRONTEND = ROOT / "frontend"
_KEPT_S = 24 * 3600
"""Whoever reads an older build has long done so."""
_SOURCES = ("src/**/*", "public/**/*", "index.html", "package-lock.json", "*.config.*", "tsconfig*.json")


def build(kept_in: Path = SHARED / "site") -> tuple[Path, str]:
    """The built app, and the key of the sources it was built from. Built beside its place and moved in whole, for
    somebody else may build it, or read it, just now."""
    key = fingerprint(_FRONTEND, _SOURCES)
    built = kept_in / key
    if not built.is_dir():
        kept_in.mkdir(parents=True, exist_ok=True)
        _forget_old(kept_in)
        with tempfile.TemporaryDirectory(dir=kept_in) as beside:
            made = Path(beside) / "dist"
            _vite(made)
            try:
                made.rename(built)
            except OSError:
                if not built.is_dir():  # otherwise another build was first, and it is the same
                    raise
    return built, key


def _forget_old(kept_in: Path) -> None:
    for folder in kept_in.iterdir():
        if time.time() - folder.stat().st_mtime > _KEPT_S:
            shutil.rmtree(folder, ignore_errors=True)


def upload(dist: Path, bucket: str, aws: Aws) -> int:
    """How many files lie in the bucket now. Those with a hash in their name never change, the others always may."""
    s3 = aws.client("s3")
    files = [file for file in sorted(dist.rglob("*")) if file.is_file() and not file.name.startswith(".")]
    for file in files:
        key = file.relative_to(dist).as_posix()
        kept = "public, max-age=31536000, immutable" if key.startswith("assets/") else "no-cache"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        s3.put_object(Bucket=bucket, Key=key, Body=file.read_bytes(), ContentType=kind, CacheControl=kept)
    return len(files)


def _vite(into: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise Rejected("npm is missing: install Node.js 20 or newer.")
    if not (_FRONTEND / "node_modules").is_dir():
        raise Rejected("The browser app's packages are not installed: `make up` does that, or `npm ci` in frontend/.")
    done = subprocess.run(
        [npm, "run", "build", "--", "--outDir", str(into)],
        check=False,
        capture_output=True,
        text=True,
        cwd=_FRONTEND,
        env=clean_environment({"NO_COLOR": "1"}),
    )
    if done.returncode:
        words = "\n".join((done.stdout + done.stderr).strip().splitlines()[-20:])
        raise Rejected(f"The browser app could not be built:\n{words}")
