"""Artwork, mockups, print readiness, and a person's yes or no."""
