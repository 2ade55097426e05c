"""Jira's REST API: HTTP and JSON around the site's rules."""
