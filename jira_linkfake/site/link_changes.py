"""Storing and removing a link with all that follows from it: its history and what is told of it."""

from __future__ import annotations

from jira_linkfake.site.events import LinkMade, LinkRemoved
from jira_linkfake.site.history import record_link
from jira_linkfake.site.model import Caller, Issue, IssueLink, LinkType
from jira_linkfake.site.store import Site


def put_link(site: Site, author: Caller, link_type: LinkType, source: Issue, destination: Issue) -> LinkMade:
    """Store a link that is not there yet, as `author` made it, and return what has happened."""
    link = site.make_link(link_type, source, destination)
    return LinkMade(link=link, change=record_link(site, author, link, made=True))


def take_link(site: Site, author: Caller, link: IssueLink) -> None:
    """Remove a link from both its issues, as `author` removed it."""
    site.remove_link(link)
    site.events.append(LinkRemoved(link=link, change=record_link(site, author, link, made=False)))
