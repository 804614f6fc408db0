"""A simulated print-on-demand market, the same for everybody with the same seed: it needs no network and says so.

`niches` and `words` are its vocabulary, `world` its chances and its calendar, `course` and `truth` what becomes of a
niche, `demand`, `shelf`, `listing` and `life` the simulation, `answer` the shop's reply, `marketplace` our reading of
it and `address` how the two name a page. Our reading knows nothing of the truth, not even through another module.
"""
