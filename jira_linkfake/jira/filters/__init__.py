"""Filters: queries in JQL that are kept under a name and shared."""
