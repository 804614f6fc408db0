"""What was said when, in which mood: hours that are kept, and what is read from them."""
