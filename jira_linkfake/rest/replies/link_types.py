"""What Jira answers to refusals about types of links."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer, Seen
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import link_types as refusals

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.LinkTypeUnknown: Answer(
        condition="a link type that does not exist, by name or id",
        status=404,
        status_by=evidence.REFERENCE,
        message="No issue link type with {0.by} '{0.value}' found.",
        words_by=evidence.RECORDED_NAME,
    ),
    refusals.LinkTypeUnnamed: Answer(
        condition="a link type given neither by name nor by id",
        status=404,
        status_by=chosen("Jira Server answers 404 under errors.issuelinks"),
        errors=(("issuelinks", "No issue link type name or id was given."),),
        words_by=NO_TEXT,
    ),
    refusals.LinkTypeAmbiguous: Answer(
        condition="a name that several link types have",
        status=404,
        status_by=chosen("Jira Server answers 404"),
        message="There is more than one issue link type with name '{0.name}'.",
        words_by=NO_TEXT,
    ),
    refusals.LinkTypeIdInvalid: Answer(
        condition="the id of a link type in the path is no number",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue link type ID is invalid.",
        words_by=NO_TEXT,
    ),
    refusals.LinkTypeFieldMissing: Answer(
        condition="a new link type without a name, an inward or an outward phrase",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue link type's {0.field} is required.",
        words_by=NO_TEXT,
    ),
    refusals.LinkTypeNameTaken: Answer(
        condition="a link type's name that is taken",
        status=404,
        status_by=evidence.REFERENCE,
        message="You cannot create two issue link types with the same name.",
        words_by=evidence.TERRAFORM,
        seen=Seen(400, evidence.TERRAFORM),
    ),
    refusals.NotAdministrator: Answer(
        condition="changing link types without Administer Jira",
        status=404,
        status_by=evidence.REFERENCE,
        message="You must have global administrator rights to change issue link types.",
        words_by=NO_TEXT,
        seen=Seen(403, evidence.LIVE_SUITE),
        lack="permission",
    ),
}
