"""Boards of Jira Software: what is shown of the issues that a filter finds."""
