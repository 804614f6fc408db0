"""Ideas for one trend of one run: a brief, distinct ideas, kept once. A second call finds them and asks nobody."""

import zlib
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from wareloom.audit.record import record
from wareloom.ideas import compose, likeness, queries
from wareloom.ideas.brief import Brief
from wareloom.ideas.events import IdeasMade
from wareloom.ideas.idea import IdeaDraft
from wareloom.ideas.models import BriefRow, Idea
from wareloom.kit import clock
from wareloom.kit.ai.model import Purse
from wareloom.kit.ai.registry import text_model
from wareloom.kit.errors import Unavailable
from wareloom.kit.ids import new_id
from wareloom.kit.settings import AiSettings
from wareloom.kit.work import Work
from wareloom.trends.models import Trend
from wareloom.trends.patterns.queries import telling
from wareloom.trends.queries import trend as find_trend

WANTED = 3
_REMEMBERED = timedelta(days=730)
"""Slogans older than this may come up again."""
_MEANWHILE = timedelta(seconds=2)


def ideate(work: Work, *, tenant_id: UUID, run_id: UUID, trend_id: UUID, purse: Purse) -> Sequence[Idea]:
    kept = queries.ideas_of(work.session, run_id, trend_id)
    if kept:
        return kept
    brief = _brief(work, tenant_id, run_id, find_trend(work.session, trend_id))
    drafts = compose.compose(
        Brief.model_validate(brief.content),
        wanted=WANTED,
        seed=_seed(run_id, trend_id),
        known=queries.known_slogans(work.session, tenant_id, since=clock.now() - _REMEMBERED),
        purse=purse,
        shelf=str(tenant_id),
    )
    made = [_row(brief, number, draft) for number, draft in enumerate(drafts)]
    work.session.add_all([brief, *made])  # not before: nobody waits for a model with rows of ours uncommitted
    try:
        work.session.flush()
    except IntegrityError as error:
        # Its retry knows what the other one has.
        raise Unavailable("Another run has just had the same idea.", retry_after=_MEANWHILE) from error
    facts = {"trend": str(trend_id), "slogans": [idea.slogan for idea in made]}
    record(work.session, tenant_id, "wareloom", "ideas.make", f"run:{run_id}", facts)
    work.announce(IdeasMade(tenant_id=tenant_id, run_id=run_id, trend_id=trend_id))
    return made


def _brief(work: Work, tenant_id: UUID, run_id: UUID, trend: Trend) -> BriefRow:
    same = select(BriefRow).where(BriefRow.run_id == run_id, BriefRow.trend_id == trend.id)
    found = work.session.scalar(same)
    if found is not None:
        return found
    now = clock.now()
    brief = Brief.of(
        name=trend.name,
        day=now.date(),
        words=trend.words,
        audience=[entry["word"] for entry in trend.audience],
        styles=[entry["word"] for entry in trend.styles],
        patterns=telling(work.session, trend.id),
        price_avg=trend.price_avg,
        price_min=trend.price_min,
        price_max=trend.price_max,
        currency=trend.currency,
        marketplaces=trend.marketplaces,
    )
    return BriefRow(
        id=new_id(),
        tenant_id=tenant_id,
        run_id=run_id,
        trend_id=trend.id,
        content=brief.model_dump(mode="json"),
        created_at=now,
    )


def _row(brief: BriefRow, number: int, draft: IdeaDraft) -> Idea:
    return Idea(
        id=new_id(),
        tenant_id=brief.tenant_id,
        run_id=brief.run_id,
        trend_id=brief.trend_id,
        brief_id=brief.id,
        number=number,
        slogan=draft.slogan,
        concept=draft.concept,
        design_prompt=draft.design_prompt,
        palette=list(draft.palette),
        products=list(draft.products),
        tags=list(draft.tags),
        style=draft.style,
        motifs=list(draft.motifs),
        mood=draft.mood,
        fingerprint=likeness.fingerprint(draft.slogan),
        made_by=text_model(AiSettings.from_env()).name,
        created_at=clock.now(),
    )


def _seed(run_id: UUID, trend_id: UUID) -> int:
    """The same run asks the same question again: a retry finds the kept answer."""
    return zlib.crc32(run_id.bytes + trend_id.bytes)
