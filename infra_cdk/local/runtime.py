"""A function's process: AWS's own runtime client, with one line of log a line. `repairs.py` has it started.

In Lambda each log record travels in a frame of its own, so a formatter need not end it with a newline, and Powertools'
does not. Here records travel through a pipe, where two of them would become one that is no longer JSON.
"""

import sys
from importlib import import_module
from typing import Any


def main() -> None:
    client: Any = import_module("awslambdaric.bootstrap")

    def log(_sink: object, message: str, frame_type: object = None) -> None:
        del frame_type  # there are no frames
        sys.stdout.write(message if message.endswith("\n") else f"{message}\n")

    client.StandardLogSink.log = log
    run: Any = import_module("awslambdaric.__main__")
    run.main(sys.argv)


if __name__ == "__main__":
    main()
