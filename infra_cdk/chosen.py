"""Which environment is deployed, and what the context says about this deployment of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from infra_cdk.environments import ENVIRONMENTS, Cloud, Engine, Environment
from wareloom.kit.settings import AiProvider, SampleSettings

SAID = (
    "environment",
    "release",
    "layers",  # skip: leaves the libraries out
    "engine_port",
    "database_port",
    "database_user",
    "database_password",
    "sample_first_day",
    "sample_offers",
    "domain",
    "certificate_arn",
    "alarm_email",
    "approval_seconds",
    "ai_provider",
    "ai_base_url",
    "studio",
    "transcriber",
    "whisper_model",
    "mood_model",
    "model_disk",
    "printful_url",
)
"""What the context of a deployment may say."""


def chosen(context: Mapping[str, str]) -> Environment:
    """The environment that `-c environment=` names, with what else the context says about this deployment."""
    name = context.get("environment", "local")
    if name not in ENVIRONMENTS:
        raise LookupError(f"There is no environment “{name}”. Known: {', '.join(ENVIRONMENTS)}.")
    found = ENVIRONMENTS[name]
    library = found.library and context.get("layers") != "skip"
    return replace(
        found,
        engine=found.engine and _engine(found.engine, context),
        cloud=found.cloud and _cloud(found.cloud, context),
        sample=SampleSettings(
            first_day=context.get("sample_first_day", found.sample.first_day),
            offers=context.get("sample_offers", found.sample.offers),
        ),
        approval_seconds=int(context.get("approval_seconds", found.approval_seconds)),
        studio=context.get("studio", found.studio),
        transcriber=context.get("transcriber", found.transcriber),
        whisper_model=context.get("whisper_model", found.whisper_model),
        mood_model=context.get("mood_model", found.mood_model),
        model_disk=int(context.get("model_disk", found.model_disk)),
        ai_base_url=context.get("ai_base_url", found.ai_base_url),
        printful_url=context.get("printful_url", found.printful_url),
        ai_provider=_ai_provider(context.get("ai_provider", found.ai_provider)),
        release=context.get("release", found.release),
        library=library,
    )


def _ai_provider(name: str) -> AiProvider:
    for known in get_args(AiProvider):
        if name == known:
            return known
    raise LookupError(f"There is no provider of models “{name}”. Known: {', '.join(get_args(AiProvider))}.")


def _engine(engine: Engine, context: Mapping[str, str]) -> Engine:
    return Engine(
        port=int(context.get("engine_port", engine.port)),
        database_port=int(context.get("database_port", engine.database_port)),
        database_user=context.get("database_user", engine.database_user),
        database_password=context.get("database_password", engine.database_password),
    )


def _cloud(cloud: Cloud, context: Mapping[str, str]) -> Cloud:
    if bool(context.get("domain")) != bool(context.get("certificate_arn")):
        raise LookupError(
            "A domain needs its certificate (in us-east-1) and the other way round: give both or neither."
        )
    return replace(
        cloud,
        domain=context.get("domain"),
        certificate_arn=context.get("certificate_arn"),
        alarm_email=context.get("alarm_email"),
    )
