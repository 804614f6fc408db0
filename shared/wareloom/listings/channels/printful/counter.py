"""One Printful store, with its token in hand.

What sells nothing comes first: the look-ups, then the mockups. The product itself is made by one call that carries
everything, under our listing's id; then we wait until Printful has taken in the print file: only then is it on sale.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from wareloom.kit import clock
from wareloom.kit.errors import Blocked, NotFound, Rejected, Unavailable
from wareloom.listings.channel import Done, Facts, Goods
from wareloom.listings.channels.printful import answers, request
from wareloom.listings.channels.printful.catalogue import matched, number_of
from wareloom.listings.channels.printful.facts import AskedTasks, DrawnMockups, FoundBlank, FoundBlanks
from wareloom.listings.channels.printful.line import LOCKOUT, Line

MOST_VARIANTS = 100
"""Of one product, as the API v1 reference says."""
FIRST_LOOK = timedelta(seconds=10)
"""No sooner after a mockup was asked for, as the API v1 reference wants it; and no oftener."""
LONGEST_DRAWING = timedelta(minutes=10)
DASHBOARD = "https://www.printful.com/dashboard/sync/update?id="

Before = Mapping[str, Facts]


class PrintfulCounter:
    def __init__(self, line: Line, store_id: str | None, blanks: Mapping[str, int]) -> None:
        self._line = line
        self._store_id = store_id
        self._chosen = blanks
        self._acts = {
            "blanks": self._look_up,
            "tasks": self._ask_for_mockups,
            "mockups": self._collect_mockups,
            "product": self._make,
            "files": self._confirm,
        }

    def check(self) -> str:
        try:
            stores = self._line.get("/stores", answers.Stores).root
        except Blocked as refused:
            raise Rejected(refused.reason) from refused
        mine = [one for one in stores if self._store_id in (None, str(one.id))]
        if not mine:
            raise Rejected(f"This token reaches no store {self._store_id or ''}".rstrip() + ".")
        if len(mine) > 1:
            known = ", ".join(f"{one.name} ({one.id})" for one in mine[:10])
            raise Rejected(f"This token reaches several stores; give the id of one: {known}.")
        store = mine[0]
        if store.type != "native":
            raise Rejected(
                f"The store “{store.name}” belongs to {store.type}: Printful lets programs make products"
                " only in stores of the kind “Manual order platform / API”."
            )
        return store.name

    def find(self, part: str, key: str, before: Before) -> Facts | None:
        """Only the product is looked for: the other parts change nothing there and are simply done again."""
        del before
        return self._made(key) if part == "product" else None

    def do(self, part: str, key: str, goods: Goods, before: Before) -> Done:
        try:
            return self._acts[part](key, goods, before)
        except NotFound as gone:
            raise Rejected(gone.reason) from gone

    def undo(self, part: str, key: str, facts: Facts) -> None:
        """By our own id, so that a product whose making we never heard of goes too."""
        del facts
        if part == "product":
            with suppress(NotFound):
                self._line.delete(_address(key))

    def _look_up(self, _key: str, goods: Goods, _before: Before) -> Done:
        if not 0 < len(goods.variants) <= MOST_VARIANTS:
            raise Rejected(f"Printful takes 1 to {MOST_VARIANTS} variants of a product, not {len(goods.variants)}.")
        found = {product: self._blank(product, goods) for product in _products(goods)}
        return Done(FoundBlanks(blanks=found).kept())

    def _blank(self, product: str, goods: Goods) -> FoundBlank:
        number = number_of(product, self._chosen)
        catalogue = self._line.get(f"/products/{number}", answers.Catalogue)
        variants = matched(product, catalogue, (one for one in goods.variants if one.product == product))
        return FoundBlank(product=number, title=catalogue.product.title, variants=variants)

    def _ask_for_mockups(self, _key: str, goods: Goods, before: Before) -> Done:
        """A new store may ask for two a minute: what was asked for already stands in this part's own facts."""
        own = before.get("tasks")
        asked = AskedTasks.of(own) if own else AskedTasks(asked_at=clock.now())
        keys = dict(asked.keys)
        for product, blank in FoundBlanks.of(before["blanks"]).blanks.items():
            if product in keys:
                continue
            try:
                keys[product] = self._task(goods, product, blank)
            except Unavailable as slow:
                if len(keys) == len(asked.keys):
                    raise
                return Done(AskedTasks(asked_at=clock.now(), keys=keys).kept(), wait=slow.retry_after or LOCKOUT)
        asked_at = asked.asked_at if keys == asked.keys else clock.now()
        return Done(AskedTasks(asked_at=asked_at, keys=keys).kept())

    def _task(self, goods: Goods, product: str, blank: FoundBlank) -> str:
        printfiles = self._line.get(f"/mockup-generator/printfiles/{blank.product}", answers.Printfiles)
        wanted = request.mockup_task(goods, product, blank, printfiles)
        return self._line.post(f"/mockup-generator/create-task/{blank.product}", wanted, answers.Task).task_key

    def _collect_mockups(self, _key: str, _goods: Goods, before: Before) -> Done:
        """A mockup that fails or takes too long holds nothing up: our own stands in for it."""
        asked = AskedTasks.of(before["tasks"])
        age = clock.now() - asked.asked_at
        if age < FIRST_LOOK:
            return Done(DrawnMockups().kept(), wait=FIRST_LOOK - age)
        pictures: dict[str, str] = {}
        missing: dict[str, str] = {}
        pending = False
        for product, task_key in asked.keys.items():
            task = self._drawing(task_key)
            pictures |= {str(number): one.mockup_url for one in task.mockups for number in one.variant_ids}
            if task.status == "failed":
                missing[product] = task.error or "Printful could not draw it and gave no reason."
            elif task.status == "pending" and age < LONGEST_DRAWING:
                pending = True
            elif task.status == "pending":
                missing[product] = f"Printful had not drawn it after {LONGEST_DRAWING.seconds // 60} minutes."
        facts = DrawnMockups(pictures=pictures, missing=missing).kept()
        return Done(facts, wait=FIRST_LOOK if pending else None)

    def _drawing(self, task_key: str) -> answers.Task:
        try:
            return self._line.get("/mockup-generator/task", answers.Task, task_key=task_key)
        except NotFound as gone:
            return answers.Task(task_key=task_key, status="failed", error=gone.reason)

    def _make(self, key: str, goods: Goods, before: Before) -> Done:
        made = self._made(key)
        if made is None:
            found, drawn = FoundBlanks.of(before["blanks"]), DrawnMockups.of(before["mockups"])
            body = request.sync_product(goods, _external_id(key), found, drawn)
            try:
                made = _facts(self._line.post("/store/products", body, answers.SyncProduct), key)
            except Rejected:
                # Refused because an earlier try of ours arrives only now: then it is there.
                made = self._made(key)
                if made is None:
                    raise
        return Done(made)

    def _made(self, key: str) -> Facts | None:
        try:
            info = self._line.get(_address(key), answers.SyncProductInfo)
        except NotFound:
            return None
        return _facts(info.sync_product, key)

    def _confirm(self, key: str, goods: Goods, before: Before) -> Done:
        info = self._line.get(_address(key), answers.SyncProductInfo)
        currencies = {one.currency for one in info.sync_variants if one.currency} - {goods.currency}
        if currencies:
            raise Rejected(f"The store sells in {', '.join(sorted(currencies))}; the listing is in {goods.currency}.")
        states = {file.status for one in info.sync_variants for file in one.files if file.type != "preview"}
        if "failed" in states:
            raise Rejected("Printful could not read the print file.")
        facts = {**before["product"], "url": f"{DASHBOARD}{info.sync_product.id}"}
        return Done(facts, wait=FIRST_LOOK if "waiting" in states else None)


def _products(goods: Goods) -> list[str]:
    return list(dict.fromkeys(one.product for one in goods.variants))


def _external_id(key: str) -> str:
    """The listing's id without dashes: the same at every try."""
    return UUID(key.partition(":")[0]).hex


def _address(key: str) -> str:
    return f"/store/products/@{_external_id(key)}"


def _facts(product: answers.SyncProduct, key: str) -> Facts:
    return {"id": product.id, "external_id": _external_id(key)}
