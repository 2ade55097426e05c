"""Bulk operations: one change of up to 1,000 issues at once, each or not, and its progress."""
