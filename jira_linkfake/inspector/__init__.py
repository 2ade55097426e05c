"""What a server answers besides Jira, below `/_linkfake/`: a control API for suites in any language, and a page."""
