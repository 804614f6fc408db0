"""YouTube: what is said below the videos that its search finds."""
