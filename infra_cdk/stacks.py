"""The two stacks: Data is what must survive, App is what may be replaced. Who may do what is in `grants.py`."""

from pathlib import Path

from aws_cdk import CfnOutput, Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_destinations as destinations
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra_cdk import database, nag, network, pipeline, storage, tokens
from infra_cdk.alarms import Alarms, alarm_topic, known_topic
from infra_cdk.bus import Bus
from infra_cdk.environments import Environment
from infra_cdk.functions import Functions
from infra_cdk.grants import SHOPS, Rights
from infra_cdk.layers import Code
from infra_cdk.migration import migrate_before
from infra_cdk.pipeline import Pipeline
from infra_cdk.queues import Queues, QueueShape, queues
from infra_cdk.rest_api import RestApi
from infra_cdk.schedules import Schedules
from infra_cdk.shapes import FunctionShape, shapes
from infra_cdk.site import Site
from infra_cdk.stubs import given
from infra_cdk.variables import Known, settings_of
from infra_cdk.websocket_api import WebSocketApi
from wareloom.kit.outside import HttpSettings, MarketKeySettings, PrintfulSettings, ProxySettings, SocialKeySettings
from wareloom.kit.settings import (
    AiSettings,
    ArtSettings,
    BusSettings,
    DatabaseSettings,
    DesignSettings,
    LiveSettings,
    MachineSettings,
    MoodSettings,
    RunSettings,
    SampleSettings,
    ShopSettings,
    SpeechSettings,
    StageSettings,
    StorageSettings,
    TokenSettings,
    WebSettings,
)


class DataStack(Stack):
    def __init__(self, scope: Construct, environment: Environment) -> None:
        super().__init__(
            scope,
            environment.stack("Data"),
            description="Wareloom: what must survive",
            termination_protection=environment.cloud is not None,
        )
        logs = storage.log_bucket(self, environment) if environment.cloud else None
        storage.raw_bucket(self, environment, logs)
        storage.art_bucket(self, environment, logs)
        tokens.token_secret(self, environment)
        if environment.engine:
            database.local_secret(self, environment, environment.engine)
        if environment.cloud:
            net = network.Network(self, environment, environment.cloud)
            kept = database.Database(self, environment, environment.cloud, net)
            topic = alarm_topic(self, environment, environment.cloud)
            alarms = Alarms(self, environment, topic)
            alarms.watch_database(kept.instance, environment.cloud.database_storage_gb)
            nag.acknowledge(self, nag.DATA)


class AppStack(Stack):
    def __init__(self, scope: Construct, environment: Environment, staging: Path) -> None:
        super().__init__(scope, environment.stack("App"), description="Wareloom: what may be replaced")
        self._environment = environment
        self._database = secretsmanager.Secret.from_secret_name_v2(self, "Database", environment.secret("database"))
        self._tokens = secretsmanager.Secret.from_secret_name_v2(self, "Tokens", environment.secret("tokens"))
        self._raw = s3.Bucket.from_bucket_name(self, "Raw", environment.bucket(storage.RAW))
        self._art = s3.Bucket.from_bucket_name(self, "Art", environment.bucket(storage.ART))
        self._bus = Bus(self, environment)
        self._queues = Queues(self, environment)
        self._socket = WebSocketApi(self, environment)
        self._functions = self._make_functions(staging)
        self._pipeline = Pipeline(self, environment, self._functions)
        self._api = RestApi(self, environment, self._functions["api"])
        self._site = Site(self, environment, self._api, self._socket)
        Rights(
            self,
            environment,
            self._functions,
            self._queues,
            self._bus,
            self._socket,
            self._database,
            self._tokens,
            self._raw,
            self._art,
        ).grant()
        self._wire()
        if environment.cloud:
            self._only_in_aws(staging)
        self._outputs()

    def _make_functions(self, staging: Path) -> dict[str, lambda_.IFunction]:
        environment = self._environment
        known = self._settings()
        addresses = {name: queue.queue_url for name, queue in self._queues.work.items()}

        def variables(shape: FunctionShape) -> dict[str, str]:
            return settings_of(shape, known, addresses)

        return Functions(self, environment, Code(self, environment, staging), variables).made

    def _settings(self) -> Known:
        environment = self._environment
        return {
            StageSettings: StageSettings(environment=environment.name, release=environment.release),
            DatabaseSettings: database.settings(self, environment),
            TokenSettings: TokenSettings(secret_id=environment.secret("tokens")),
            BusSettings: BusSettings(name=self._bus.bus.event_bus_name),
            StorageSettings: StorageSettings(raw_bucket=environment.bucket(storage.RAW)),
            ArtSettings: ArtSettings(bucket=environment.bucket(storage.ART)),
            AiSettings: AiSettings(
                provider=environment.ai_provider, base_url=environment.ai_base_url, secret_id=environment.secret("ai")
            ),
            DesignSettings: DesignSettings(studio=environment.studio),
            SpeechSettings: SpeechSettings(
                transcriber=environment.transcriber, whisper_model=environment.whisper_model
            ),
            MachineSettings: MachineSettings(arn=pipeline.arn(self, environment)),
            RunSettings: RunSettings(approval_seconds=environment.approval_seconds),
            MoodSettings: MoodSettings(folder=environment.mood_model),
            ShopSettings: ShopSettings(secrets=environment.secret(SHOPS)),
            PrintfulSettings: PrintfulSettings(base_url=environment.printful_url),
            WebSettings: WebSettings(secure_cookies=environment.engine is None),
            LiveSettings: LiveSettings(callback_url=self._socket.callback_url),
            MarketKeySettings: MarketKeySettings(secret_id=environment.secret("market")),
            SocialKeySettings: SocialKeySettings(secret_id=environment.secret("social")),
            ProxySettings: ProxySettings(secret_id=environment.secret("proxies")),
            HttpSettings: HttpSettings(allow_private=environment.engine is not None),
            SampleSettings: environment.sample,
        }

    def _wire(self) -> None:
        """What calls what."""
        self._socket.route_to(self._functions["websocket"])
        self._bus.push_everything(self._functions["push_updates"], self._queues.dead_letters("push_updates"))
        Schedules(self, self._environment, self._functions, self._queues)
        for queue in queues(self._environment):
            self._functions[queue.name].add_event_source(
                sources.SqsEventSource(
                    self._queues.work[queue.name],
                    batch_size=queue.batch,
                    max_concurrency=queue.at_once(self._environment),
                    max_batching_window=self._gathering(queue),
                    report_batch_item_failures=True,
                )
            )
        for shape in shapes(self._environment):
            if not shape.called_back:
                self._functions[shape.name].configure_async_invoke(
                    on_failure=given(destinations.SqsDestination(self._queues.dead_letters(shape.name))),
                    retry_attempts=2,
                    max_event_age=Duration.hours(1),
                )

    def _gathering(self, queue: QueueShape) -> Duration | None:
        return Duration.seconds(queue.gathers) if queue.gathers and self._environment.cloud else None

    def _only_in_aws(self, staging: Path) -> None:
        self._socket.keep_log(after=self._api.api.node.find_child("Account"))
        others = [function for name, function in self._functions.items() if name != "migrate_database"]
        migrate_before(self, self._functions["migrate_database"], others)
        self._site.deploy(staging)
        alarms = Alarms(self, self._environment, known_topic(self, self._environment))
        alarms.watch_functions(self._functions)
        alarms.watch_queues(self._queues)
        alarms.watch_api(self._api)
        alarms.watch_runs(self._pipeline.machine)
        nag.acknowledge(self, nag.APP)

    def _outputs(self) -> None:
        for name, value in {
            "ApiId": self._api.api.rest_api_id,
            "ApiUrl": self._api.url,
            "SocketId": self._socket.api.api_id,
            "SocketUrl": self._socket.url,
            "DistributionId": self._site.distribution.distribution_id,
            "Domain": self._site.domain,
            "SiteBucket": self._site.bucket.bucket_name,
            "RawBucket": self._raw.bucket_name,
            "MigrateFunctionName": self._functions["migrate_database"].function_name,
            "SweepFunctionName": self._functions["sweep_unfinished"].function_name,
            "RunsFunctionName": self._functions["schedule_runs"].function_name,
            "PipelineArn": self._pipeline.machine.state_machine_arn,
            "ArtBucket": self._art.bucket_name,
            "ScheduleFunctionName": self._functions["schedule_market"].function_name,
            "QueueScrapeMarketUrl": self._queues.work["scrape_market"].queue_url,
            "DatabaseSecret": self._environment.secret("database"),
            "TokenSecret": self._environment.secret("tokens"),
        }.items():
            CfnOutput(self, name, value=value)
