"""How a text feels: its sentiment and its emotion, read by a model that runs without what trained it."""
