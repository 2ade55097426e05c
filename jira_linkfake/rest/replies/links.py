"""What Jira answers to refusals about links."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer, Seen
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import links as refusals

_NO_LINK_PERMISSION = "No Link Issue Permission for issue '{0.issue.key}'"

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.LinkingDisabled: Answer(
        condition="issue linking is disabled",
        status=404,
        status_by=evidence.REFERENCE,
        message="Issue linking is currently disabled.",
        words_by=evidence.SERVER_SUITE,
    ),
    refusals.LinkUnknown: Answer(
        condition="a link that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="No issue link with id '{0.id}' exists.",
        words_by=evidence.RECORDED,
        lack="sight",
    ),
    refusals.LinkHidden: Answer(
        condition="a link with an end that the caller may not see",
        status=404,
        status_by=evidence.REFERENCE,
        message="No issue link with id '{0.id}' exists.",
        words_by=chosen("as an unknown link, so that nobody can tell that it is there"),
        lack="sight",
    ),
    refusals.LinkIdInvalid: Answer(
        condition="the id of a link in the path is no number of 64 bits",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue link ID is invalid.",
        words_by=NO_TEXT,
    ),
    refusals.SelfLink: Answer(
        condition="linking an issue to itself",
        status=400,
        status_by=evidence.SERVER_SUITE,
        message="You cannot link an issue to itself.",
        words_by=evidence.SERVER_SUITE,
    ),
    refusals.NoLinkPermission: Answer(
        condition="creating a link without Link issues in the source's project",
        status=404,
        status_by=evidence.REFERENCE,
        message=_NO_LINK_PERMISSION,
        words_by=evidence.LIVE_PERMISSION,
        seen=Seen(401, evidence.LIVE_PERMISSION),
        lack="permission",
    ),
    refusals.NoDeletePermission: Answer(
        condition="deleting a link without Link issues in the project of either end",
        status=404,
        status_by=evidence.REFERENCE,
        message=_NO_LINK_PERMISSION,
        words_by=chosen("one message an issue as on Jira Server, in the words of creating"),
        seen=Seen(401, chosen("Jira Server answers 401, and Cloud does so for creating")),
        lack="permission",
    ),
    refusals.LinkLimitReached: Answer(
        condition="either issue has as many links as it may have",
        status=413,
        status_by=evidence.REFERENCE,
        message="Issue '{0.issue.key}' has reached the per-issue limit for issue links of {0.limit}.",
        words_by=NO_TEXT,
    ),
}
