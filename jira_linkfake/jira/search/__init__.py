"""JQL, Jira's query language, and what searches with it."""
