"""Links from an issue to things outside Jira."""
