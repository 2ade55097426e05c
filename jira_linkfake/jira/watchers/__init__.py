"""Watchers: who is told when an issue changes."""
