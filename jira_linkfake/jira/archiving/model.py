"""That issues were archived."""

from __future__ import annotations

from datetime import datetime

from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.plain import Plain


class Archival(Plain):
    """By whom and when an issue was archived; of one that was archived when it was added, nothing is known."""

    by: Caller
    at: datetime
