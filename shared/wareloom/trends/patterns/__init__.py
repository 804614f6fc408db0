"""What a niche looks like and for whom it is, read from the words of its offers."""
