"""What could be made of a trend: slogans, concepts, palettes, products."""
