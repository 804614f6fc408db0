"""The whole state machine on the laptop's engine: how fast designs come out of it, and what the walking costs."""

import time
from collections.abc import Iterator

from infra_cdk.local.waiting import until
from tests.bench.figures import MACHINE, Figure, seconds
from tests.e2e.river import Seller
from tests.support.engine import LocalCloud
from wareloom.designs.order import Order
from wareloom.designs.studios.artists import studio
from wareloom.runs.purse import Left, StepPurse

TRENDS = 60
_SIDE_BY_SIDE = 2
"""Cores of the machine that the figures are read by."""


def figures() -> Iterator[Figure]:
    with LocalCloud() as cloud:
        seller = Seller(cloud.address).register().collect()
        seller.run_that_is(seller.run(1), "waiting", within_s=600)  # the workers are warm now
        began = time.perf_counter()
        run_id = seller.run(TRENDS)
        until(lambda: seller.run_now(run_id)["status"] == "waiting", within_s=3600, every_s=1)
        took = time.perf_counter() - began
        run = seller.run_now(run_id)
    designs = sum(next(one["counts"] for one in run["stages"] if one["verb"] == "approve").values())
    alone = _drawn_alone()
    yield Figure("river: designs per minute", 60 * designs / took, "1/min", MACHINE)
    yield Figure(f"river: a run over {TRENDS} niches, until people are asked", took, "s", MACHINE)
    yield Figure(
        "river: time per design",
        took / designs / (alone / _SIDE_BY_SIDE),
        "ratio",
        "drawing one such design in this process, on each of two cores",
    )


def _drawn_alone() -> float:
    order = Order(
        slogan="Powered by Quiet Mornings",
        concept="",
        prompt="",
        palette=("#22333b", "#eae0d5", "#c6ac8f"),
        motifs=("mug",),
        style="vintage",
        seed=7,
    )
    from decimal import Decimal

    purse = StepPurse(Left(Decimal(0), 0))
    draw = studio("typographic").draw
    draw(order, purse=purse, shelf="bench")
    return seconds(lambda: draw(order, purse=purse, shelf="bench"))
