"""The application: its routes, one line each, and what stands around every request."""

from fastapi import APIRouter, FastAPI
from fastapi.middleware.cors import CORSMiddleware

from functions.api.errors import PROBLEMS, mend_openapi, register_errors
from functions.api.frame import Frame
from functions.api.routes import (
    alert_rules,
    alerts,
    audit,
    auth,
    claims,
    collections,
    dead_letters,
    designs,
    exports,
    health,
    ideas,
    imports,
    invitations,
    keys,
    listed_terms,
    listings,
    live,
    marketplaces,
    matches,
    me,
    members,
    mentions,
    offers,
    outlooks,
    patterns,
    plan,
    posts,
    pulse,
    recordings,
    runs,
    shops,
    studios,
    subjects,
    submitted_pages,
    tasks,
    trends,
    watches,
)
from wareloom.kit.settings import StageSettings, WebSettings

PREFIX = "/api/v1"


def create_app() -> FastAPI:
    app = FastAPI(
        title="Wareloom",
        version="1",
        summary="What sells, what rises, and what to make of it.",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
    )
    router = APIRouter(prefix=PREFIX, responses=PROBLEMS)
    # The first that matches answers, so what is asked most stands first.
    router.include_router(offers.router)
    router.include_router(auth.router)
    router.include_router(me.router)
    router.include_router(keys.router)
    router.include_router(members.router)
    router.include_router(invitations.router)
    router.include_router(audit.router)
    router.include_router(marketplaces.router)
    router.include_router(matches.router)
    router.include_router(watches.router)
    router.include_router(tasks.router)
    router.include_router(exports.router)
    router.include_router(imports.router)
    router.include_router(submitted_pages.router)
    router.include_router(claims.router)
    router.include_router(listed_terms.router)
    router.include_router(runs.router)
    router.include_router(designs.router)
    router.include_router(listings.router)
    router.include_router(outlooks.router)
    router.include_router(mentions.router)
    router.include_router(patterns.router)
    router.include_router(trends.router)
    router.include_router(recordings.router)
    router.include_router(collections.router)
    router.include_router(ideas.router)
    router.include_router(alerts.router)
    router.include_router(alert_rules.router)
    router.include_router(plan.router)
    router.include_router(studios.router)
    router.include_router(shops.router)
    router.include_router(subjects.router)
    router.include_router(posts.router)
    router.include_router(pulse.router)
    router.include_router(dead_letters.router)
    router.include_router(live.router)
    router.include_router(health.router)
    app.include_router(router)
    register_errors(app)
    _stand_around(app)
    mend_openapi(app)
    return app


def _stand_around(app: FastAPI) -> None:
    """Outermost last: the frame sees every answer, the CORS ones too."""
    app.add_middleware(
        CORSMiddleware,
        allow_origins=WebSettings.from_env().allowed_origins(),
        allow_credentials=True,
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "If-None-Match", "X-Request-Id"],
        expose_headers=["ETag", "Retry-After", "X-Request-Id"],
        max_age=600,
    )
    app.add_middleware(Frame, release=StageSettings.from_env().release)
