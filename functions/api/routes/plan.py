"""What runs may do by themselves, and spend."""

from dataclasses import asdict
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from functions.api.answers import Number, Out, answer
from functions.api.dependencies import OpenWork, Owner, Viewer
from wareloom.kit import clock
from wareloom.kit.work import Work
from wareloom.runs import queries
from wareloom.runs.plan import MOST_TRENDS, Wish, change_plan, plan

router = APIRouter(prefix="/plan", tags=["runs"])
Money = Annotated[Decimal, Field(ge=0, le=100_000, max_digits=9, decimal_places=2)]
Tokens = Annotated[int, Field(ge=0, le=10_000_000_000)]


class PlanOut(Out):
    model_config = ConfigDict(title="Plan")

    daily: bool = Field(description="Whether a run begins every day by itself")
    trends: int = Field(description="How many trends the daily run works on")
    run_money: Number = Field(description="US dollars that one run may spend")
    run_tokens: int
    month_money: Number = Field(description="US dollars that all runs of a calendar month may spend")
    month_tokens: int
    spent_money: Number = Field(description="US dollars spent this month")
    spent_tokens: int


class PlanWanted(BaseModel):
    model_config = ConfigDict(extra="forbid")

    daily: bool
    trends: Annotated[int, Field(ge=1, le=MOST_TRENDS)]
    run_money: Money
    run_tokens: Tokens
    month_money: Money
    month_tokens: Tokens


@router.get("", response_model=PlanOut)
async def read_plan(request: Request, work: OpenWork, who: Viewer) -> Response:
    return answer(request, _shown(work, who.tenant_id))


@router.put("", response_model=PlanOut)
async def write_plan(request: Request, work: OpenWork, who: Owner, said: PlanWanted) -> Response:
    change_plan(work, tenant_id=who.tenant_id, actor=who.actor, wish=Wish(**said.model_dump()))
    work.session.expire_all()
    return answer(request, _shown(work, who.tenant_id))


def _shown(work: Work, tenant_id: UUID) -> PlanOut:
    month = clock.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    money, tokens = queries.spent_since(work.session, tenant_id, month)
    return PlanOut(**asdict(plan(work.session, tenant_id)), spent_money=money, spent_tokens=tokens)
