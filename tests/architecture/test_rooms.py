"""Rooms keep to themselves: their tables, their events, their word for things."""

import ast
import re
from collections.abc import Iterator

import pytest

import wareloom.migrations.tables
from tests.architecture.tree import ROOT, files, imports, modules, parsed, room_of, rooms
from wareloom.kit.database import Base
from wareloom.kit.events import Event
from wareloom.live.connect import TOPICS

HANDLES = {mapper.class_.__name__: mapper.class_ for mapper in Base.registry.mappers}
WRITES = re.compile(r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE|COPY)\s+([a-z]+_[a-z_]+)", re.IGNORECASE)


def test_a_rooms_tables_carry_its_name() -> None:
    strays = {
        model.__tablename__
        for model in HANDLES.values()
        if not model.__tablename__.startswith(f"{room_of(model.__module__)}_")
        or not re.fullmatch(r"wareloom\.\w+(\.\w+)?\.models", model.__module__)
    }
    assert HANDLES
    assert not strays


def test_every_room_with_models_is_migrated() -> None:
    """The room's own tables, and those of its nouns that have a folder."""
    with_models = {name for name in modules() if name.endswith(".models")}
    assert {module.__name__ for module in wareloom.migrations.tables.ROOMS} == with_models


def test_only_a_room_writes_its_tables() -> None:
    written = {
        f"{module} writes {model}"
        for module, path in modules().items()
        if not module.startswith("wareloom.migrations.")
        for model, room in _writes(module, parsed(path))
        if room != room_of(module)
    }
    assert not written


def _writes(module: str, tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    """Rows made, inserts, updates and deletes, as SQLAlchemy says them and as SQL says them."""
    models = {
        taken: room_of(name)
        for name, taken in imports(modules()[module])
        if name.endswith(".models") and taken in HANDLES
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).split(".")[-1]
            named = [called] if called in models else []
            if called in {"insert", "update", "delete"}:
                named += [ast.unparse(argument) for argument in node.args]
            yield from ((model, models[model]) for model in named if model in models)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            for table in WRITES.findall(node.value):
                if (room := table.split("_")[0]) in rooms():
                    yield table, room


def test_the_scan_sees_each_way_of_writing() -> None:
    ways = ["User(id=1)", "update(User)", "postgresql.insert(User)", "text('DELETE FROM accounts_users WHERE true')"]
    for way in ways:
        assert list(_writes("wareloom.accounts.register", ast.parse(way))), way
    assert not list(_writes("wareloom.accounts.register", ast.parse("select(User.id)")))


def _event_classes() -> list[type[Event]]:
    for module in modules():
        if module.endswith(".events") and room_of(module):
            __import__(module)
    found, waiting = list[type[Event]](), [Event]
    while waiting:
        children = waiting.pop().__subclasses__()
        waiting += children
        found += [child for child in children if child.__module__.startswith("wareloom.")]
    return found


def test_an_event_lives_in_its_rooms_events() -> None:
    assert _event_classes()
    for event in _event_classes():
        assert re.fullmatch(rf"wareloom\.{event.room}(\.\w+)?\.events", event.__module__), event.__name__


def test_every_event_is_announced_by_its_own_room_alone() -> None:
    announced = {
        (ast.unparse(node.args[0].func), room_of(module))
        for module, path in modules().items()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith(".announce")
        and isinstance(node.args[0], ast.Call)
    }
    public = {(event.__name__, event.room) for event in _event_classes() if not event.__name__.startswith("_")}
    assert announced == public


def test_every_room_that_announces_is_a_topic_that_browsers_may_hear() -> None:
    assert {event.room for event in _event_classes()} <= set(TOPICS) <= rooms()


def test_a_feature_of_the_app_carries_a_noun_of_the_house() -> None:
    features = {name.split("/")[3] for name in files() if name.startswith("frontend/src/features/")}
    routes = {name.split("/")[3].removesuffix(".py") for name in files() if name.startswith("functions/api/routes/")}
    assert features - {"home"} <= rooms() | routes


@pytest.mark.parametrize("room", sorted(rooms()))
def test_every_room_is_proved(room: str) -> None:
    proofs = [name for name in files() if name.startswith("tests/") and "/test_" in name and _imports_room(name, room)]
    assert proofs


def _imports_room(name: str, room: str) -> bool:
    return any(module.startswith(f"wareloom.{room}.") for module, _taken in imports(ROOT / name))
