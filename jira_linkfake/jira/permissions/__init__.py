"""Permissions: which there are, who holds them, and who may see an issue."""
