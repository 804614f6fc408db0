"""Plug-ins: the networks whose posts we read."""
