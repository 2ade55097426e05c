"""Issue security schemes: the security levels of projects, and who is in them, as Jira tells it."""
