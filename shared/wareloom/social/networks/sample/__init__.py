"""A simulated network, the same for everybody with the same seed: it needs no network and says so.

People in it speak of what the sample market sells, in the world of `wareloom.simulation`. `address` is how the two
halves name a question, `network` our reading. All the rest answers: `talk` says how much is said and in which mood,
`phrases` and `wording` how it is said, `posts` who said it when and what became of it, `answer` makes a page of it.
"""
