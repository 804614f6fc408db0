"""What `login` leaves behind: a key for each deployment, in a file that only its owner can read."""

import os
import tempfile
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from wareloom.cli.deployment import spelled
from wareloom.kit.errors import Rejected, Unauthenticated


class Credential(BaseModel):
    model_config = ConfigDict(frozen=True)

    key: str
    key_id: str | None = None
    """Known for a key that `login` made, which `logout` therefore revokes. A key that was brought is only forgotten."""
    email: str
    workspace: str


class Keyring(BaseModel):
    current: str | None = None
    deployments: dict[str, Credential] = {}


def path() -> Path:
    folder = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(folder) / "wareloom" / "credentials.json"


def load() -> Keyring:
    try:
        return Keyring.model_validate_json(path().read_bytes())
    except FileNotFoundError:
        return Keyring()
    except OSError as error:
        raise Rejected(f"{path()} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        raise Rejected(f"{path()} cannot be read. Delete it and log in again.") from error


def save(keyring: Keyring) -> None:
    """All or nothing, and never readable by others, not even for a moment."""
    file = path()
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".credentials")  # made with mode 0600
        with os.fdopen(handle, "w", encoding="utf-8") as written:
            written.write(keyring.model_dump_json(indent=2))
        Path(name).replace(file)
    except OSError as error:
        raise Rejected(f"{file} cannot be written: {error.strerror}.") from error


def remember(url: str, credential: Credential) -> None:
    keyring = load()
    keyring.deployments[url] = credential
    keyring.current = url
    save(keyring)


def forget(url: str) -> None:
    keyring = load()
    keyring.deployments.pop(url, None)
    if keyring.current == url:
        keyring.current = next(iter(keyring.deployments), None)
    save(keyring)


def chosen_url() -> str | None:
    """WARELOOM_URL, else the deployment of the last login."""
    written = os.environ.get("WARELOOM_URL")
    return spelled(written) if written else load().current


def chosen() -> tuple[str, str]:
    """The deployment to speak to, and the key for it: a key never goes to a deployment it was not made for."""
    url = chosen_url()
    if url is None:
        raise Unauthenticated("No deployment is chosen.")
    if given := os.environ.get("WARELOOM_KEY"):
        return url, given
    known = load().deployments.get(url)
    if known is None:
        raise Unauthenticated(f"You are not signed in to {url}.")
    return url, known.key
