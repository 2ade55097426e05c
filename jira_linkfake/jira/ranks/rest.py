"""`issue/rank` of Jira Software: the order of issues."""

from __future__ import annotations

from jira_linkfake.jira.boards.rest import IssuesToMove, place_in
from jira_linkfake.jira.evidence import LIVE_SUITE
from jira_linkfake.jira.ranks.rules import rank_issues
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


@operation("rankIssues", Success(204, "empty", LIVE_SUITE), body=IssuesToMove)
def rank(call: Call) -> None:
    """Rank issues before or after another one."""
    user, content = call.signed_in_user(), call.content
    rank_issues(call.site, user, content["issues"], place_in(content))
