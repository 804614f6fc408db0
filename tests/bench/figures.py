"""A figure is one JSON line; two things compared are measured in turns, so that a busy machine slows both."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
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


def steady(act: Callable[[str], None], a_second: int, seconds: int) -> dict[str, float]:
    """When each began; one does not wait for another."""
    began, pause, start = dict[str, float](), threading.Event(), time.perf_counter()
    with ThreadPoolExecutor(max_workers=16) as pool:
        for number in range(a_second * seconds):
            pause.wait(max(0.0, start + number / a_second - time.perf_counter()))
            began[str(number)] = time.perf_counter()
            pool.submit(act, str(number))
    return began


def delays(name: str, found: list[float]) -> Iterator[Figure]:
    found = sorted(found)
    for share in (0.5, 0.99):
        yield Figure(f"{name}, p{share * 100:.0f}", 1000 * found[int(share * (len(found) - 1))], "ms", MACHINE)
