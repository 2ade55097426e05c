"""Ranks: the order of issues on boards and in backlogs."""
