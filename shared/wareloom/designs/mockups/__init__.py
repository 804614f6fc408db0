"""Products drawn by code, and how ink lies on them."""
