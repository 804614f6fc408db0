"""Hearing what networks say of subjects, one answer at a time."""
