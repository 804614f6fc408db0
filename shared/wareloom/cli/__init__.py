"""The `wareloom` command: any deployment from a terminal, and saved pages without one."""
