"""Hold the fake against a real Jira: the same steps at both, and what differs.

`command.py` is `python -m jira_linkfake verify`. Nothing but that imports what is here.
"""
