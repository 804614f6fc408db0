"""How files lay out their rows."""
