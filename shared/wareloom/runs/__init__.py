"""What ran, step by step, how it went and what it cost."""
