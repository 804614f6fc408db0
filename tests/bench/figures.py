"""A figure is one JSON line; two things compared are measured in turns, so that a busy machine slows both."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from statistics import median

MACHINE = "nothing: this machine's, to read the ratios by"


@dataclass(frozen=True)
class Figure:
    name: str
    value: float
    unit: str
    against: str

    def line(self) -> str:
        return json.dumps({**asdict(self), "value": float(f"{self.value:.4g}")}, ensure_ascii=False)


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def in_turns(contestants: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, float]:
    """The median of what each contestant measured of itself, one after the other, round by round."""
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, measure in contestants.items():
            taken[name].append(measure())
    return {name: median(each) for name, each in taken.items()}
