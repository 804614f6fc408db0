"""Mastodon: what one server of it sees under a hashtag, and what its search finds where we have an account."""
