"""Niches of offers, and how they score."""
