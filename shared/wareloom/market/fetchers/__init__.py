"""Plug-ins: how a page is brought."""
