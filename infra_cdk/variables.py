"""What a function is told by its environment: the settings that it reads, and no others."""

from collections.abc import Mapping

from infra_cdk.shapes import FunctionShape
from wareloom.kit.settings import DatabaseSettings, QueueSettings, Settings, StageSettings

Known = Mapping[type[Settings], Settings]


def settings_of(shape: FunctionShape, known: Known, addresses: Mapping[str, str]) -> dict[str, str]:
    """Every function knows its stage and the database; queues only those that it may send to."""
    written: dict[str, str] = {}
    for wanted in (StageSettings, DatabaseSettings, *shape.settings):
        written |= known[wanted].to_env()
    known_here = {queue: addresses[queue] for queue in shape.sends if queue in addresses}
    return written | QueueSettings.model_validate(known_here).to_env()
