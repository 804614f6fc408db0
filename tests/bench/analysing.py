"""One analysis in a process of its own: how long it and each of its stages took, on the clock and of processors.

A machine that others work on makes the clock say more than the work takes. Processors' time is the worker's and that of
its process in PostgreSQL, which is told to ask no others.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import psutil
from sqlalchemy import text
from sqlalchemy.orm import Session

from wareloom.kit.database import engine
from wareloom.kit.settings import DatabaseSettings
from wareloom.kit.work import Work
from wareloom.trends import analyse as analysis

STAGES = {
    "listen": "hearing words",
    "group": "grouping",
    "inherit": "inheriting",
    "leave": "leaving",
    "_offers": "reading offers",
    "described": "describing",
    "keep_trends": "keeping trends",
    "keep_evidence": "keeping evidence",
    "keep_points": "keeping points",
    "tell_patterns": "patterns",
    "roll_up": "rolling up",
    "roll_up_talk": "rolling up talk",
    "judge": "judging",
}
"""What the analysis calls, and what a stage is called here."""


class Clock:
    def __init__(self, backend: int) -> None:
        self._worker, self._database = psutil.Process(), psutil.Process(backend)
        self.stages: dict[str, dict[str, float]] = {}

    def now(self) -> dict[str, float]:
        worker, database = self._worker.cpu_times(), self._database.cpu_times()
        return {
            "clock": time.perf_counter(),
            "worker": worker.user + worker.system,
            "database": database.user + database.system,
        }

    def taken(self, since: dict[str, float]) -> dict[str, float]:
        return {name: value - since[name] for name, value in self.now().items()}

    def timed(self, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def also(*args: Any, **kwargs: Any) -> Any:
            began = self.now()
            try:
                return act(*args, **kwargs)
            finally:
                told = self.stages.setdefault(name, dict.fromkeys(began, 0.0))
                for unit, taken in self.taken(began).items():
                    told[unit] += taken

        return also


def main(at: datetime) -> None:
    with Session(engine(DatabaseSettings.from_env())) as session, session.begin():
        session.execute(text("SET max_parallel_workers_per_gather = 0"))
        clock = Clock(session.execute(text("SELECT pg_backend_pid()")).scalar_one())
        for name, stage in STAGES.items():
            setattr(analysis, name, clock.timed(stage, getattr(analysis, name)))
        began = clock.now()
        trends = analysis.analyse(Work(session), at=at)
    taken = clock.taken(began)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps({**taken, "bytes": most, "trends": trends, "stages": clock.stages}))


if __name__ == "__main__":
    main(datetime.fromisoformat(sys.argv[1]))
