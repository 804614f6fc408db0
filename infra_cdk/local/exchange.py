"""How a part of the engine is exchanged by name, and what is said when it is no longer there."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

LAMBDA = "ministack.services.lambda_svc"
RUNTIME = "ministack.core.lambda_runtime"
PROVISIONERS = "ministack.services.cloudformation.provisioners"
STEP_FUNCTIONS = "ministack.services.stepfunctions"


def after_provisioning(kind: str, amend: Callable[[str, dict[str, Any]], None]) -> None:
    """Have `amend` see what CloudFormation made, with the properties it was made from."""

    def amended(provision: Any) -> Any:
        def provisioned(*told: Any, **more: Any) -> Any:
            made = provision(*told, **more)
            properties = told[1] if isinstance(told[2], str) else told[2]  # create(id, new, …), update(id, old, new, …)
            amend(made[0], properties)
            return made

        return provisioned

    exchange_handler(kind, "create", amended)
    exchange_handler(kind, "update", amended)


def exchange_handler(kind: str, act: str, make: Callable[[Any], Any]) -> None:
    handlers = part(PROVISIONERS, "_RESOURCE_HANDLERS")
    if act not in handlers.get(kind, {}):
        raise LookupError(f"ministack no longer knows how to {act} {kind}: see infra_cdk/local/repairs.py.")
    handlers[kind][act] = make(handlers[kind][act])


def exchange(module: str, name: str, make: Callable[[Any], Any]) -> None:
    setattr(import_module(module), name, make(part(module, name)))


def part(module: str, name: str) -> Any:
    found = getattr(import_module(module), name, None)
    if found is None:
        raise LookupError(f"ministack moved {module}.{name}: see infra_cdk/local/repairs.py.")
    return found
