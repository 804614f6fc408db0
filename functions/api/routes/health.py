from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict
from sqlalchemy import text

from functions.api.answers import Out, answer
from wareloom.kit.errors import Unavailable
from wareloom.kit.log import logger
from wareloom.kit.settings import StageSettings
from wareloom.kit.work import unit_of_work

router = APIRouter(prefix="/health", tags=["health"])
_log = logger(__name__)


class AliveOut(Out):
    model_config = ConfigDict(title="Alive")

    status: str = "ok"


class ReadyOut(Out):
    model_config = ConfigDict(title="Ready")

    status: str
    checks: dict[str, str]
    release: str


@router.get("/live", response_model=AliveOut)
async def read_alive(request: Request) -> Response:
    return answer(request, AliveOut())


@router.get("/ready", response_model=ReadyOut, responses={503: {"model": ReadyOut, "description": "Not ready"}})
async def read_ready(request: Request) -> Response:
    checks = {"database": _database()}
    ready = all(state == "ok" for state in checks.values())
    body = ReadyOut(status="ok" if ready else "not ready", checks=checks, release=StageSettings.from_env().release)
    return answer(request, body, 200 if ready else 503)


def _database() -> str:
    try:
        with unit_of_work() as work:
            work.session.execute(text("SELECT 1 FROM accounts_users LIMIT 1"))
    except Unavailable as down:
        _log.warning("not ready: %s", down.reason)
        return "does not answer"
    return "ok"
