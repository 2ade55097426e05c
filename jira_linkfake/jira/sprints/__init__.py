"""Sprints: the spans of work of a board, which are planned, started and closed."""
