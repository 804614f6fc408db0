"""Bluesky: what its AppView finds, asked in an account's name."""
