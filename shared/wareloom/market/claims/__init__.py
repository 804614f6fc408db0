"""What a workspace says of offers: its own, and nobody else's."""
