"""How many pages of a source a day may cost, and who has spent how much of it."""
