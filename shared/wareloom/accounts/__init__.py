"""Who may do what: people, their workspaces and roles, sessions and keys."""
