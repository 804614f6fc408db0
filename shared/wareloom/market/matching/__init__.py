"""The same product across marketplaces and sellers: a score with its evidence, and a person's word on it."""
