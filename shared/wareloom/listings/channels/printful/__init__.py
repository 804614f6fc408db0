"""Printful: prints on demand and ships. Products are made in a store of the “Manual order platform / API” kind."""
