"""The functions, as data, and how each is made. What each may do is written in one list in `grants.py`."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra_cdk import network
from infra_cdk.environments import Environment
from infra_cdk.layers import Code
from infra_cdk.queues import SCORE_SECONDS
from infra_cdk.stubs import given
from layers.library import AI, COLLECT, FORECAST, IMAGING, INFERENCE, PARQUET
from wareloom.kit.settings import (
    AiSettings,
    ArtSettings,
    BusSettings,
    DesignSettings,
    HttpSettings,
    LiveSettings,
    MachineSettings,
    MarketKeySettings,
    MoodSettings,
    PrintfulSettings,
    ProxySettings,
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
    PrintfulSettings, MarketKeySettings, SpeechSettings,
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
RUNTIME = lambda_.Runtime.PYTHON_3_13
ARCHITECTURE = lambda_.Architecture.ARM_64
LOG_DAYS = {1: logs.RetentionDays.ONE_DAY, 14: logs.RetentionDays.TWO_WEEKS, 90: logs.RetentionDays.THREE_MONTHS}


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
            (BusSettings, HttpSettings, ProxySettings, SampleSettings),
            sends=("scrape_social", "score_sentiment"),
            layers=(COLLECT,),
            called_back=True,
        ),
        FunctionShape(
            "transcribe_recording",
            3008,
            environment.transcribe_seconds,
            (BusSettings, StorageSettings, HttpSettings, AiSettings, SpeechSettings),
            sends=("transcribe_recording",),
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


class Functions:
    """Makes them all; `made` finds each by its name."""

    def __init__(
        self,
        scope: Construct,
        environment: Environment,
        code: Code,
        settings: Callable[[FunctionShape], dict[str, str]],
    ) -> None:
        self._scope = scope
        self._environment = environment
        self._code = code
        self._place = network.place(scope, environment) if environment.cloud else None
        self._may_stand = network.may_stand_in_network(scope) if environment.cloud else None
        self.made = {shape.name: self._function(shape, settings(shape)) for shape in shapes(environment)}

    def _function(self, shape: FunctionShape, variables: dict[str, str]) -> lambda_.IFunction:
        home = Construct(self._scope, shape.name)
        log = self._log(home, shape)
        made = lambda_.Function(
            home,
            "Function",
            function_name=self._environment.named(shape.name),
            runtime=lambda_.Runtime.FROM_IMAGE if shape.image else RUNTIME,
            architecture=ARCHITECTURE,
            handler=lambda_.Handler.FROM_IMAGE if shape.image else f"functions.{shape.name}.handler.handle",
            code=self._code.image(shape.name) if shape.image else self._code.function(shape.name),
            layers=None if shape.image else self._code.layers(shape.layers),
            memory_size=shape.memory,
            timeout=Duration.seconds(shape.seconds),
            reserved_concurrent_executions=shape.concurrency,
            environment={"POWERTOOLS_SERVICE_NAME": shape.name, "POWERTOOLS_LOG_LEVEL": "INFO"} | variables,
            role=self._role(home, log),
            log_group=log,
            logging_format=lambda_.LoggingFormat.JSON,
        )
        if self._place:
            self._place.hold(made)
        return given(made)

    def _log(self, home: Construct, shape: FunctionShape) -> logs.LogGroup:
        return logs.LogGroup(
            home,
            "Log",
            log_group_name=f"/aws/lambda/{self._environment.named(shape.name)}",
            retention=LOG_DAYS[self._environment.log_days],
            removal_policy=RemovalPolicy.DESTROY,
        )

    def _role(self, home: Construct, log: logs.LogGroup) -> iam.IRole:
        """Made here, for the role that the CDK would make may write every log of the account."""
        role: iam.IRole = given(iam.Role(home, "Role", assumed_by=given(iam.ServicePrincipal("lambda.amazonaws.com"))))
        log.grant_write(role)
        if self._may_stand:
            role.add_managed_policy(given(self._may_stand))
        return role
