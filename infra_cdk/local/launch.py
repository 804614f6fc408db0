"""The process that is the local engine: `python -m infra_cdk.local.launch STATE_FOLDER`, started by `engine.py`.

It is ministack, repaired (`repairs.py`) and with a second listener for browsers (`front_door.py`).
"""

import asyncio
import os
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import psutil

from infra_cdk.local import repairs
from infra_cdk.local.front_door import FrontDoor


def main() -> None:
    _allow_many_connections()
    repairs.apply(bootstrap_in=Path(os.environ["TMPDIR"]))
    asyncio.run(_serve())


async def _serve() -> None:
    from hypercorn.config import Config

    # Imported by name, for neither has types that mean anything here.
    engine: Any = import_module("ministack.app").app
    serve: Any = import_module("hypercorn.asyncio").serve
    app_port = int(os.environ["WARELOOM_APP_PORT"])
    config = Config()
    config.bind = [f"127.0.0.1:{os.environ['GATEWAY_PORT']}", f"127.0.0.1:{app_port}"]
    config.keep_alive_timeout = 75
    config.graceful_timeout = 1
    await serve(FrontDoor(engine, app_port, Path(os.environ["WARELOOM_FRONT_DOOR"])), config)
    # Nothing here outlives the process, and pollers that wait for a message would keep it for seconds.
    for child in psutil.Process().children(recursive=True):
        child.kill()
    sys.stdout.flush()
    os._exit(0)


def _allow_many_connections() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    many = min(most, 65536) if most != resource.RLIM_INFINITY else 65536
    resource.setrlimit(resource.RLIMIT_NOFILE, (many, most))


if __name__ == "__main__":
    main()
