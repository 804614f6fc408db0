"""Language and image models behind one Protocol, asked at most once for the same thing and never beyond the budget."""
