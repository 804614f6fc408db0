"""The functions, as data: what each costs, which settings it reads, which queues it sends to."""

from dataclasses import dataclass, replace

from infra_cdk.environments import Environment
from infra_cdk.queues import SCORE_SECONDS
from layers.library import AI, COLLECT, FORECAST, IMAGING, INFERENCE, PARQUET
from wareloom.kit.outside import HttpSettings, MarketKeySettings, PrintfulSettings, ProxySettings, SocialKeySettings
from wareloom.kit.settings import (
    AiSettings,
    ArtSettings,
    BusSettings,
    DesignSettings,
    LiveSettings,
    MachineSettings,
    MoodSettings,
    RunSettings,
    SampleSettings,
    Settings,
    ShopSettings,
    SpeechSettings,
    StorageSettings,
    TokenSettings,
    WebSettings,
)

_OF_THE_API = (
    TokenSettings, BusSettings, WebSettings, ArtSettings, MachineSettings, ShopSettings, StorageSettings,
    PrintfulSettings, MarketKeySettings, SpeechSettings, AiSettings,
)  # fmt: skip
_NUDGED = (
    "scrape_market",
    "browse_market",
    "export_offers",
    "import_rows",
    "scrape_social",
    "score_sentiment",
    "transcribe_recording",
)


@dataclass(frozen=True)
class FunctionShape:
    """`functions/<name>/handler.py`, what it costs and which settings it reads. `sends` names queues."""

    name: str
    memory: int
    seconds: int
    settings: tuple[type[Settings], ...] = ()
    sends: tuple[str, ...] = ()
    concurrency: int | None = None
    layers: tuple[str, ...] = ()
    """Beside the one that every function has."""
    called_back: bool = False
    """False when nobody waits for its answer: then what it cannot do goes to a dead-letter queue."""
    image: bool = False
    """True where it needs more than layers can hold: `functions/<name>/Dockerfile` says what. Only in AWS."""
    here_too: bool = False
    """True for an image that a laptop runs as any other function: all libraries are at hand there."""


# 1,769 MB is one whole processor: a cold start and a password's hash take a third of the time they take at 512.
def shapes(environment: Environment) -> tuple[FunctionShape, ...]:
    if environment.cloud:
        return _shapes(environment)
    return tuple(replace(shape, image=False) for shape in _shapes(environment) if shape.here_too or not shape.image)


def _shapes(environment: Environment) -> tuple[FunctionShape, ...]:
    scrape = environment.scrape_seconds
    return (
        FunctionShape(
            "api",
            1769,
            29,
            _OF_THE_API,
            sends=_NUDGED,
            called_back=True,
        ),
        FunctionShape("websocket", 512, 15, (LiveSettings,), called_back=True),
        FunctionShape("push_updates", 512, 60, (LiveSettings,)),
        FunctionShape("schedule_market", 512, 60, (BusSettings, MarketKeySettings), sends=("scrape_market",)),
        FunctionShape(
            "scrape_market",
            1024,
            scrape,
            (BusSettings, StorageSettings, HttpSettings, ProxySettings, MarketKeySettings, SampleSettings),
            sends=("scrape_market", "browse_market"),
            concurrency=environment.scrape_concurrency,
            layers=(COLLECT,),
            called_back=True,
        ),
        FunctionShape(
            "browse_market",
            2048,
            scrape,
            (BusSettings, StorageSettings, HttpSettings, ProxySettings, MarketKeySettings),
            sends=("browse_market",),
            concurrency=environment.browse_concurrency,
            called_back=True,
            image=True,
        ),
        FunctionShape(
            "export_offers",
            1769,
            environment.export_seconds,
            (BusSettings, StorageSettings),
            sends=("export_offers",),
            layers=(PARQUET,),
            called_back=True,
        ),
        FunctionShape(
            "import_rows",
            1024,
            environment.import_seconds,
            (BusSettings, StorageSettings),
            sends=("import_rows",),
            called_back=True,
        ),
        FunctionShape("schedule_social", 512, 60, (BusSettings,), sends=("scrape_social",)),
        FunctionShape(
            "scrape_social",
            1024,
            scrape,
            (BusSettings, HttpSettings, SocialKeySettings, SampleSettings),
            sends=("scrape_social", "score_sentiment"),
            layers=(COLLECT,),
            called_back=True,
        ),
        FunctionShape(
            "transcribe_recording",
            3008,
            environment.transcribe_seconds,
            (BusSettings, StorageSettings, HttpSettings, AiSettings, SpeechSettings, MoodSettings),
            sends=("transcribe_recording",),
            layers=(FORECAST, INFERENCE),  # for a laptop: an image holds what its Dockerfile says
            called_back=True,
            image=True,
            here_too=True,
        ),
        FunctionShape(
            "score_sentiment",
            1769,
            SCORE_SECONDS,
            (BusSettings, MoodSettings),
            sends=("score_sentiment",),
            layers=(FORECAST, INFERENCE),
            called_back=True,
        ),
        FunctionShape("match_offers", 1769, 300, (HttpSettings,), layers=(COLLECT, IMAGING)),
        FunctionShape("sweep_unfinished", 512, 120, (BusSettings, MachineSettings, StorageSettings), sends=_NUDGED),
        FunctionShape("watch_alerts", 512, 120, (BusSettings,)),
        FunctionShape("schedule_runs", 512, 60, (BusSettings, MachineSettings)),
        FunctionShape("analyse_trends", 2048, 900, (BusSettings,), layers=(FORECAST,), called_back=True),
        FunctionShape(
            "ideate_designs",
            1024,
            180,
            (BusSettings, StorageSettings, AiSettings, DesignSettings),
            layers=(AI,),
            called_back=True,
        ),
        FunctionShape(
            "generate_designs",
            1769,
            300,
            (BusSettings, StorageSettings, AiSettings, ArtSettings, RunSettings),
            layers=(AI, IMAGING),
            concurrency=environment.draw_concurrency,
            called_back=True,
        ),
        FunctionShape("await_approval", 512, 30, (BusSettings, MachineSettings), called_back=True),
        FunctionShape("expire_design", 512, 30, (BusSettings, MachineSettings), called_back=True),
        FunctionShape(
            "publish_listings",
            512,
            90,
            (BusSettings, StorageSettings, ArtSettings, ShopSettings, PrintfulSettings),
            called_back=True,
        ),
        FunctionShape("record_failure", 512, 30, (BusSettings,), called_back=True),
        FunctionShape("finish_run", 512, 30, (BusSettings,), called_back=True),
        FunctionShape("migrate_database", 1024, 840, called_back=True),
    )
