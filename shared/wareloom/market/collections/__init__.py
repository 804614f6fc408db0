"""Sets of offers that people keep: with a name, notes, and colleagues they are shared with."""
