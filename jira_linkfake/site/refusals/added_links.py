"""Refusals about a link that a request adds to the issue that it creates, edits or moves on."""

from __future__ import annotations

from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refusal


class SeveralLinks(Refusal):
    """More than one link was to be added at once."""

    truth = "{0.count} links were to be added at once"

    count: int


class TwoSidedLink(Refusal):
    """An added link names both its ends, although the issue itself is one of them."""

    truth = "the added link has an inwardIssue and an outwardIssue, although the issue itself is one of the two"


class LinkWithComment(Refusal):
    """An added link brings a comment."""

    truth = "the added link has a comment, which only POST issueLink takes"


class SelfLinkAdded(Refusal):
    """The issue was to be linked to itself."""

    truth = "{0.issue.key} was to be linked to itself"

    issue: Issue


class LinkNotAdded(Refusal):
    """The type or the other issue of an added link was not found."""

    truth = "the link was not added: {0.cause.reason}"

    cause: Refusal
