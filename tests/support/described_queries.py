"""What a vendor's published file says of a GET: OpenAPI 3 and Swagger 2 describe the same under other names."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from jsonschema import Draft202012Validator

Json = dict[str, Any]
_READ = {"integer": int, "number": float}


class Described:
    def __init__(self, document: Json) -> None:
        self._document = document
        defined = document.get("components", {}).get("schemas") or document.get("definitions", {})
        self._defined: Json = _nullable(defined)

    def check_question(self, target: str) -> str:
        """The operation's name. Every parameter is known and fits, and none that is needed is missing."""
        operation, in_path = self._operation(target)
        sent: Mapping[str, str] = {**dict(parse_qsl(urlsplit(target).query)), **in_path}
        known = {one["name"]: one for one in operation.get("parameters", []) if one["in"] in {"query", "path"}}
        assert set(sent) <= set(known), f"{operation['operationId']} knows no {set(sent) - set(known)}"
        for name, parameter in known.items():
            assert name in sent or not parameter.get("required"), f"{name} is missing"
            if name in sent:
                schema = parameter.get("schema", parameter)
                self._check(_plain(schema), _value(schema, sent[name]))
        return operation["operationId"]

    def check_answer(self, target: str, status: int, told: Any) -> None:
        described = self._operation(target)[0]["responses"][str(status)]
        schema = described.get("schema") or described["content"]["application/json"]["schema"]
        self._check(schema, told)

    def _operation(self, target: str) -> tuple[Json, dict[str, str]]:
        path, ways = urlsplit(target).path, sorted(self._document["paths"], key=lambda one: one.count("{"))
        for template in ways:
            values = re.fullmatch(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template)), path)
            if values and "get" in self._document["paths"][template]:
                return self._document["paths"][template]["get"], values.groupdict()
        raise AssertionError(f"the contract has no GET {path}")

    def _check(self, schema: Json, value: Any) -> None:
        whole = {**_nullable(schema), "definitions": self._defined, "components": {"schemas": self._defined}}
        Draft202012Validator(whole).validate(value)  # pyright: ignore[reportUnknownMemberType] - its stubs leave the schema's type open


def _plain(schema: Json) -> Json:
    """Of a parameter only what binds its value: Swagger 2 writes both into one object."""
    binding = ("type", "enum", "minimum", "maximum", "minItems", "maxItems", "items", "pattern")
    return {name: schema[name] for name in binding if name in schema}


def _value(schema: Json, written: str) -> Any:
    if schema["type"] == "array":
        return [_value(schema["items"], one) for one in written.split(",")]
    return _READ.get(schema["type"], str)(written)


def _nullable(schema: Any) -> Any:
    """OpenAPI 3.0's word for what JSON Schema says with a type of its own."""
    if isinstance(schema, list):
        return [_nullable(one) for one in schema]  # pyright: ignore[reportUnknownVariableType] - JSON has no types
    if not isinstance(schema, dict):
        return schema
    told: Json = {str(name): _nullable(part) for name, part in schema.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - as above
    if told.get("nullable") is True and isinstance(told.get("type"), str):
        told["type"] = [told["type"], "null"]
    return told
