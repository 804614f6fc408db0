"""A simple valid instance of a JSON schema, the same for the same seed and different for another."""

import hashlib
import re
from random import Random
from typing import Any, cast

Schema = dict[str, Any]

_WORDS = re.findall(
    r"\w+",
    """amber anchor autumn badger barrel breeze bright candle cedar cinder clover coral copper dawn drift ember falcon
    fern forest garden glow harbor hazel heron hollow island ivory juniper kettle lantern lemon maple meadow midnight
    moss north oak ocean olive orbit otter paper pebble pine quiet raven ridge river saffron sail salt silver sparrow
    spruce storm summer thistle thunder tide timber valley velvet violet walnut wander willow winter wren""",
)
_FORMATS = {
    "date": "2026-11-01",
    "date-time": "2026-11-01T12:00:00Z",
    "uri": "https://wareloom.example/",
    "email": "someone@wareloom.example",
    "uuid": "0198c0de-0000-7000-8000-000000000000",
}


class Instances:
    def __init__(self, schema: Schema, seed: str) -> None:
        self._root = schema
        self._chance = Random(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]))  # noqa: S311 - for tests

    def whole(self) -> Any:
        return self._of(self._root)

    def _of(self, schema: Schema) -> Any:
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._chance.choice(schema["enum"])
        if "$ref" in schema:
            return self._of(self._named(schema["$ref"]))
        if choices := cast("list[Schema]", schema.get("anyOf") or schema.get("oneOf")):
            return self._of(choices[0])
        return self._of_type(schema)

    def _of_type(self, schema: Schema) -> Any:
        kinds: Any = schema.get("type", "object")
        kind: str = kinds if isinstance(kinds, str) else kinds[0]
        match kind:
            case "object":
                properties = cast("dict[str, Schema]", schema.get("properties", {}))
                return {name: self._of(property_) for name, property_ in properties.items()}
            case "array":
                return self._array(schema)
            case "string":
                return self._string(schema)
            case "integer":
                return self._integer(schema)
            case "number":
                return self._integer(schema) + (0.5 if self._room_above(schema) else 0)
            case "boolean":
                return self._chance.random() < 0.5
            case _:
                return None

    def _array(self, schema: Schema) -> list[Any]:
        most = schema.get("maxItems", 1000)
        length = max(schema.get("minItems", 0), min(3, most))
        return [self._of(schema.get("items", {"type": "string"})) for _ in range(length)]

    def _string(self, schema: Schema) -> str:
        shortest, longest = schema.get("minLength", 0), schema.get("maxLength", 10_000)
        if fixed := _FORMATS.get(schema.get("format", "")):
            return fixed
        words = " ".join(self._chance.sample(_WORDS, 3))
        while len(words) < shortest:
            words += " " + self._chance.choice(_WORDS)
        words = words[:longest].strip().ljust(shortest, "x")
        pattern = schema.get("pattern")
        if pattern is None:
            return words
        hexadecimal = f"{self._chance.randrange(16**6):06x}"
        for guess in (words, f"#{hexadecimal}", f"#{hexadecimal}".upper(), words.replace(" ", "-"), words.split()[0]):
            if re.search(pattern, guess) and shortest <= len(guess) <= longest:
                return guess
        raise LookupError(f"no simple text fits {pattern}: put an answer on the server")

    def _integer(self, schema: Schema) -> int:
        lowest = schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
        highest = schema.get("maximum", schema.get("exclusiveMaximum", lowest + 101) - 1)
        step = schema.get("multipleOf", 1)
        low = -(-lowest // step)
        return int(self._chance.randint(int(low), max(int(low), int(highest // step))) * step)

    @staticmethod
    def _room_above(schema: Schema) -> bool:
        return not schema.keys() & {"maximum", "exclusiveMaximum", "multipleOf"}

    def _named(self, reference: str) -> Schema:
        found: Any = self._root
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
        return found
