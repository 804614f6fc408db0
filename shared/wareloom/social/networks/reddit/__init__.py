"""Reddit: what its search finds, asked as an application of one's own."""
