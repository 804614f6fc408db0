"""Files that a person hands in: uploaded to the raw bucket, taken in by the queue."""
