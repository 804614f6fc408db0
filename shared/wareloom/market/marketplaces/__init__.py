"""Plug-ins: how each marketplace is asked and read."""
