from typing import Annotated

from fastapi import APIRouter, Cookie, Header, Request, Response
from pydantic import BaseModel, ConfigDict, EmailStr, Field, StringConstraints, model_validator

from functions.api.answers import Out, answer
from functions.api.routes.me import MeOut, me_out
from wareloom.accounts import access
from wareloom.accounts.refresh import refresh
from wareloom.accounts.register import join, register
from wareloom.accounts.sign_in import Tokens, sign_in
from wareloom.accounts.sign_out import sign_out
from wareloom.kit.errors import Failure, Unauthenticated
from wareloom.kit.ids import new_id
from wareloom.kit.settings import WebSettings
from wareloom.kit.work import unit_of_work

router = APIRouter(prefix="/auth", tags=["auth"])

COOKIE = "wareloom_refresh"
_COOKIE_PATH = "/api/v1/auth"
MARK = "wareloom_renewed"
"""Says nothing but that the refresh cookie is another one now. Scripts may read it: a page that was loaded while the
page before it renewed the session waits until it changes."""
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=200)]
RefreshCookie = Annotated[str | None, Cookie(alias=COOKIE, max_length=200)]
Device = Annotated[str, Header(alias="User-Agent", max_length=1000)]


class Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Registration(Said):
    """Either a name for a workspace of one's own, or an invitation into another."""

    email: EmailStr
    password: Password
    name: Name
    workspace: Name | None = None
    invitation: Annotated[str, Field(max_length=200)] | None = None

    @model_validator(mode="after")
    def _one_way_in(self) -> "Registration":
        if (self.workspace is None) == (self.invitation is None):
            raise ValueError("give a workspace or an invitation, and not both")
        return self


class Credentials(Said):
    email: EmailStr
    password: Password


class Session(Out):
    access_token: str
    token_type: str = "Bearer"  # noqa: S105 - the name of a kind of token
    expires_in: int
    me: MeOut


# These open their own unit of work: a refusal here leaves rows behind (a counted attempt, an ended session), so it is
# raised only after the commit.


@router.post("/register", status_code=201, response_model=Session)
async def register_account(request: Request, said: Registration, device: Device = "unknown") -> Response:
    who = {"email": said.email, "password": said.password, "name": said.name, "device": device}
    with unit_of_work() as work:
        if said.invitation is not None:
            tokens = join(work, invitation=said.invitation, **who)
        else:
            tokens = register(work, workspace=said.workspace or "", **who)
    return _session(request, tokens, 201)


@router.post("/sign-in", response_model=Session)
async def sign_in_with_password(request: Request, said: Credentials, device: Device = "unknown") -> Response:
    with unit_of_work() as work:
        outcome = sign_in(work, email=said.email, password=said.password, device=device)
    return _session(request, _or_raise(outcome), 200)


@router.post("/refresh", response_model=Session)
async def refresh_session(request: Request, token: RefreshCookie = None) -> Response:
    if not token:
        raise Unauthenticated("There is no session to renew. Sign in.")
    with unit_of_work() as work:
        outcome = refresh(work, token)
    return _session(request, _or_raise(outcome), 200)


@router.post("/sign-out", status_code=204)
async def sign_out_everywhere_here(token: RefreshCookie = None) -> Response:
    if token:
        with unit_of_work() as work:
            sign_out(work, token)
    response = Response(status_code=204)
    response.delete_cookie(COOKIE, path=_COOKIE_PATH)
    response.delete_cookie(MARK)
    return response


def _or_raise(outcome: Tokens | Failure) -> Tokens:
    if isinstance(outcome, Failure):
        raise outcome
    return outcome


def _session(request: Request, tokens: Tokens, status: int) -> Response:
    with unit_of_work() as work:
        me = me_out(work, tokens.access.user_id, tokens.access.tenant_id)
    seconds = int(access.lifetime().total_seconds())
    response = answer(request, Session(access_token=tokens.access_token, expires_in=seconds, me=me), status)
    response.headers["Cache-Control"] = "no-store"
    response.set_cookie(
        COOKIE,
        tokens.refresh_token,
        max_age=int(tokens.refresh_expires_in.total_seconds()),
        path=_COOKIE_PATH,
        secure=WebSettings.from_env().secure_cookies,
        httponly=True,
        samesite="strict",
    )
    response.set_cookie(
        MARK, new_id().hex[-12:], secure=WebSettings.from_env().secure_cookies, httponly=False, samesite="strict"
    )
    return response
