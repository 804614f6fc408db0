"""The formats that exports come in, one file each."""
