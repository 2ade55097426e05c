"""The pretend Jira: one folder a subject, without HTTP but for the subjects' `rest.py`."""
