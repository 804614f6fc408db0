"""What every marketplace's reader needs: text, numbers and facts out of careless pages."""
