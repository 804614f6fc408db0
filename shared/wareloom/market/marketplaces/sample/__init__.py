"""A simulated print-on-demand market, the same for everybody with the same seed: it needs no network and says so.

The world that it is in is `wareloom.simulation`. `words` is its own vocabulary, `shelf`, `listing`, `prices`, `life`
and `storeroom` the simulation, `answer` the shop's reply, `marketplace` our reading of it and `address` how the two
name a page. Our reading knows nothing of the truth, not even through another module.
"""
