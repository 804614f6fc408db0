"""What each failure means over HTTP: one status and one shape, RFC 9457 problem details."""

from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from wareloom.kit import errors
from wareloom.kit.log import logger

_log = logger(__name__)
MEDIA_TYPE = "application/problem+json"

STATUS: dict[type[errors.Failure], tuple[int, str]] = {
    errors.NotFound: (404, "Not found"),
    errors.Conflict: (409, "Already so"),
    errors.Rejected: (422, "Refused"),
    errors.Blocked: (502, "The other side refuses us"),
    errors.Unavailable: (503, "Try again soon"),
    errors.Malformed: (400, "Not readable"),
    errors.Unauthenticated: (401, "Sign in"),
    errors.Forbidden: (403, "Not allowed"),
    errors.Overused: (429, "Too much"),
}


class Fault(BaseModel):
    field: str
    problem: str


class Problem(BaseModel):
    model_config = ConfigDict(title="Problem")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    request_id: str
    errors: list[Fault] | None = None


PROBLEMS: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "Why it did not work",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}


def register_errors(app: FastAPI) -> None:
    app.add_exception_handler(errors.Failure, _failure)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DataError, _not_text)


def problem(
    request: Request,
    status: int,
    title: str,
    detail: str,
    *,
    faults: list[Fault] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    document = Problem(
        title=title,
        status=status,
        detail=detail,
        instance=request.url.path,
        request_id=getattr(request.state, "request_id", ""),
        errors=faults,
    )
    body = document.model_dump_json(exclude_none=True)
    return Response(body, status, headers={"Cache-Control": "no-store", **(headers or {})}, media_type=MEDIA_TYPE)


async def _failure(request: Request, error: Exception) -> Response:
    if not isinstance(error, errors.Failure):
        raise error
    status, title = STATUS.get(type(error), (500, "Our fault"))
    headers: dict[str, str] = {}
    if error.retry_after is not None:
        headers["Retry-After"] = str(max(1, round(error.retry_after.total_seconds())))
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if status >= 500:
        _log.warning("%s: %s", error.kind, error.reason)
    return problem(request, status, title, error.reason, headers=headers)


async def _malformed(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    faults = [
        Fault(field=".".join(str(part) for part in fault["loc"][1:]) or "body", problem=fault["msg"])
        for fault in error.errors()
    ]
    detail = "; ".join(f"{fault.field}: {fault.problem}" for fault in faults[:3])
    return problem(request, 400, "Not readable", detail, faults=faults[:20])


async def _not_text(request: Request, error: Exception) -> Response:
    """JSON and addresses can carry the null character, PostgreSQL's text cannot. Any other bad value is our bug."""
    if "NUL" not in str(error):
        raise error
    return problem(request, 400, "Not readable", "Text must not contain the null character.")


async def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    titles = {404: "Not found", 405: "Not allowed here"}
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = _methods_of(request)
    return problem(request, error.status_code, titles.get(error.status_code, "Refused"), error.detail, headers=headers)


def _methods_of(request: Request) -> str:
    """Each method has a route of its own, so the one that refused knows only its own method."""
    paths: dict[str, dict[str, Any]] = request.app.openapi()["paths"]
    asked = [methods for path, methods in paths.items() if compile_path(path)[0].match(request.url.path)]
    return ", ".join(sorted({method.upper() for methods in asked for method in methods}))


def mend_openapi(app: FastAPI) -> None:
    """FastAPI documents validation as 422 with a shape of its own; ours is a 400 problem like every other."""
    drawn = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = drawn()
            parts: dict[str, Any] = schema.setdefault("components", {}).setdefault("schemas", {})
            parts.pop("HTTPValidationError", None)
            parts.pop("ValidationError", None)
            parts["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            parts.update(parts["Problem"].pop("$defs", {}))
            for path in schema["paths"].values():
                for operation in path.values():
                    operation["responses"].pop("422", None)
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = openapi
