"""Removing an issue with all that follows from it, for every door that deletes one."""

from __future__ import annotations

from jira_linkfake.site.events import CommentRemoved, IssueRemoved
from jira_linkfake.site.link_changes import take_link
from jira_linkfake.site.model import Caller, Issue
from jira_linkfake.site.store import Site


def take_issue(site: Site, author: Caller, issue: Issue) -> None:
    """Remove an issue of which nothing is a part, with its links and comments, as `author` deleted it."""
    for link in site.links_of(issue):
        take_link(site, author, link)
    last = site.issues[issue.id]
    comments = site.comments_of(last)
    site.remove_issue(last)
    site.events.extend(CommentRemoved(issue=last, comment=comment, caller=author) for comment in comments)
    site.events.append(IssueRemoved(issue=last, caller=author))
