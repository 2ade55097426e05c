"""JQL, Jira's query language: from a text to the issues that it finds."""
