"""Permission schemes: what was said of permissions, as Jira tells it."""
