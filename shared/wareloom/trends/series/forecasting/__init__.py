"""The next steps of a series, by models that earned their say on its own past."""
