"""What can go wrong about remote links, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal
from jira_linkfake.jira.remote_links.model import RemoteLink


class RemoteLinkingDisabled(Refusal):
    """Issue linking is switched off for the whole site, and with it remote links."""

    truth = "issue linking is switched off (linking_enabled=False)"
    answer = Answer(
        condition="remote links while issue linking is disabled",
        status=403,
        status_by=evidence.REFERENCE,
        message="Issue linking is currently disabled.",
        words_by=chosen("as for links between issues"),
    )


class RemoteLinkUnknown(Refusal):
    """The issue has no such remote link, and none that the caller may see has it."""

    truth = "{0.issue.key} has no remote link with {0.by} {0.value!r}"
    answer = Answer(
        condition="a remote link that the issue does not have, by id or global id",
        status=404,
        status_by=evidence.REFERENCE,
        message="No remote issue link with {0.by} '{0.value}' exists.",
        words_by=NO_TEXT,
    )

    by: Literal["id", "globalId"]
    value: str
    issue: Issue


class RemoteLinkElsewhere(Refusal):
    """The remote link is another issue's, which the caller may see."""

    truth = "remote link {0.link.id} is on another issue than {0.issue.key}"
    answer = Answer(
        condition="a remote link of another issue, which the caller may see",
        status=400,
        status_by=evidence.REFERENCE,
        message="The remote issue link with id '{0.link.id}' does not belong to issue '{0.issue.key}'.",
        words_by=NO_TEXT,
    )

    link: RemoteLink
    issue: Issue


class RemoteLinkIdInvalid(Refusal):
    """The id of a remote link is not a number, or does not fit into 64 bits."""

    truth = "{0.value!r} is no id of a remote link"
    answer = Answer(
        condition="the id of a remote link in the path is no number of 64 bits",
        status=400,
        status_by=evidence.REFERENCE,
        message="The remote issue link ID is invalid.",
        words_by=NO_TEXT,
    )

    value: str


class NoRemoteLinkPermission(CallerRefusal):
    """The caller lacks a permission that changing the issue's remote links takes."""

    truth = "{0.who} does not hold {0.permission} in {0.issue.project}"
    answer = Answer(
        condition="changing remote links without Link issues, or removing one by its id without Edit issues",
        status=403,
        status_by=evidence.REFERENCE,
        message="No Link Issue Permission for issue '{0.issue.key}'",
        words_by=chosen("in the words of linking issues"),
        lack="permission",
    )

    issue: Issue
    permission: Literal["Link issues", "Edit issues"]


class RemoteLinkUrlMissing(Refusal):
    """A remote link leads nowhere."""

    truth = "the remote link has no object.url"
    answer = Answer(
        condition="a remote link without `object.url`",
        status=400,
        status_by=evidence.PYCONTRIBS_LINK,
        errors=(("url", "'URL' is required."),),
        words_by=evidence.PYCONTRIBS_LINK,
    )


class RemoteLinkTitleMissing(Refusal):
    """A remote link has no text."""

    truth = "the remote link has no object.title"
    answer = Answer(
        condition="a remote link without `object.title`",
        status=400,
        status_by=evidence.PYCONTRIBS_LINK,
        errors=(("title", "'Link Text' is required."),),
        words_by=evidence.PYCONTRIBS_LINK,
    )


class GlobalIdTooLong(Refusal):
    """The global id of a remote link is longer than Jira keeps."""

    truth = "the globalId has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a remote link's global id of more than 255 characters",
        status=400,
        status_by=chosen("the reference has the length, and no status"),
        errors=(("globalId", "The global ID must not have more than {0.most} characters."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class GlobalIdTaken(Refusal):
    """A remote link was to get the global id that another one of its issue has."""

    truth = "remote link {0.taken_by.id} of {0.issue.key} has the globalId {0.taken_by.global_id!r} already"
    answer = Answer(
        condition="changing a remote link's global id to that of another one of the issue",
        status=400,
        status_by=chosen("a global id names one remote link of an issue"),
        errors=(("globalId", "A remote issue link with global ID '{0.taken_by.global_id}' exists already."),),
        words_by=NO_TEXT,
    )

    taken_by: RemoteLink
    issue: Issue


class GlobalIdMissing(Refusal):
    """A remote link was to be removed by its global id, and none was given."""

    truth = "no globalId was given"
    answer = Answer(
        condition="removing a remote link by its global id, without one",
        status=400,
        status_by=evidence.REFERENCE,
        message="The global ID of the remote issue link is missing.",
        words_by=NO_TEXT,
    )


class RemoteLinkLimitReached(Refusal):
    """The issue has as many remote links as it may have."""

    truth = "{0.issue.key} has as many remote links as it may have (remote_link_limit={0.limit})"
    answer = Answer(
        condition="the issue has as many remote links as it may have",
        status=413,
        status_by=evidence.REFERENCE,
        message="Issue '{0.issue.key}' has reached the per-issue limit for remote issue links of {0.limit}.",
        words_by=NO_TEXT,
    )

    issue: Issue
    limit: int
