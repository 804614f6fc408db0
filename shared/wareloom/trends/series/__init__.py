"""One series of dated numbers: how it grows, how sure that is, what of it is season, and what comes next."""
