"""What a module of ours must never do when it is imported: here so that the watch can be seen to hear it."""

import os
import socket

HOME = os.environ.get("WARELOOM_HOME")
with socket.socket() as _listening:
    _listening.bind(("127.0.0.1", 0))
