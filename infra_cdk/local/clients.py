"""How we speak to the local engine: fake credentials, its address, and nothing of the person's own AWS settings."""

import os
from collections.abc import Mapping
from typing import Any

REGION = "us-east-1"
ACCOUNT = "000000000000"
ASSETS = f"cdk-hnb659fds-assets-{ACCOUNT}-{REGION}"
"""The bucket that templates and code are uploaded to: the CDK's own name for it."""
CREDENTIALS = {
    # The engine takes twelve digits for the root of that account, also where it enforces IAM.
    "AWS_ACCESS_KEY_ID": ACCOUNT,
    "AWS_SECRET_ACCESS_KEY": "local",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
}
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TERM", "SYSTEMROOT")


class Aws:
    """The engine's services, one client each."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._made: dict[str, Any] = {}

    def client(self, service: str) -> Any:
        if service not in self._made:
            from importlib import import_module

            from botocore.config import Config

            # By name: one maker for every service, of which the stubs know only a few.
            sessions: Any = import_module("boto3.session")
            session = sessions.Session(
                aws_access_key_id=CREDENTIALS["AWS_ACCESS_KEY_ID"],
                aws_secret_access_key=CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
                region_name=REGION,
            )
            patient = Config(read_timeout=900, retries={"mode": "standard", "max_attempts": 2}, proxies={})
            self._made[service] = session.client(
                service, endpoint_url=self.address, config=patient.merge(Config(s3={"addressing_style": "path"}))
            )
        return self._made[service]


def clean_environment(more: Mapping[str, str], environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """For children: what programs need to run at all, without a word of the person's AWS accounts or proxies."""
    return {name: environ[name] for name in _KEPT if name in environ} | dict(more)
