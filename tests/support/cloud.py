"""A bare AWS emulator with what one function needs: a bus, a queue, a bucket, a secret."""

import json
import os
import subprocess
import sys
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest
from urllib3 import PoolManager, Retry

from tests.support.ports import free_port
from wareloom.kit import aws, objects, secrets
from wareloom.kit.outside import HttpSettings, PrintfulSettings
from wareloom.kit.settings import (
    AiSettings,
    ArtSettings,
    BusSettings,
    DesignSettings,
    MachineSettings,
    QueueSettings,
    RunSettings,
    SampleSettings,
    ShopSettings,
    StorageSettings,
    TokenSettings,
)

IMPORTS = "import_rows"
BUS, QUEUE, BUCKET, SECRET = "wareloom-test", "scrape_market", "wareloom-test-raw", "wareloom/test/token"
EXPORTS = "export_offers"
SOCIAL, MOODS = "scrape_social", "score_sentiment"
RECORDINGS = "transcribe_recording"
ART, SHOPS = "wareloom-test-art", "wareloom/test/shops"
MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:wareloom-test-pipeline"
# Executions that stand still: what a test looks at is that they were started, stopped and answered.
_STANDS_STILL = {"StartAt": "Stand", "States": {"Stand": {"Type": "Wait", "Seconds": 86400, "End": True}}}
_AWS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}


@dataclass(frozen=True)
class Emulator:
    address: str

    def client(self, service: str) -> Any:
        library: Any = boto3
        return library.client(
            service,
            endpoint_url=self.address,
            region_name=_AWS["AWS_DEFAULT_REGION"],
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )

    def unfinished(self, under: str) -> list[dict[str, str]]:
        """Uploads below a key that S3 still waits for the end of. The bucket is every test's: each asks for its own."""
        pages = self.client("s3").get_paginator("list_multipart_uploads").paginate(Bucket=BUCKET)
        return [one for page in pages for one in page.get("Uploads", []) if one["Key"].startswith(under)]

    def kept(self, bucket: str, under: str = "") -> list[dict[str, Any]]:
        """All objects below a key, however many others have left there."""
        pages = self.client("s3").get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=under)
        return [one for page in pages for one in page.get("Contents", [])]


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Generator[Emulator]:
    port, folder = free_port(), tmp_path_factory.mktemp("emulator")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "IOT_MTLS_ENABLED": "0",
    }
    with Path(folder / "log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "ministack"], env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            with PoolManager(retries=Retry(60, backoff_factor=0.1, backoff_max=0.5)) as pool:
                pool.request("GET", f"{address}/_ministack/health")
            yield _furnished(Emulator(address))
        finally:
            process.terminate()
            process.wait(timeout=20)


def _furnished(emulator: Emulator) -> Emulator:
    emulator.client("events").create_event_bus(Name=BUS)
    for queue in (QUEUE, EXPORTS, IMPORTS, SOCIAL, MOODS, RECORDINGS):
        emulator.client("sqs").create_queue(QueueName=queue)
    for bucket in (BUCKET, ART):
        emulator.client("s3").create_bucket(Bucket=bucket)
    emulator.client("stepfunctions").create_state_machine(
        name=MACHINE.rpartition(":")[2],
        definition=json.dumps(_STANDS_STILL),
        roleArn="arn:aws:iam::000000000000:role/test",
    )
    key = json.dumps({"current": "k1", "k1": "a signing key for tests, long enough to be one"})
    emulator.client("secretsmanager").create_secret(Name=SECRET, SecretString=key)
    return emulator


@pytest.fixture
def cloud(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Generator[Emulator]:
    """The environment of a function whose AWS is the emulator."""
    address, exports, imports, social, moods, recordings = (
        emulator.client("sqs").get_queue_url(QueueName=one)["QueueUrl"]
        for one in (QUEUE, EXPORTS, IMPORTS, SOCIAL, MOODS, RECORDINGS)
    )
    settings = [
        BusSettings(name=BUS),
        QueueSettings(
            scrape_market=address,
            export_offers=exports,
            import_rows=imports,
            scrape_social=social,
            score_sentiment=moods,
            transcribe_recording=recordings,
        ),
        StorageSettings(raw_bucket=BUCKET),
        TokenSettings(secret_id=SECRET),
        SampleSettings(),
        HttpSettings(allow_private=True),
        AiSettings(),
        ArtSettings(bucket=ART),
        DesignSettings(),
        MachineSettings(arn=MACHINE),
        PrintfulSettings(),
        RunSettings(),
        ShopSettings(secrets=SHOPS),
    ]
    written = {**_AWS, "AWS_ENDPOINT_URL": emulator.address, "WARELOOM_WEB_SECURE_COOKIES": "false"}
    for name, value in {**written, **{k: v for one in settings for k, v in one.to_env().items()}}.items():
        monkeypatch.setenv(name, value)
    for name in ("AWS_CA_BUNDLE", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    aws.forget_clients()
    secrets.forget()
    objects.forget_links()
    yield emulator
    for queue in (address, exports, imports, social, moods, recordings):
        emulator.client("sqs").purge_queue(QueueUrl=queue)
    aws.forget_clients()
