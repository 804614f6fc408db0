"""Settings: one small frozen model per concern, written to the environment by the CDK and read back by the functions.

Both sides use the same class, so a name cannot drift. Nothing is read when a module is imported.
"""

from datetime import date
from typing import Literal

from pydantic import Field, SecretStr

from wareloom.kit.environment import Settings

EnvironmentName = Literal["local", "staging", "production"]
AiProvider = Literal["offline", "openai"]


class StageSettings(Settings):
    prefix = "STAGE"

    environment: EnvironmentName = "local"
    release: str = "unreleased"


class DatabaseSettings(Settings):
    """Where PostgreSQL is. `secret_id` names a secret with username and password; without one the password is given."""

    prefix = "DATABASE"

    host: str = "127.0.0.1"
    port: int | str = 5432
    name: str = "wareloom"
    user: str = "wareloom"
    password: SecretStr | None = None
    secret_id: str | None = None
    require_tls: bool = False


class BusSettings(Settings):
    prefix = "BUS"

    name: str


class QueueSettings(Settings):
    """The addresses of the queues, one variable per queue: a function gets only those that it may send to."""

    prefix = "QUEUE"

    scrape_market: str | None = None
    browse_market: str | None = None
    export_offers: str | None = None
    import_rows: str | None = None
    scrape_social: str | None = None
    score_sentiment: str | None = None
    transcribe_recording: str | None = None

    def address(self, queue: str) -> str:
        address: str | None = getattr(self, queue, None)
        if address is None:
            raise LookupError(f"{self.variable(queue)} is not set: this function may not send to {queue}")
        return address


class StorageSettings(Settings):
    prefix = "STORAGE"

    raw_bucket: str


class ArtSettings(Settings):
    """Where artwork, thumbnails and mockups are kept."""

    prefix = "ART"

    bucket: str


class DesignSettings(Settings):
    """Which studio draws what nobody chose a studio for."""

    prefix = "DESIGN"

    studio: str = "typographic"


class MachineSettings(Settings):
    """The state machine that carries a run."""

    prefix = "MACHINE"

    arn: str


class MoodSettings(Settings):
    """Which model reads moods: a directory with another than the one that ships, here or as s3://bucket/folder."""

    prefix = "MOOD"

    folder: str | None = None


class ShopSettings(Settings):
    """Under which name in Secrets Manager the credentials of connected shops are kept."""

    prefix = "SHOP"

    secrets: str


class RunSettings(Settings):
    """How long a design waits for a person before it is closed politely."""

    prefix = "RUN"

    approval_seconds: int | str = 7 * 24 * 3600


class TokenSettings(Settings):
    """Who signs access tokens. The secret is JSON: {"current": "<key id>", "<key id>": "<secret>", ...}."""

    prefix = "TOKEN"

    secret_id: str
    issuer: str = "wareloom"
    access_minutes: int = 15
    refresh_days: int = 30


class WebSettings(Settings):
    """How browsers reach us. `origins` is a comma-separated list of other origins that may call the API."""

    prefix = "WEB"

    origins: str = ""
    secure_cookies: bool = True

    def allowed_origins(self) -> list[str]:
        return [origin.strip() for origin in self.origins.split(",") if origin.strip()]


class LiveSettings(Settings):
    prefix = "LIVE"

    callback_url: str


class SampleSettings(Settings):
    """The simulated market and network: the same seed, first day and offers give the same world."""

    prefix = "SAMPLE"

    seed: int | str = 7
    first_day: date | str = date(2026, 5, 1)
    offers: int | str = 2000
    posts: int | str = Field(default=90, description="What a quiet day on the whole sample network brings.")


class AiSettings(Settings):
    """Which models answer. What they may cost is the plan of each workspace.

    `secret_id` names a secret with {"api_key": ...}; a server of one's own behind `base_url` may do without. `models`
    is JSON that adds to what `kit.ai.abilities` knows, or replaces it: {"text": {"<id>": {...}}, "image": {...}}.
    """

    prefix = "AI"

    provider: AiProvider = "offline"
    text_model: str = "gpt-6-luna"
    image_model: str = "gpt-image-2.5-flare"
    base_url: str | None = None
    secret_id: str | None = None
    models: str = "{}"
    timeout: float = 120


class SpeechSettings(Settings):
    """Who listens to recordings where nobody chose. OpenAI's key and server are those of `AiSettings`.

    `whisper_model` is a directory as faster-whisper reads it, here or as s3://bucket/folder. `paid_minutes` bounds what
    a workspace may have heard by a transcriber that is paid, in a month.
    """

    prefix = "SPEECH"

    transcriber: str = "offline"
    whisper_model: str | None = None
    whisper_compute: str = "int8"
    openai_model: str = "whisper-1"
    paid_minutes: int | str = 600
