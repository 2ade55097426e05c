"""The history of issues."""
