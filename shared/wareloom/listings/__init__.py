"""What we put up for sale, and where."""
