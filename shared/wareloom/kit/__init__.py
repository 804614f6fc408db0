"""The tools every room uses. Nothing here knows a room."""
