"""The browser app: built when its sources changed, and put into the site's bucket."""

import mimetypes
import shutil
import subprocess
from pathlib import Path

from infra_cdk.local.clients import Aws, clean_environment
from infra_cdk.local.state import ROOT
from infra_cdk.local.synth import fingerprint
from wareloom.kit.errors import Rejected

_FRONTEND = ROOT / "frontend"
_DIST = _FRONTEND / "dist"
_STAMP = _DIST / ".built-from"
_SOURCES = ("src/**/*", "public/**/*", "index.html", "package-lock.json", "*.config.*", "tsconfig*.json")


def build() -> tuple[Path, str]:
    """The built app, and the key of the sources it was built from."""
    key = fingerprint(_FRONTEND, _SOURCES)
    if not _STAMP.is_file() or _STAMP.read_text(encoding="utf-8") != key:
        _vite()
        _STAMP.write_text(key, encoding="utf-8")
    return _DIST, key


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


def _vite() -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise Rejected("npm is missing: install Node.js 20 or newer.")
    if not (_FRONTEND / "node_modules").is_dir():
        raise Rejected("The browser app's packages are not installed: `make up` does that, or `npm ci` in frontend/.")
    done = subprocess.run(
        [npm, "run", "build"],
        check=False,
        capture_output=True,
        text=True,
        cwd=_FRONTEND,
        env=clean_environment({"NO_COLOR": "1"}),
    )
    if done.returncode:
        words = "\n".join((done.stdout + done.stderr).strip().splitlines()[-20:])
        raise Rejected(f"The browser app could not be built:\n{words}")
