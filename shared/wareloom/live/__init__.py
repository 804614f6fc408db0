"""Telling open browsers what changed: tickets, connections, numbered messages, replay."""
