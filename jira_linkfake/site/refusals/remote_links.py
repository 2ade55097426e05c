"""Refusals about remote links."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.site.model import Issue, RemoteLink
from jira_linkfake.site.refusals import CallerRefusal, Refusal


class RemoteLinkingDisabled(Refusal):
    """Issue linking is switched off for the whole site, and with it remote links."""

    truth = "issue linking is switched off (linking_enabled=False)"


class RemoteLinkUnknown(Refusal):
    """The issue has no such remote link, and none that the caller may see has it."""

    truth = "{0.issue.key} has no remote link with {0.by} {0.value!r}"

    by: Literal["id", "globalId"]
    value: str
    issue: Issue


class RemoteLinkElsewhere(Refusal):
    """The remote link is another issue's, which the caller may see."""

    truth = "remote link {0.link.id} is on another issue than {0.issue.key}"

    link: RemoteLink
    issue: Issue


class RemoteLinkIdInvalid(Refusal):
    """The id of a remote link is no number of 64 bits."""

    truth = "{0.value!r} is no id of a remote link"

    value: str


class NoRemoteLinkPermission(CallerRefusal):
    """The caller lacks a permission that changing the issue's remote links takes."""

    truth = "{0.who} does not hold {0.permission} in {0.issue.project}"

    issue: Issue
    permission: Literal["Link issues", "Edit issues"]


class RemoteLinkUrlMissing(Refusal):
    """A remote link leads nowhere."""

    truth = "the remote link has no object.url"


class RemoteLinkTitleMissing(Refusal):
    """A remote link has no text."""

    truth = "the remote link has no object.title"


class GlobalIdTooLong(Refusal):
    """The global id of a remote link is longer than Jira keeps."""

    truth = "the globalId has {0.length} characters, of {0.most} that it may have"

    length: int
    most: int


class GlobalIdTaken(Refusal):
    """A remote link was to get the global id that another one of its issue has."""

    truth = "remote link {0.taken_by.id} of {0.issue.key} has the globalId {0.taken_by.global_id!r} already"

    taken_by: RemoteLink
    issue: Issue


class GlobalIdMissing(Refusal):
    """A remote link was to be removed by its global id, and none was given."""

    truth = "no globalId was given"


class RemoteLinkLimitReached(Refusal):
    """The issue has as many remote links as it may have."""

    truth = "{0.issue.key} has as many remote links as it may have (remote_link_limit={0.limit})"

    issue: Issue
    limit: int
