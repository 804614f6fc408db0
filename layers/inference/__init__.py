"""The model that ships, how it was made, and how well it reads."""
