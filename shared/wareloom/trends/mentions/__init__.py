"""Which trends a workspace's own recordings speak of. Read when it is asked: what is said in private is in no table."""
