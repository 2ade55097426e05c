"""Votes: who wants an issue to be resolved."""
