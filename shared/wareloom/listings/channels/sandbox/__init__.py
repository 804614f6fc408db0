"""A practice shop: it keeps what it is told outside our transaction, as a real one does, and fails when told to."""
