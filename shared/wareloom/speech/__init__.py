"""Recordings that a workspace hands in, and what is said in them, to the second."""
