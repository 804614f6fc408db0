import os
import signal
import sys

from infra_cdk.local.commands import COMMANDS
from infra_cdk.local.show import Screen
from wareloom.kit.errors import Failure


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        sys.stderr.write(f"python -m infra_cdk.local {'|'.join(COMMANDS)}\n")
        return 2
    screen = Screen()
    signal.signal(signal.SIGTERM, _as_if_interrupted)
    try:
        COMMANDS[arguments[0]](screen)
    except Failure as failure:
        screen.trouble(failure.reason)
        return 1
    except KeyboardInterrupt:
        screen.trouble("Stopped. What was being started is ended again; what ran before still runs.")
        return 130
    except BrokenPipeError:  # the reader of `make logs | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _as_if_interrupted(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
