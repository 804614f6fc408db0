"""Brings pages with a browser, for shops that show nothing to anybody else."""
