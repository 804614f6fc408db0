"""Where a model lies: a directory of this machine, or one in S3, which is brought here once and checked."""

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from wareloom.kit import saved
from wareloom.kit.errors import NotFound, Rejected
from wareloom.kit.saved import Listed

_IN_S3 = "s3://"
_brought: dict[str, Path] = {}


def is_in_s3(address: str) -> bool:
    return address.startswith(_IN_S3)


def model_folder(address: str) -> Path:
    """Asked once for each process. What another process brought before is taken as it is, if it is whole and the same;
    another version of a model is another folder."""
    if not is_in_s3(address):
        return Path(address)
    if address not in _brought or not _brought[address].is_dir():
        _brought[address] = _bring(address)
    return _brought[address]


def forget_models() -> None:
    """Tests move between engines; a function never calls this."""
    _brought.clear()


def _bring(address: str) -> Path:
    bucket, _, prefix = address.removeprefix(_IN_S3).rstrip("/").partition("/")
    if not bucket or not prefix:
        raise Rejected(f"{address} names no folder in S3: write it as s3://bucket/folder.")
    files = [one for one in saved.listed(bucket, f"{prefix}/") if _is_file(one, prefix)]
    if not files:
        raise NotFound(f"No file lies at {address}. A model is uploaded there file by file, as its directory holds it.")
    kept = Path(tempfile.gettempdir()) / "wareloom-models"
    folder = kept / _version(address, files)
    if not _is_whole(folder, files):
        kept.mkdir(parents=True, exist_ok=True)
        _enough_room(kept, address, files)
        _bring_into(folder, bucket, files)
    return folder


def _is_file(one: Listed, prefix: str) -> bool:
    """Folders inside are none of the model's: it is one directory of files."""
    return "/" not in one.key.removeprefix(f"{prefix}/") and not one.key.endswith("/")


def _version(address: str, files: Sequence[Listed]) -> str:
    told = "\n".join((address, *(f"{one.key} {one.size} {one.tag}" for one in files)))
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _is_whole(folder: Path, files: Sequence[Listed]) -> bool:
    here = {one.name: one.stat().st_size for one in folder.iterdir()} if folder.is_dir() else {}
    return here == {Path(one.key).name: one.size for one in files}


def _enough_room(kept: Path, address: str, files: Sequence[Listed]) -> None:
    needed, free = sum(one.size for one in files), shutil.disk_usage(kept).free
    if needed > free:
        raise Rejected(
            f"The model at {address} has {needed / 1e6:,.0f} MB, and {free / 1e6:,.0f} MB are free in {kept.parent}: "
            f"give the function more ephemeral storage."
        )


def _bring_into(folder: Path, bucket: str, files: Sequence[Listed]) -> None:
    """Beside its place, and moved there in whole: a worker that dies on the way leaves no half of a model."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as beside:
        made = Path(beside) / "model"
        made.mkdir()
        for one in files:
            saved.save(bucket, one, made / Path(one.key).name)
        shutil.rmtree(folder, ignore_errors=True)
        try:
            made.rename(folder)
        except OSError:
            if not _is_whole(folder, files):  # otherwise another worker was first, and it is the same
                raise
