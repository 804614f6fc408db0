"""What rows can be about."""
