"""Lists and datasets of a workspace, read row by row."""
