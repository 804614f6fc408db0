"""Who may do what. Beyond this list a function may write its own log, take its own queue's messages, hand its own
failures to its dead-letter queue and, in AWS, stand in the network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secretsmanager

from infra_cdk import pipeline, tokens
from infra_cdk.bus import Bus
from infra_cdk.environments import Environment
from infra_cdk.queues import Queues
from infra_cdk.websocket_api import WebSocketApi
from wareloom.kit.model_folder import is_in_s3

SHOPS = "shops"
Grant = tuple[tuple[str, ...], tuple[str, ...], str]
_COLLECTING = ("api", "schedule_market", "scrape_market")
_ANNOUNCERS = (
    "api",
    "schedule_market",
    "scrape_market",
    "export_offers",
    "import_rows",
    "scrape_social",
    "score_sentiment",
    "transcribe_recording",
    "sweep_unfinished",
    "watch_alerts",
    "schedule_runs",
    *pipeline.CALLED,
)


@dataclass(frozen=True)
class Rights:
    """What rights are held on."""

    stack: Stack
    environment: Environment
    functions: Mapping[str, lambda_.IFunction]
    queues: Queues
    bus: Bus
    socket: WebSocketApi
    database: secretsmanager.ISecret
    tokens: secretsmanager.ISecret
    raw: s3.IBucket
    art: s3.IBucket

    def grant(self) -> None:
        for who, actions, resource in (
            *self._reading_and_telling(),
            *self._browsing(),
            *self._listening(),
            *self._counting(),
            *self._transcribing(),
            *self._reading_models(),
            *self._making_and_selling(),
        ):
            for name in who:
                self.functions[name].add_to_role_policy(
                    iam.PolicyStatement(actions=list(actions), resources=[resource])
                )

    def _reading_and_telling(self) -> Sequence[Grant]:
        everyone = tuple(self.functions)
        scrape_market = self.queues.work["scrape_market"].queue_arn
        export_offers = self.queues.work["export_offers"].queue_arn
        import_rows = self.queues.work["import_rows"].queue_arn
        uploads = self.raw.arn_for_objects("imports/*")
        pages, exports = self.raw.arn_for_objects("market/pages/*"), self.raw.arn_for_objects("exports/*")
        # A secret's ARN ends in six characters that AWS chooses. The name with six question marks is the same on a
        # laptop, where Ref answers with the name, so that an enforced policy there is the policy of production.
        return (
            (everyone, ("secretsmanager:GetSecretValue",), f"{self.database.secret_arn}-??????"),
            (("api",), ("secretsmanager:GetSecretValue",), f"{self.tokens.secret_arn}-??????"),
            (("api", "schedule_market", "sweep_unfinished"), ("sqs:SendMessage",), scrape_market),
            (("scrape_market",), ("sqs:SendMessage", "sqs:ChangeMessageVisibility"), scrape_market),
            (("api", "sweep_unfinished"), ("sqs:SendMessage",), export_offers),
            (("export_offers",), ("sqs:SendMessage", "sqs:ChangeMessageVisibility"), export_offers),
            (("export_offers",), ("s3:PutObject", "s3:AbortMultipartUpload"), exports),
            (("api",), ("s3:GetObject", "s3:DeleteObject"), exports),
            (("api", "sweep_unfinished"), ("sqs:SendMessage",), import_rows),
            (("import_rows",), ("sqs:SendMessage", "sqs:ChangeMessageVisibility"), import_rows),
            # What the API may put, it may let a browser put: one file, under the name that the API signed.
            (("api",), ("s3:GetObject", "s3:PutObject"), uploads),
            (("import_rows",), ("s3:GetObject",), uploads),
            (_ANNOUNCERS, ("events:PutEvents",), self.bus.bus.event_bus_arn),
            (_COLLECTING, ("secretsmanager:GetSecretValue",), f"{self._secret_arn('market')}-??????"),
            (("scrape_market",), ("secretsmanager:GetSecretValue",), f"{self._secret_arn('proxies')}-??????"),
            (("scrape_market", "import_rows"), ("s3:PutObject",), pages),
            (("api", "scrape_market"), ("s3:GetObject",), pages),
            (("websocket", "push_updates"), ("execute-api:ManageConnections",), self.socket.sockets_arn),
        )

    def _listening(self) -> Sequence[Grant]:
        scrape_social = self.queues.work["scrape_social"].queue_arn
        score_sentiment = self.queues.work["score_sentiment"].queue_arn
        return (
            (("api", "schedule_social", "sweep_unfinished"), ("sqs:SendMessage",), scrape_social),
            (("scrape_social",), ("sqs:SendMessage", "sqs:ChangeMessageVisibility"), scrape_social),
            (("api", "scrape_social", "sweep_unfinished"), ("sqs:SendMessage",), score_sentiment),
            (("score_sentiment",), ("sqs:SendMessage", "sqs:ChangeMessageVisibility"), score_sentiment),
            (("scrape_social",), ("secretsmanager:GetSecretValue",), f"{self._secret_arn('social')}-??????"),
        )

    def _counting(self) -> Sequence[Grant]:
        """How deep the queues are is shown with the dead letters."""
        counted = (queue for name, work in self.queues.work.items() for queue in (work, self.queues.dead[name]))
        return tuple((("api",), ("sqs:GetQueueAttributes",), queue.queue_arn) for queue in counted)

    def _browsing(self) -> Sequence[Grant]:
        if not self.environment.cloud:
            return ()
        browse_market = self.queues.work["browse_market"].queue_arn
        pages = self.raw.arn_for_objects("market/pages/*")
        return (
            (("api", "scrape_market", "sweep_unfinished"), ("sqs:SendMessage",), browse_market),
            (("browse_market",), ("sqs:SendMessage", "sqs:ChangeMessageVisibility"), browse_market),
            (("browse_market",), ("events:PutEvents",), self.bus.bus.event_bus_arn),
            (("browse_market",), ("s3:GetObject", "s3:PutObject"), pages),
            (("browse_market",), ("s3:ListBucket",), self.raw.bucket_arn),
            (("browse_market",), ("secretsmanager:GetSecretValue",), f"{self._secret_arn('market')}-??????"),
            (("browse_market",), ("secretsmanager:GetSecretValue",), f"{self._secret_arn('proxies')}-??????"),
        )

    def _transcribing(self) -> Sequence[Grant]:
        queue = self.queues.work["transcribe_recording"].queue_arn
        files = self.raw.arn_for_objects("recordings/files/*")
        parts = self.raw.arn_for_objects("recordings/parts/*")
        uploading = ("s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts")
        return (
            (("api", "sweep_unfinished"), ("sqs:SendMessage",), queue),
            (("transcribe_recording",), ("sqs:SendMessage", "sqs:ChangeMessageVisibility"), queue),
            # What the API may put, it may let a browser put: one part of one file, at an address that it signed.
            (("api",), ("s3:GetObject", "s3:DeleteObject", *uploading), files),
            (("api",), ("s3:DeleteObject",), parts),
            (("sweep_unfinished",), ("s3:AbortMultipartUpload",), files),
            (("transcribe_recording",), ("s3:GetObject", *uploading), files),
            (("transcribe_recording",), ("s3:GetObject", "s3:PutObject"), parts),
            (("transcribe_recording",), ("s3:ListBucket",), self.raw.bucket_arn),
            (("transcribe_recording",), ("secretsmanager:GetSecretValue",), f"{self._secret_arn('ai')}-??????"),
        )

    def _reading_models(self) -> Sequence[Grant]:
        """Who is told that its model lies in S3 may read it there."""
        whose = (
            (("transcribe_recording",), self.environment.whisper_model),
            (("transcribe_recording", "score_sentiment"), self.environment.mood_model),
        )
        rights = list[Grant]()
        for who, address in whose:
            if address and is_in_s3(address):
                bucket, _, folder = address.removeprefix("s3://").rstrip("/").partition("/")
                there = f"arn:{self.stack.partition}:s3:::{bucket}"
                rights += [(who, ("s3:GetObject",), f"{there}/{folder}/*"), (who, ("s3:ListBucket",), there)]
        return rights

    def _making_and_selling(self) -> Sequence[Grant]:
        machine = pipeline.arn(self.stack, self.environment)
        executions = pipeline.executions_arn(self.stack, self.environment)
        shops = f"{self._secret_arn(SHOPS)}/*"
        art = self.art.arn_for_objects("designs/*")
        kept_answers, practice = self.raw.arn_for_objects("ai/*"), self.raw.arn_for_objects("sandbox/*")
        answering = ("api", "await_approval", "expire_design", "sweep_unfinished")
        artists, sellers = ("ideate_designs", "generate_designs"), ("api", "publish_listings")
        return (
            (("api", "schedule_runs", "sweep_unfinished"), ("states:StartExecution",), machine),
            (("api", "sweep_unfinished"), ("states:StopExecution",), executions),
            (("sweep_unfinished",), ("states:DescribeExecution",), executions),
            (answering, ("states:SendTaskSuccess",), machine),
            (answering, ("states:SendTaskSuccess",), f"{machine}/{pipeline.CHILDREN}"),
            (("generate_designs",), ("s3:PutObject",), art),
            (sellers, ("s3:GetObject",), art),
            # Who may not list a bucket is told “forbidden” of an object that is not there.
            ((*artists, *sellers, "scrape_market", "import_rows"), ("s3:ListBucket",), self.raw.bucket_arn),
            (artists, ("s3:GetObject", "s3:PutObject"), kept_answers),
            (artists, ("secretsmanager:GetSecretValue",), f"{self._secret_arn('ai')}-??????"),
            (sellers, ("s3:GetObject", "s3:PutObject", "s3:DeleteObject"), practice),
            (
                sellers,
                tuple(f"secretsmanager:{act}" for act in ("CreateSecret", "PutSecretValue", "DeleteSecret")),
                shops,
            ),
            (("publish_listings",), ("secretsmanager:GetSecretValue",), shops),
        )

    def _secret_arn(self, what: str) -> str:
        return tokens.secret_arn(self.stack, self.environment, what)
