"""Asking marketplaces' own APIs: keys are added here, at the moment of sending, and never leave this room."""
