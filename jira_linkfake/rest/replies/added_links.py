"""What Jira answers to refusals about a link that a request adds to the issue that it creates, edits or moves on."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import added_links as refusals

_SERVER_400 = chosen("Jira Server answers 400; Cloud's status is not known")

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.SeveralLinks: Answer(
        condition="several links in one `update`",
        status=400,
        status_by=chosen("Jira Server takes one at a time; whether Cloud takes several is not known"),
        errors=(("issuelinks", "Only one issue link can be added at a time."),),
        words_by=NO_TEXT,
    ),
    refusals.TwoSidedLink: Answer(
        condition="a link in `update` with both inwardIssue and outwardIssue",
        status=400,
        status_by=_SERVER_400,
        message="Only one of inwardIssue and outwardIssue can be given: the issue itself is the other.",
        words_by=NO_TEXT,
    ),
    refusals.LinkWithComment: Answer(
        condition="a link in `update` with a comment",
        status=400,
        status_by=_SERVER_400,
        message="A comment cannot be added with an issue link in update.",
        words_by=NO_TEXT,
    ),
    refusals.SelfLinkAdded: Answer(
        condition="linking an issue to itself in `update`",
        status=400,
        status_by=_SERVER_400,
        errors=(("issuelinks", "You cannot link an issue to itself."),),
        words_by=evidence.SERVER_SUITE,
    ),
    refusals.LinkNotAdded: Answer(
        condition="a link in `update` whose type or other issue does not exist or is not seen",
        status=400,
        status_by=_SERVER_400,
        words_by=chosen("in the words of POST issueLink, as on Jira Server"),
    ),
}
