"""How Lambda calls us. The only Powertools in the house."""
