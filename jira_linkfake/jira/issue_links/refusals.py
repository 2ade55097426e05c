"""What can go wrong about links, also those that a request adds to an issue, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.refusals import IssueHidden
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, Seen

_NO_LINK_PERMISSION = "No Link Issue Permission for issue '{0.issue.key}'"
_SERVER_400 = chosen("Jira Server answers 400; Cloud's status is not known")


class LinkUnknown(Refusal):
    """No link has this id."""

    truth = "there is no link {0.id}"
    answer = Answer(
        condition="a link that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="No issue link with id '{0.id}' exists.",
        words_by=evidence.RECORDED,
        lack="sight",
    )

    id: str


class LinkHidden(Refusal):
    """The caller may not see one of the link's ends."""

    truth = "link {0.link.id} is hidden: {0.end.reason}"
    answer = Answer(
        condition="a link with an end that the caller may not see",
        status=404,
        status_by=evidence.REFERENCE,
        message="No issue link with id '{0.id}' exists.",
        words_by=chosen("as an unknown link, so that nobody can tell that it is there"),
        lack="sight",
    )

    link: IssueLink
    end: IssueHidden

    @property
    def id(self) -> str:
        """The link's id, so that a hidden link is answered in the words for an unknown one."""
        return self.link.id


class LinkIdInvalid(Refusal):
    """The id of a link is not a number, or does not fit into 64 bits."""

    truth = "{0.value!r} is no id of a link"
    answer = Answer(
        condition="the id of a link in the path is no number of 64 bits",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue link ID is invalid.",
        words_by=NO_TEXT,
    )

    value: str


class SelfLink(Refusal):
    """The issue was to be linked to itself."""

    truth = "{0.issue.key} was to be linked to itself"
    answer = Answer(
        condition="linking an issue to itself",
        status=400,
        status_by=evidence.SERVER_SUITE,
        message="You cannot link an issue to itself.",
        words_by=evidence.SERVER_SUITE,
    )

    issue: Issue


class NoLinkPermission(CallerRefusal):
    """The caller may not link issues of the source's project."""

    truth = "{0.who} does not hold Link issues in {0.issue.project}, the project of the source {0.issue.key}"
    answer = Answer(
        condition="creating a link without Link issues in the source's project",
        status=404,
        status_by=evidence.REFERENCE,
        message=_NO_LINK_PERMISSION,
        words_by=evidence.LIVE_PERMISSION,
        seen=Seen(401, evidence.LIVE_PERMISSION),
        lack="permission",
    )

    issue: Issue


class NoDeletePermission(CallerRefusal):
    """The caller may link issues in neither end's project, so he may not delete the link."""

    truth = "{0.who} does not hold Link issues in {0.issue.project}"
    answer = Answer(
        condition="deleting a link without Link issues in the project of either end",
        status=404,
        status_by=evidence.REFERENCE,
        message=_NO_LINK_PERMISSION,
        words_by=chosen("one message an issue as on Jira Server, in the words of creating"),
        seen=Seen(401, chosen("Jira Server answers 401, and Cloud does so for creating")),
        lack="permission",
    )

    issue: Issue


class LinkLimitReached(Refusal):
    """An issue has as many links as it may have."""

    truth = "{0.issue.key} has as many links as it may have (link_limit={0.limit})"
    answer = Answer(
        condition="either issue has as many links as it may have",
        status=413,
        status_by=evidence.REFERENCE,
        message="Issue '{0.issue.key}' has reached the per-issue limit for issue links of {0.limit}.",
        words_by=NO_TEXT,
    )

    issue: Issue
    limit: int


class SeveralLinks(Refusal):
    """More than one link was to be added at once."""

    truth = "{0.count} links were to be added at once"
    answer = Answer(
        condition="several links in one `update`",
        status=400,
        status_by=chosen("Jira Server takes one at a time; whether Cloud takes several is not known"),
        errors=(("issuelinks", "Only one issue link can be added at a time."),),
        words_by=NO_TEXT,
    )

    count: int


class TwoSidedLink(Refusal):
    """An added link names both its ends, although the issue itself is one of them."""

    truth = "the added link has an inwardIssue and an outwardIssue, although the issue itself is one of the two"
    answer = Answer(
        condition="a link in `update` with both inwardIssue and outwardIssue",
        status=400,
        status_by=_SERVER_400,
        message="Only one of inwardIssue and outwardIssue can be given: the issue itself is the other.",
        words_by=NO_TEXT,
    )


class LinkWithComment(Refusal):
    """An added link brings a comment."""

    truth = "the added link has a comment, which only POST issueLink takes"
    answer = Answer(
        condition="a link in `update` with a comment",
        status=400,
        status_by=_SERVER_400,
        message="A comment cannot be added with an issue link in update.",
        words_by=NO_TEXT,
    )


class SelfLinkAdded(Refusal):
    """The issue was to be linked to itself."""

    truth = "{0.issue.key} was to be linked to itself"
    answer = Answer(
        condition="linking an issue to itself in `update`",
        status=400,
        status_by=_SERVER_400,
        errors=(("issuelinks", "You cannot link an issue to itself."),),
        words_by=evidence.SERVER_SUITE,
    )

    issue: Issue


class LinkNotAdded(Refusal):
    """The type or the other issue of an added link was not found."""

    truth = "the link was not added: {0.cause.reason}"
    answer = Answer(
        condition="a link in `update` whose type or other issue does not exist or is not seen",
        status=400,
        status_by=_SERVER_400,
        words_by=chosen("in the words of POST issueLink, as on Jira Server"),
    )

    cause: Refusal
