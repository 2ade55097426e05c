"""Tasks: what a site does in its own time, and what becomes of it."""
