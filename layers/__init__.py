"""How code and libraries become Lambda layers: plain files in plain folders, no Docker."""
