"""Pages that people saved in their own browsers."""
