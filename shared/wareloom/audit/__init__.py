"""Who did what: an append-only trail, each entry carrying the hash of the one before."""
