"""What people say and show on social networks."""
