"""What differs between local, staging and production, and how things are named. Everything else is the same app.

Names are fixed rather than generated, so that the App stack finds what the Data stack keeps without a CloudFormation
export: an export ties the two stacks together, and then neither can change first.
"""

from dataclasses import dataclass

from aws_cdk import Aws

from wareloom.kit.settings import AiProvider, EnvironmentName, SampleSettings

DATABASE = "wareloom"
_WORLD = SampleSettings()


@dataclass(frozen=True)
class Engine:
    """The local engine: where it and PostgreSQL listen on this machine."""

    port: int = 4566
    database_port: int = 5432
    database_user: str = "wareloom"
    database_password: str = "wareloom"  # noqa: S105 - protects nothing: PostgreSQL listens to loopback alone
    host: str = "127.0.0.1"

    def execute_url(self, api_id: str, stage: str, *, scheme: str = "http") -> str:
        return f"{scheme}://{self.host}:{self.port}{self.execute_path(api_id, stage)}"

    def execute_path(self, api_id: str, stage: str) -> str:
        return f"/_aws/execute-api/{api_id}/{stage}"


@dataclass(frozen=True)
class Cloud:
    """What exists only in AWS, because the local engine has no such thing or PostgreSQL is already at hand."""

    nat_gateways: int
    database_class: str
    database_storage_gb: int
    multi_az: bool
    backup_days: int
    domain: str | None = None
    certificate_arn: str | None = None
    alarm_email: str | None = None


@dataclass(frozen=True)
class Environment:
    name: EnvironmentName
    engine: Engine | None
    cloud: Cloud | None
    scrape_seconds: int
    scrape_concurrency: int
    browse_concurrency: int
    """How many pages browsers bring at one time."""
    import_seconds: int
    import_concurrency: int
    """How many slices of imports are read at one time, by all workspaces together."""
    listen_concurrency: int
    """How many answers of networks are heard, and how many lots of posts have their moods read, at one time."""
    transcribe_seconds: int
    transcribe_concurrency: int
    """How many parts of recordings are heard at one time, by all workspaces together."""
    export_seconds: int
    export_concurrency: int
    """How many slices of exports are written at one time, by all workspaces together."""
    draw_concurrency: int
    """How many designs are drawn at one time, by all workspaces together."""
    visibility_factor: int
    """How many of its function's time-outs a message stays hidden. AWS advises six; a person at a laptop waits less."""
    requests_per_second: int
    request_burst: int
    log_days: int
    approval_seconds: int = 7 * 24 * 3600
    """How long a drawn design waits for a person."""
    ai_provider: AiProvider = "offline"
    """Who writes and draws: `openai` wants a key in the secret that `secret("ai")` names."""
    transcriber: str = "offline"
    """Who listens to recordings for which nobody chose."""
    whisper_model: str | None = None
    """Where a Whisper model lies: a directory of the image, or s3://bucket/folder."""
    mood_model: str | None = None
    """Where another model of moods lies than the one that ships, likewise."""
    model_disk: int = 512
    """Megabytes of disk of the functions that bring a model from S3."""
    studio: str = "typographic"
    """Who draws a design for which nobody chose a studio."""
    ai_base_url: str | None = None
    """A compatible server instead of OpenAI's own."""
    printful_url: str = "https://api.printful.com"
    sample: SampleSettings = _WORLD
    """The simulated market's world. A laptop's begins 180 days before its first start."""
    release: str = "unreleased"
    library: bool = True
    """False leaves the library layer out: enough to look at a template, which then refuses to be deployed."""

    @property
    def tls_only(self) -> bool:
        """The engine speaks plain http to loopback, and would obey a policy that refuses it."""
        return self.engine is None

    def stack(self, which: str) -> str:
        return f"Wareloom-{self.name.capitalize()}-{which}"

    def named(self, what: str) -> str:
        return f"wareloom-{self.name}-{what}"

    def bucket(self, what: str) -> str:
        """All of AWS shares bucket names, so they carry the account; a laptop keeps its buckets between starts."""
        return self.named(what) if self.engine else f"{self.named(what)}-{Aws.ACCOUNT_ID}-{Aws.REGION}"

    @property
    def plain_pictures(self) -> tuple[str, ...]:
        """Where browsers fetch artwork from without https: from the engine, and in AWS nowhere."""
        return (f"http://{self.engine.host}:{self.engine.port}",) if self.engine else ()

    def posted_to(self, bucket: str) -> str:
        """Where browsers post files that become objects of a bucket."""
        if self.engine:
            return f"http://{self.engine.host}:{self.engine.port}/{self.bucket(bucket)}"
        return f"https://s3.{Aws.REGION}.{Aws.URL_SUFFIX}/{self.bucket(bucket)}"

    def secret(self, what: str) -> str:
        return f"wareloom/{self.name}/{what}"

    def secret_arn(self, what: str) -> str:
        return f"arn:{Aws.PARTITION}:secretsmanager:{Aws.REGION}:{Aws.ACCOUNT_ID}:secret:{self.secret(what)}"


LOCAL = Environment(
    name="local",
    engine=Engine(),
    cloud=None,
    scrape_seconds=30,
    scrape_concurrency=2,
    browse_concurrency=2,
    import_seconds=60,
    import_concurrency=2,
    listen_concurrency=2,
    transcribe_seconds=600,
    transcribe_concurrency=2,
    export_seconds=120,
    export_concurrency=2,
    draw_concurrency=4,
    visibility_factor=1,
    requests_per_second=200,
    request_burst=400,
    log_days=1,
    library=False,
)

STAGING = Environment(
    name="staging",
    engine=None,
    cloud=Cloud(nat_gateways=1, database_class="t4g.small", database_storage_gb=20, multi_az=False, backup_days=3),
    scrape_seconds=120,
    scrape_concurrency=3,
    browse_concurrency=2,
    import_seconds=120,
    import_concurrency=2,
    listen_concurrency=2,
    transcribe_seconds=900,
    transcribe_concurrency=4,
    export_seconds=300,
    export_concurrency=2,
    draw_concurrency=10,
    visibility_factor=6,
    requests_per_second=50,
    request_burst=100,
    log_days=14,
)

PRODUCTION = Environment(
    name="production",
    engine=None,
    cloud=Cloud(nat_gateways=2, database_class="m7g.large", database_storage_gb=100, multi_az=True, backup_days=30),
    scrape_seconds=120,
    scrape_concurrency=20,
    browse_concurrency=10,
    import_seconds=120,
    import_concurrency=5,
    listen_concurrency=5,
    transcribe_seconds=900,
    transcribe_concurrency=20,
    export_seconds=300,
    export_concurrency=5,
    draw_concurrency=50,
    visibility_factor=6,
    requests_per_second=500,
    request_burst=1000,
    log_days=90,
)

ENVIRONMENTS: dict[str, Environment] = {known.name: known for known in (LOCAL, STAGING, PRODUCTION)}
