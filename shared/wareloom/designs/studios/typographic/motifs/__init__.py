"""Small pictures drawn by code, each about 100 units wide around (0, 0)."""
