"""What the API says of a marketplace: how to collect from it, and how well that goes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Self
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from functions.api.answers import Out
from functions.api.dependencies import Cursor
from functions.api.whole import WHOLE
from wareloom.market.alarms.models import Alarm
from wareloom.market.budget.queries import Allowed, Spent
from wareloom.market.choose import Standing, standing
from wareloom.market.health import Filling, Health, Outcome
from wareloom.market.marketplace import Marketplace
from wareloom.market.models import RawPage


class MarketplaceOut(Out):
    model_config = ConfigDict(title="Marketplace")

    name: str
    title: str
    about: str
    offline: bool
    every_hours: float
    target_label: str
    target_example: str
    official: Standing = Field(description="Its own API: preferred over its pages where a key is configured")

    @classmethod
    def of(cls, kind: Marketplace) -> Self:
        return cls(
            name=kind.name,
            title=kind.title,
            about=kind.about,
            offline=kind.offline,
            every_hours=kind.every.total_seconds() / 3600,
            target_label=kind.target_label,
            target_example=kind.target_example,
            official=standing(kind),
        )


class PageOut(Out):
    """A page as it was sent, and what became of it."""

    model_config = ConfigDict(title="ArchivedPage")

    id: UUID
    marketplace: str
    url: str = Field(description="Its site alone, where another workspace asked for the page")
    sha256: str | None = Field(description="Of its bytes, in hexadecimal digits; null where none were sent")
    size: int
    content_type: str
    fetched_at: datetime
    task_id: UUID | None
    parser_version: int = Field(description="Of the reader that read it last")
    outcome: str = Field(description="read, empty, blocked or rejected")
    reason: str | None
    offers_found: int

    @classmethod
    def of(cls, row: RawPage) -> Self:
        columns = {name: getattr(row, name) for name in cls.model_fields if name != "sha256"}
        return cls(**columns, sha256=row.sha256.hex() if row.sha256 else None)

    def of_another(self) -> Self:
        """What somebody looks for is their own business, and so is why it was not found."""
        site = urlsplit(self.url)
        return self.model_copy(update={"url": f"{site.scheme}://{site.netloc}/", "task_id": None, "reason": None})


class OutcomeOut(Out):
    model_config = ConfigDict(title="PageOutcome")

    outcome: str
    day: int = Field(description="Pages of the last day that ended so")
    week: int = Field(description="Pages of the seven days before that ended so")
    last: list[PageOut]

    @classmethod
    def of(cls, outcome: Outcome) -> Self:
        last = [PageOut.of(row) for row in outcome.last]
        return cls(outcome=outcome.outcome, day=outcome.day, week=outcome.week, last=last)


class FillingOut(Out):
    model_config = ConfigDict(title="Filling")

    field: str
    alone: bool = Field(description="On pages about one offer; otherwise on lists")
    day: date
    offers: int
    share: float | None = Field(description="Of the day's offers, how many told it")
    offers_before: int
    share_before: float | None = Field(description="The same of the seven days before")
    fell: bool = Field(description="Less than before, beyond what chance does")

    @classmethod
    def of(cls, filling: Filling) -> Self:
        return cls(
            field=filling.field,
            alone=filling.alone,
            day=filling.day,
            offers=filling.now.whole,
            share=filling.now.share,
            offers_before=filling.before.whole,
            share_before=filling.before.share,
            fell=filling.fell,
        )


class AlarmOut(Out):
    """One thing that got worse, from when until when."""

    model_config = ConfigDict(title="SourceAlarm")

    id: UUID
    marketplace: str
    what: str
    sentence: str
    opened_at: datetime
    closed_at: datetime | None = Field(description="Null while it lasts")


class HealthOut(Out):
    model_config = ConfigDict(title="MarketplaceHealth")

    marketplace: str
    parser_version: int = Field(description="Of the reader that is in use")
    alarms: list[str] = Field(description="A sentence for each thing that is worse now")
    alarms_kept: list[AlarmOut] = Field(description="The last ones that were noticed; those that last come first")
    outcomes: list[OutcomeOut]
    fillings: list[FillingOut]

    @classmethod
    def of(cls, kind: Marketplace, health: Health, kept: Sequence[Alarm]) -> Self:
        return cls(
            marketplace=kind.name,
            parser_version=kind.version,
            alarms=health.alarms(),
            alarms_kept=[AlarmOut.model_validate(alarm) for alarm in kept],
            outcomes=[OutcomeOut.of(outcome) for outcome in health.outcomes],
            fillings=[FillingOut.of(filling) for filling in health.fillings],
        )


def _text(value: object) -> object:
    if isinstance(value, int | float):  # which would be read as seconds
        raise ValueError("a moment is spelled out")  # noqa: TRY004 - pydantic listens for this one
    return value


Moment = Annotated[AwareDatetime | None, BeforeValidator(_text)]


class ReparseIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="Reparse")

    since: Moment = Field(default=None, description="Pages fetched since then; otherwise all")
    cursor: Cursor = None


class SliceOut(Out):
    """Some pages were read again; `next_cursor` asks for the next ones."""

    model_config = ConfigDict(title="ReparsedSlice")

    pages: int
    offers: int
    new: int
    changed: int
    unread: int = Field(description="Pages that gave no offers: walls, and what cannot be read")
    gone: int = Field(description="Pages that are no longer in the archive")
    next_cursor: str | None


class BudgetIn(BaseModel):
    model_config = ConfigDict(extra="forbid", title="BudgetChoice")

    pages_per_day: Annotated[int, Field(ge=0, le=1_000_000), WHOLE] | None = Field(
        description="Null leaves it to the source's limit"
    )


class BudgetOut(Out):
    """How many pages of a source a day may cost, and what today has cost. A day ends at midnight, UTC."""

    model_config = ConfigDict(title="Budget")

    marketplace: str
    day: date
    pages_per_day: int | None = Field(description="As the workspace's owner chose; null is no choice")
    pages_per_day_of_all: int | None = Field(description="For all workspaces together; null where nobody is burdened")
    pages_today: int = Field(description="This workspace's")
    pages_today_of_all: int

    @classmethod
    def of(cls, kind: Marketplace, allowed: Allowed, spent: Spent, day: date) -> Self:
        return cls(
            marketplace=kind.name,
            day=day,
            pages_per_day=allowed.chosen,
            pages_per_day_of_all=allowed.most,
            pages_today=spent.ours,
            pages_today_of_all=spent.everybodys,
        )
