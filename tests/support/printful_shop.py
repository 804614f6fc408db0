"""What a Printful that we play knows and does: stores, products, mockup tasks, and the faults it is to show."""

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from tests.support.printful_catalogue import catalogue, printfiles

Json = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    method: str
    target: str
    headers: Mapping[str, str]
    body: Any
    status: int
    answer: Any


@dataclass(frozen=True)
class Mischief:
    """At the next request of that kind, once. With `after`, what was asked for is done all the same."""

    method: str
    path: str
    how: Literal["refuse", "hang up", "truncate", "silent", "drip"] = "refuse"
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    message: str = "Something is wrong"
    after: bool = False


@dataclass
class Store:
    token: str
    id: int
    name: str
    type: str = "native"
    currency: str = "USD"
    products: dict[str, Json] = field(default_factory=dict[str, Json])
    files: str = "ok"
    """What becomes of a print file: `ok`, `failed`, or `waiting` until `files_wait` looks have passed."""
    files_wait: int = 0


class Refused(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class Printful:
    address: str = ""
    stores: list[Store] = field(default_factory=list[Store])
    asked: list[Asked] = field(default_factory=list[Asked])
    mischief: list[Mischief] = field(default_factory=list[Mischief])
    looks_until_drawn: int = 0
    drawing_fails: str | None = None
    tasks: dict[str, Json] = field(default_factory=dict[str, Json])
    closing: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    numbers: "count[int]" = field(default_factory=lambda: count(79348732))

    def opens(self, token: str, name: str = "Paper Fox Prints", **facts: Any) -> Store:
        store = Store(token, next(self.numbers), name, **facts)
        self.stores.append(store)
        return store

    def next_mischief(self, method: str, path: str) -> Mischief | None:
        with self.lock:
            found = next((one for one in self.mischief if one.method == method and path.startswith(one.path)), None)
            if found:
                self.mischief.remove(found)
            return found

    def answers(self, method: str, target: str, headers: Mapping[str, str], body: Any) -> Any:
        parts = urlsplit(target)
        for (wanted, pattern), act in _ACTS.items():
            match = re.fullmatch(pattern, parts.path)
            if match and wanted == method:
                with self.lock:
                    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                    return act(self, headers, {**match.groupdict(), **query}, body)
        raise Refused(404, "Not Found")

    def stores_of(self, headers: Mapping[str, str]) -> list[Store]:
        found = [one for one in self.stores if headers.get("authorization") == f"Bearer {one.token}"]
        if not found:
            raise Refused(401, "The access token provided is invalid")
        return found

    def store(self, headers: Mapping[str, str]) -> Store:
        wanted = headers.get("x-pf-store-id")
        found = [one for one in self.stores_of(headers) if wanted in (None, str(one.id))]
        if len(found) != 1:
            raise Refused(400, "This endpoint requires store_id")
        return found[0]


def _list_stores(shop: Printful, headers: Mapping[str, str], _facts: Json, _body: Any) -> Any:
    return [{"id": one.id, "type": one.type, "name": one.name} for one in shop.stores_of(headers)]


def _catalogue(_shop: Printful, _headers: Mapping[str, str], facts: Json, _body: Any) -> Any:
    return _known(catalogue(int(facts["id"])))


def _printfiles(shop: Printful, headers: Mapping[str, str], facts: Json, _body: Any) -> Any:
    shop.store(headers)
    return _known(printfiles(int(facts["id"])))


def _create_task(shop: Printful, headers: Mapping[str, str], _facts: Json, body: Any) -> Any:
    shop.store(headers)
    key = f"gt-{next(shop.numbers)}"
    shop.tasks[key] = {"looks": shop.looks_until_drawn, "body": body}
    return {"task_key": key, "status": "pending"}


def _task(shop: Printful, headers: Mapping[str, str], facts: Json, _body: Any) -> Any:
    shop.store(headers)
    task = _known(shop.tasks.get(facts["task_key"]))
    if task["looks"] > 0:
        task["looks"] -= 1
        return {"task_key": facts["task_key"], "status": "pending"}
    if shop.drawing_fails:
        return {"task_key": facts["task_key"], "status": "failed", "error": shop.drawing_fails}
    drawn = [
        {"placement": "front", "variant_ids": [number], "mockup_url": f"https://mockups.example/{number}.jpg"}
        for number in task["body"]["variant_ids"]
    ]
    return {"task_key": facts["task_key"], "status": "completed", "mockups": drawn, "printfiles": []}


def _create_product(shop: Printful, headers: Mapping[str, str], _facts: Json, body: Any) -> Any:
    store = shop.store(headers)
    told = body["sync_product"]
    if told["external_id"] in store.products:
        raise Refused(400, "External ID already exists")
    product = {"id": next(shop.numbers), "external_id": told["external_id"], "name": told["name"]}
    variants = [
        {
            **variant,
            "id": next(shop.numbers),
            "sync_product_id": product["id"],
            "currency": store.currency,
            "files": [{"type": "default", **file, "status": store.files} for file in variant["files"]],
        }
        for variant in body["sync_variants"]
    ]
    product |= {"variants": len(variants), "synced": len(variants)}
    store.products[told["external_id"]] = {"sync_product": product, "sync_variants": variants}
    return product


def _get_product(shop: Printful, headers: Mapping[str, str], facts: Json, _body: Any) -> Any:
    store = shop.store(headers)
    found = _known(store.products.get(facts["external_id"]))
    files = [file for one in found["sync_variants"] for file in one["files"] if file["status"] == "waiting"]
    if files and store.files_wait == 0:
        for file in files:
            file["status"] = "ok"
    store.files_wait -= 1
    return found


def _delete_product(shop: Printful, headers: Mapping[str, str], facts: Json, _body: Any) -> Any:
    return _known(shop.store(headers).products.pop(facts["external_id"], None))


def _known(found: Any) -> Any:
    if found is None:
        raise Refused(404, "Not Found")
    return found


_Act = Callable[[Printful, Mapping[str, str], Json, Any], Any]
_PRODUCT = r"/store/products/@(?P<external_id>[0-9a-f]+)"
_ACTS: Mapping[tuple[str, str], _Act] = {
    ("GET", r"/stores"): _list_stores,
    ("GET", r"/products/(?P<id>\d+)"): _catalogue,
    ("GET", r"/mockup-generator/printfiles/(?P<id>\d+)"): _printfiles,
    ("POST", r"/mockup-generator/create-task/(?P<id>\d+)"): _create_task,
    ("GET", r"/mockup-generator/task"): _task,
    ("POST", r"/store/products"): _create_product,
    ("GET", _PRODUCT): _get_product,
    ("DELETE", _PRODUCT): _delete_product,
}
