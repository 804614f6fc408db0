"""From sellers' own words to phrases that can be counted, and back to words that can be read."""
