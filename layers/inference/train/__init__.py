"""Makes the model that ships. It needs torch, and nothing at run time does."""
