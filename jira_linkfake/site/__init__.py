"""The pretend Jira: its things and its rules, without HTTP."""
