"""The schema of an answer, in the form that providers hold a model to."""

from typing import Annotated, Any, Literal, cast

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, Field

from tests.support.json_instances import Instances
from tests.support.questions import Ideas
from wareloom.kit.ai import schema


class Circle(BaseModel):
    kind: Literal["circle"] = "circle"
    radius: Annotated[int, Field(gt=0, le=50)] = 3


class Square(BaseModel):
    kind: Literal["square"] = "square"
    side: float = 1.5


class Drawing(BaseModel):
    """A word of explanation stays: the model reads it."""

    title: Annotated[str, Field(description="What it is called")] = "untitled"
    default: bool = False
    leading: Annotated[Circle, Field(description="The first one")] = Circle()
    shapes: list[Annotated[Circle | Square, Field(discriminator="kind")]]
    tint: Literal["red", "green"] | None = None


SHAPES = pytest.mark.parametrize("shape", [Ideas, Drawing, Circle])


def every_object(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for value in cast("list[Any]", node) for found in every_object(value)]
    if not isinstance(node, dict):
        return []
    own = cast("dict[str, Any]", node)
    return [own] * (own.get("type") == "object") + every_object(list(own.values()))


@SHAPES
def test_every_property_is_required_and_no_other_is_allowed(shape: type[BaseModel]) -> None:
    objects = every_object(schema.strict(shape))
    assert objects
    for found in objects:
        assert found["additionalProperties"] is False
        assert sorted(found["required"]) == sorted(found["properties"])


@SHAPES
def test_it_is_a_schema_whose_instances_are_answers(shape: type[BaseModel]) -> None:
    strict = schema.strict(shape)
    Draft202012Validator.check_schema(strict)
    validator: Any = Draft202012Validator(strict)
    for seed in range(20):
        instance = Instances(strict, str(seed)).whole()
        assert validator.is_valid(instance)
        shape.model_validate(instance)


def test_what_strict_servers_refuse_is_gone_and_what_was_said_stays() -> None:
    strict = schema.strict(Drawing)
    assert {"title", "default"} <= strict["properties"].keys()
    assert "default" not in strict["properties"]["shapes"]
    assert "oneOf" not in str(strict)
    assert "discriminator" not in str(strict)
    assert strict["properties"]["leading"]["description"] == "The first one"
    assert "$ref" not in strict["properties"]["leading"]
    assert strict["properties"]["title"] == {"type": "string", "description": "What it is called"}


def test_a_shape_that_changes_has_another_fingerprint() -> None:
    assert schema.fingerprint(Circle) == schema.fingerprint(Circle)
    assert schema.fingerprint(Circle) != schema.fingerprint(Square)
