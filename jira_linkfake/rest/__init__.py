"""Jira's REST API in general: HTTP and JSON around the site's rules."""
