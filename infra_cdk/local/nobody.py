"""PostgreSQL refuses to run as root, so in a root's hands its programs run as nobody."""

import os
import pwd
import shutil
import stat
from collections.abc import Sequence
from pathlib import Path

from wareloom.kit.errors import Rejected

_ENTER = "+dac_override,+dac_read_search"


def give_away(path: Path) -> None:
    """Who runs PostgreSQL must own its folder."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(path, nobody.pw_uid, nobody.pw_gid)


def as_nobody(command: Sequence[str], *, needs: Sequence[Path]) -> list[str]:
    """The command as it must be started. A root's home is closed to nobody, and stays closed: instead of opening it to
    everyone, these programs alone keep the right to pass."""
    if os.geteuid() != 0:
        return list(command)
    setpriv = shutil.which("setpriv", path=f"{os.environ.get('PATH', '')}:/usr/bin:/bin")
    if setpriv is None:
        raise Rejected(
            "PostgreSQL refuses to run as root, and `setpriv` (package util-linux) is not here to step down."
        )
    nobody = pwd.getpwnam("nobody")
    caps = [] if all(_open_to_all(path) for path in needs) else [f"--inh-caps={_ENTER}", f"--ambient-caps={_ENTER}"]
    down = [setpriv, f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups", *caps, "--"]
    return [*down, *command]


def _open_to_all(path: Path) -> bool:
    return all(above.stat().st_mode & stat.S_IXOTH for above in path.parents)
