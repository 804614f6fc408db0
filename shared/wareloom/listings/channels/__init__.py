"""Where we sell."""
