"""The JSON schema of an answer, in the strict form that providers hold a model to."""

import json
from typing import Any, cast

from pydantic import BaseModel

_SAID_FOR_PEOPLE = {"title", "default"}
"""`default` is refused by strict servers, and means nothing where every property is required."""


def strict(shape: type[BaseModel]) -> dict[str, Any]:
    """Every property is required, and no other is allowed. What may be left out may still be null."""
    schema = shape.model_json_schema()
    return cast("dict[str, Any]", _strict(schema, schema.get("$defs", {})))


def fingerprint(shape: type[BaseModel]) -> str:
    return json.dumps(shape.model_json_schema(), sort_keys=True, separators=(",", ":"))


def _strict(node: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_strict(item, definitions) for item in cast("list[Any]", node)]
    if not isinstance(node, dict):
        return node
    schema = _without_siblings(cast("dict[str, Any]", node), definitions)
    kept = {name: value for name, value in schema.items() if name not in _SAID_FOR_PEOPLE}
    done = {
        name: _each(value, definitions) if name in {"properties", "$defs"} else _strict(value, definitions)
        for name, value in kept.items()
    }
    if "oneOf" in done:
        done["anyOf"] = done.pop("oneOf")
        done.pop("discriminator", None)
    if done.get("type") == "object":
        properties = done.setdefault("properties", {})
        done |= {"required": list(properties), "additionalProperties": False}
    return done


def _each(named: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    return {name: _strict(schema, definitions) for name, schema in named.items()}


def _without_siblings(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference may have nothing beside it: what it names is written out where there is."""
    reference = schema.get("$ref")
    if not isinstance(reference, str) or len(schema) == 1:
        return schema
    beside = {name: value for name, value in schema.items() if name != "$ref"}
    return {**definitions[reference.rpartition("/")[2]], **beside}
