"""Request bodies: from JSON into what the site understands, by Jira's schemas."""
