"""Offers and their price histories as files: asked for, written slice by slice, kept for a week."""
