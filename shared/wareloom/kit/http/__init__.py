"""Asking other people's servers: politely, within limits, and never inside our own network."""
