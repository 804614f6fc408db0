"""A vendor's published OpenAPI file, to hold what we send and what a stand-in answers against."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from jsonschema import Draft202012Validator

Schema = dict[str, Any]
_EMPTY: Schema = {"string": "", "integer": 0, "number": 0, "boolean": False, "object": {}, "array": []}


@dataclass(frozen=True)
class Operation:
    name: str
    parameters: list[Schema]
    body: Schema | None
    answers: Mapping[str, Any]
    path_values: Mapping[str, str]


class Contract:
    def __init__(self, file: Path) -> None:
        self._document: Schema = json.loads(file.read_text())
        self._strict: Schema = _closed(self._document["components"])

    def operation(self, method: str, target: str) -> Operation:
        path = urlsplit(target).path
        for template, methods in self._document["paths"].items():
            values = re.fullmatch(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template)), path)
            if values and method.lower() in methods:
                found: Schema = methods[method.lower()]
                body = self._resolved(found["requestBody"]) if "requestBody" in found else None
                parameters = [self._resolved(one) for one in found.get("parameters", [])]
                schema = body["content"]["application/json"]["schema"] if body else None
                return Operation(found["operationId"], parameters, schema, found["responses"], values.groupdict())
        raise AssertionError(f"the contract has no {method} {path}")

    def check_request(self, method: str, target: str, headers: Mapping[str, str], body: Any) -> str:
        """The operation's name. Nothing unknown may be sent, and nothing that only the vendor writes."""
        operation = self.operation(method, target)
        query = dict(parse_qsl(urlsplit(target).query))
        for parameter in operation.parameters:
            self._check_parameter(parameter, operation.path_values, query, headers)
        known = {one["name"] for one in operation.parameters if one["in"] == "query"}
        assert set(query) <= known, f"{operation.name} knows no {set(query) - known}"
        assert (operation.body is None) == (body is None), f"{operation.name}: a body where none belongs, or none"
        if operation.body is not None:
            self._check(_closed(operation.body), body, self._strict)
        return operation.name

    def check_answer(self, method: str, target: str, status: int, body: Any) -> None:
        described = self.operation(method, target).answers.get(str(status))
        if described is not None:
            schema = self._resolved(described)["content"]["application/json"]["schema"]
            self._check(schema, body, self._document["components"])

    def example(self, answer: str) -> Any:
        """The answer that the schema's own examples make up."""
        described = self._document["components"]["responses"][answer]
        return self._example(described["content"]["application/json"]["schema"])

    def _check_parameter(
        self, parameter: Schema, path: Mapping[str, str], query: Mapping[str, str], headers: Mapping[str, str]
    ) -> None:
        name = parameter["name"]
        sent = {"path": path, "query": query, "header": headers}[parameter["in"]].get(name)
        assert sent is not None or not parameter.get("required"), f"{name} is missing"
        if sent is not None:
            numbers = ["integer"] if sent.isdigit() else []
            accepted = [one.get("type") for one in parameter["schema"].get("oneOf", [parameter["schema"]])]
            assert {"string", *numbers} & set(accepted), f"{name}={sent} is none of {accepted}"

    def _check(self, schema: Schema, instance: Any, components: Schema) -> None:
        Draft202012Validator({**schema, "components": components}).validate(instance)  # pyright: ignore[reportUnknownMemberType] - its stubs leave the schema's type open

    def _resolved(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            found: Any = self._document
            for name in schema["$ref"].removeprefix("#/").split("/"):
                found = found[name]
            schema = found
        return schema

    def _example(self, written: Schema) -> Any:
        schema = self._resolved(written)
        if "allOf" in schema:
            parts: list[Schema] = [self._example(part) or {} for part in schema["allOf"]]
            return {name: value for part in parts for name, value in part.items()}
        if "properties" in schema:
            return {name: self._example(part) for name, part in schema["properties"].items()}
        if "example" in schema:
            return schema["example"]
        if "items" in schema:
            return [self._example(schema["items"])]
        return _EMPTY.get(schema.get("type", ""))


def _closed(schema: Any) -> Any:
    """Only what is described, and nothing that is read-only."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]  # pyright: ignore[reportUnknownVariableType] - JSON has no types
    if not isinstance(schema, dict):
        return schema
    described: Schema = dict(schema)  # pyright: ignore[reportUnknownArgumentType] - JSON has no types
    closed = {name: _closed(part) for name, part in described.items()}
    if "properties" in described and "type" in described:
        written = {name: part for name, part in closed["properties"].items() if not _is_read_only(part)}
        closed = {**closed, "properties": written, "additionalProperties": False}
    return closed


def _is_read_only(schema: Schema) -> bool:
    return bool(schema.get("readOnly")) or any(part.get("readOnly") for part in schema.get("allOf", []))
