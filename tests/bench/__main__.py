"""`python -m tests.bench [part ...]`: JSON lines, each a ratio, or a figure that a ratio was made of."""

import sys
from collections.abc import Callable, Iterator

from tests.bench import (
    art,
    cold_starts,
    exporting,
    growing,
    hidden_truth,
    history,
    keeping,
    listening,
    live,
    matching,
    mockups,
    moods,
    parsing,
    reading,
    river,
    selling,
    series,
    sizes,
    stillness,
    trends,
)
from tests.bench.figures import Figure
from tests.bench.house import furnished
from wareloom.kit.settings import DatabaseSettings

WITHOUT_DATABASE: dict[str, Callable[[], Iterator[Figure]]] = {
    "imports": cold_starts.figures,
    "sizes": sizes.figures,
    "art": art.figures,
    "mockups": mockups.figures,
    "parsing": parsing.figures,
    "river": river.figures,
    "matching": matching.figures,
    "hidden truth": hidden_truth.figures,
    "stillness": stillness.figures,
    "series": series.figures,
    "moods": moods.figures,
    "listening": listening.figures,
}
WITH_DATABASE: dict[str, Callable[[DatabaseSettings], Iterator[Figure]]] = {
    "reading": reading.figures,
    "keeping": keeping.figures,
    "history": history.figures,
    "exporting": exporting.figures,
    "trends": trends.figures,
    "growing": growing.figures,
    "selling": selling.figures,
    "live": live.figures,
}


def main(wanted: list[str]) -> None:
    for name, figures in WITHOUT_DATABASE.items():
        if not wanted or name in wanted:
            _print(figures())
    for name, figures_with in WITH_DATABASE.items():
        if not wanted or name in wanted:
            with furnished() as settings:
                _print(figures_with(settings))


def _print(figures: Iterator[Figure]) -> None:
    for figure in figures:
        print(figure.line(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
