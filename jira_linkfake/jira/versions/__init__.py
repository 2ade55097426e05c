"""Versions of projects: what an issue is fixed in, and what it is seen in."""
