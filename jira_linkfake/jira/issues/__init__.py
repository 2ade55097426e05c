"""Issues: found, created, edited, moved on and deleted."""
