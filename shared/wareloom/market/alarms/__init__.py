"""What got worse about a source, from when until when."""
