"""Synthesise an environment as a deployment does, and show its templates in a form that stays the same."""

import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra_cdk.app import build

ENVIRONMENTS = ("local", "staging", "production")
SNAPSHOTS = Path(__file__).parent / "snapshots"

_ASSET = re.compile(r"\b[0-9a-f]{64}\b")
# The CDK ends the names of versions and deployments with a hash of what they hold.
_CONTENT = re.compile(r"(?<=[0-9A-F]{8})[0-9a-f]{32}\b")


@dataclass(frozen=True)
class Cloud:
    """One environment, synthesised. `data` and `app` are CloudFormation templates."""

    name: str
    data: dict[str, Any]
    app: dict[str, Any]
    manifest: dict[str, Any]
    findings: list[str]
    """What cdk-nag and the CDK's own validation say, warnings too."""

    def all(self, kind: str) -> dict[str, dict[str, Any]]:
        """Every resource of this type in both stacks, by its logical name."""
        return resources(self.data, kind) | resources(self.app, kind)


def resources(template: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    return {name: made["Properties"] for name, made in template["Resources"].items() if made["Type"] == kind}


def synthesise(name: str) -> Cloud:
    with tempfile.TemporaryDirectory(prefix="wareloom-test-") as folder:
        here = Path(folder)
        build(here / "staging", {"environment": name, "layers": "skip"}, str(here / "out")).synth()
        title = name.capitalize()
        return Cloud(
            name=name,
            data=_read(here / "out" / f"Wareloom-{title}-Data.template.json"),
            app=_read(here / "out" / f"Wareloom-{title}-App.template.json"),
            manifest=_read(here / "out" / "manifest.json"),
            findings=findings(here / "out"),
        )


def findings(out: Path) -> list[str]:
    reports = _read(out / "validation-report.json")["pluginReports"]
    return [found["ruleName"] for report in reports for found in report["violations"]]


def _read(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8"))


def masked(template: dict[str, Any]) -> str:
    text = json.dumps(template, indent=1, sort_keys=True, ensure_ascii=False)
    return _CONTENT.sub("<content>", _ASSET.sub("<asset>", text)) + "\n"


def snapshots(cloud: Cloud) -> dict[Path, str]:
    return {
        SNAPSHOTS / f"{cloud.name}-data.json": masked(cloud.data),
        SNAPSHOTS / f"{cloud.name}-app.json": masked(cloud.app),
    }
