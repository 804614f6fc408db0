"""What a workspace is told of by itself: rules over what is said, and the alerts that they open."""
