"""Notification schemes: whom Jira would tell of what happens to issues."""
