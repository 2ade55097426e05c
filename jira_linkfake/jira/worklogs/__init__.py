"""Worklogs: the work that was done on issues, and how much is to be done."""
