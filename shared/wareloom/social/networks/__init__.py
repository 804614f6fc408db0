"""Plug-ins: the networks whose posts we read, and, where they can be asked, listen to."""
