"""One practice shop's corner of the bucket.

`owner.json` binds the shop to the first token that opened it, `parts/<key>.json` is what stands in the shop, `told/` is
the diary of every call that reached it, `faults.json` holds its moods and `played/` those that it has been through.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from wareloom.kit import ids, objects
from wareloom.kit.errors import NotFound
from wareloom.kit.settings import StorageSettings

Mischief = Literal["unavailable", "lose_answer", "reject", "blocked", "slow"]
Act = Literal["do", "undo"]


@dataclass(frozen=True)
class Fault:
    """Played once, at the next call of that part."""

    part: str
    fault: Mischief
    act: Act = "do"


_TYPE = "application/json"
_OBJECT = TypeAdapter(dict[str, Any])
_FAULTS = TypeAdapter(list[Fault])


class Shelf:
    """An object is written whole or not at all, and at once seen by everybody."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._bucket = StorageSettings.from_env().raw_bucket
        self._root = f"sandbox/{name}/"

    def read(self, name: str) -> dict[str, Any] | None:
        try:
            return _OBJECT.validate_json(objects.get(self._bucket, self._root + name))
        except NotFound:
            return None

    def write(self, name: str, content: Mapping[str, Any]) -> None:
        objects.put(self._bucket, self._root + name, json.dumps(content).encode(), content_type=_TYPE)

    def write_new(self, name: str, content: Mapping[str, Any]) -> bool:
        return objects.put_new(self._bucket, self._root + name, json.dumps(content).encode(), content_type=_TYPE)

    def remove(self, name: str) -> None:
        objects.delete(self._bucket, self._root + name)

    def note(self, act: Act, key: str) -> None:
        self.write(f"told/{ids.new_id().hex}.json", {"act": act, "key": key})

    def all(self, folder: str) -> list[dict[str, Any]]:
        names = (key.removeprefix(self._root) for key in objects.names(self._bucket, self._root + folder))
        return [content for name in names if (content := self.read(name)) is not None]

    def next_fault(self, part: str, act: Act) -> Mischief | None:
        """The first one meant for this call that nobody was given yet: of many callers, one gets it."""
        moods = self.read("faults.json") or {"id": "", "faults": []}
        for number, fault in enumerate(_FAULTS.validate_python(moods["faults"])):
            meant = (fault.part, fault.act) == (part, act)
            if meant and self.write_new(f"played/{moods['id']}-{number}.json", {"part": part}):
                return fault.fault
        return None


def misbehave(shop: str, faults: Iterable[Fault]) -> None:
    """From now on; what was still to be played is forgotten."""
    Shelf(shop).write("faults.json", {"id": ids.new_id().hex, "faults": [asdict(fault) for fault in faults]})
