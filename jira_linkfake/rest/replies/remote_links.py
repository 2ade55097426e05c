"""What Jira answers to refusals about remote links."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import remote_links as refusals

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.RemoteLinkingDisabled: Answer(
        condition="remote links while issue linking is disabled",
        status=403,
        status_by=evidence.REFERENCE,
        message="Issue linking is currently disabled.",
        words_by=chosen("as for links between issues"),
    ),
    refusals.RemoteLinkUnknown: Answer(
        condition="a remote link that the issue does not have, by id or global id",
        status=404,
        status_by=evidence.REFERENCE,
        message="No remote issue link with {0.by} '{0.value}' exists.",
        words_by=NO_TEXT,
    ),
    refusals.RemoteLinkElsewhere: Answer(
        condition="a remote link of another issue, which the caller may see",
        status=400,
        status_by=evidence.REFERENCE,
        message="The remote issue link with id '{0.link.id}' does not belong to issue '{0.issue.key}'.",
        words_by=NO_TEXT,
    ),
    refusals.RemoteLinkIdInvalid: Answer(
        condition="the id of a remote link in the path is no number of 64 bits",
        status=400,
        status_by=evidence.REFERENCE,
        message="The remote issue link ID is invalid.",
        words_by=NO_TEXT,
    ),
    refusals.NoRemoteLinkPermission: Answer(
        condition="changing remote links without Link issues, or removing one by its id without Edit issues",
        status=403,
        status_by=evidence.REFERENCE,
        message="No Link Issue Permission for issue '{0.issue.key}'",
        words_by=chosen("in the words of linking issues"),
        lack="permission",
    ),
    refusals.RemoteLinkUrlMissing: Answer(
        condition="a remote link without `object.url`",
        status=400,
        status_by=evidence.PYCONTRIBS_LINK,
        errors=(("url", "'URL' is required."),),
        words_by=evidence.PYCONTRIBS_LINK,
    ),
    refusals.RemoteLinkTitleMissing: Answer(
        condition="a remote link without `object.title`",
        status=400,
        status_by=evidence.PYCONTRIBS_LINK,
        errors=(("title", "'Link Text' is required."),),
        words_by=evidence.PYCONTRIBS_LINK,
    ),
    refusals.GlobalIdTooLong: Answer(
        condition="a remote link's global id of more than 255 characters",
        status=400,
        status_by=chosen("the reference has the length, and no status"),
        errors=(("globalId", "The global ID must not have more than {0.most} characters."),),
        words_by=NO_TEXT,
    ),
    refusals.GlobalIdTaken: Answer(
        condition="changing a remote link's global id to that of another one of the issue",
        status=400,
        status_by=chosen("a global id names one remote link of an issue"),
        errors=(("globalId", "A remote issue link with global ID '{0.taken_by.global_id}' exists already."),),
        words_by=NO_TEXT,
    ),
    refusals.GlobalIdMissing: Answer(
        condition="removing a remote link by its global id, without one",
        status=400,
        status_by=evidence.REFERENCE,
        message="The global ID of the remote issue link is missing.",
        words_by=NO_TEXT,
    ),
    refusals.RemoteLinkLimitReached: Answer(
        condition="the issue has as many remote links as it may have",
        status=413,
        status_by=evidence.REFERENCE,
        message="Issue '{0.issue.key}' has reached the per-issue limit for remote issue links of {0.limit}.",
        words_by=NO_TEXT,
    ),
}
