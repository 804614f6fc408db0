"""Reading the moods of posts, many at once."""
