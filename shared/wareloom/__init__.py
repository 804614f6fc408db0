"""Everything the product knows: rooms along a river, from what sells to what we publish."""
