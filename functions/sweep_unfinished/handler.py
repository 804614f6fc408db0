"""Every few minutes: rows still waiting are nudged again, and what can no longer be used is forgotten.

`{"at_once": true}` passes over the patience: after a restart of the queues every open row has lost its message, and
every open run its execution.
"""

from datetime import timedelta
from typing import Any

from wareloom.designs.sweep import sweep_designs
from wareloom.edge.job import job
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.live.sweep import sweep_live
from wareloom.market.alarms.watch_sources import watch_sources
from wareloom.market.exports.sweep import PATIENCE as EXPORT_PATIENCE
from wareloom.market.exports.sweep import sweep_exports
from wareloom.market.months import make_coming_months
from wareloom.market.sweep import PATIENCE, sweep_tasks
from wareloom.market.uploads.sweep import PATIENCE as UPLOAD_PATIENCE
from wareloom.market.uploads.sweep import sweep_uploads
from wareloom.runs.sweep import PATIENCE as RUN_PATIENCE
from wareloom.runs.sweep import sweep_runs
from wareloom.runs.wait import repeat_answers
from wareloom.social.sweep import PATIENCE as SOCIAL_PATIENCE
from wareloom.social.sweep import sweep_social
from wareloom.speech.scoring.sweep import PATIENCE as MOOD_PATIENCE
from wareloom.speech.scoring.sweep import sweep_moods
from wareloom.speech.sweep import PATIENCE as RECORDING_PATIENCE
from wareloom.speech.sweep import sweep_recordings


def _sweep(work: Work, event: dict[str, Any]) -> dict[str, Any]:
    at_once = bool(event.get("at_once"))
    sweep_live(work)
    make_coming_months(work.session, clock.now())
    return {
        "alarms": watch_sources(work),
        "tasks": sweep_tasks(work, patience=timedelta() if at_once else PATIENCE),
        "exports": sweep_exports(work, patience=timedelta() if at_once else EXPORT_PATIENCE),
        "uploads": sweep_uploads(work, patience=timedelta() if at_once else UPLOAD_PATIENCE),
        "recordings": sweep_recordings(work, patience=timedelta() if at_once else RECORDING_PATIENCE),
        "transcripts": sweep_moods(work, patience=timedelta() if at_once else MOOD_PATIENCE),
        "designs": sweep_designs(work),
        "answers": repeat_answers(work),
        "social": sweep_social(work, patience=timedelta() if at_once else SOCIAL_PATIENCE),
        "runs": sweep_runs(work, patience=timedelta() if at_once else RUN_PATIENCE),
    }


handle = job(_sweep)
