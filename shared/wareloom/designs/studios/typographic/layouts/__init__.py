"""Layouts: each places a brief's words and ornament on a sheet, in units of its own. The sheet is fitted afterwards."""
