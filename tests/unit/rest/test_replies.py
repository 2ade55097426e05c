"""What Jira answers to each refusal, with the evidence for it."""

import json

import pytest

from jira_linkfake.rest import evidence, request_refusals
from jira_linkfake.rest.evidence import Evidence
from jira_linkfake.rest.fidelity import known_replies
from jira_linkfake.rest.refusing import reply_to
from jira_linkfake.rest.replies import (
    ANSWERS,
    added_links,
    comments,
    editing,
    fields,
    issues,
    jql,
    jql_functions,
    jql_syntax,
    link_types,
    links,
    people,
    permissions,
    projects,
    remote_links,
    requests,
)
from jira_linkfake.rest.replies.answer import Seen
from jira_linkfake.site import refusals as site_refusals
from jira_linkfake.site.people import DEFAULT_USER
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import added_links as about_added_links
from jira_linkfake.site.refusals import comments as about_comments
from jira_linkfake.site.refusals import editing as about_editing
from jira_linkfake.site.refusals import fields as about_fields
from jira_linkfake.site.refusals import issues as about_issues
from jira_linkfake.site.refusals import link_types as about_link_types
from jira_linkfake.site.refusals import links as about_links
from jira_linkfake.site.refusals import people as about_people
from jira_linkfake.site.refusals import permissions as about_permissions
from jira_linkfake.site.refusals import projects as about_projects
from jira_linkfake.site.refusals import remote_links as about_remote_links
from tests.unit import jql_refusals
from tests.unit.jql_refusals import JQL_REFUSALS

MODULES = (
    added_links,
    comments,
    editing,
    fields,
    issues,
    jql,
    jql_functions,
    jql_syntax,
    link_types,
    links,
    people,
    permissions,
    projects,
    remote_links,
    requests,
)
UNSEEN = "Issue does not exist or you do not have permission to see it."
NOT_ON_SCREEN = "Field '{}' cannot be set. It is not on the appropriate screen, or unknown."
PAYLOAD = "Invalid request payload. Refer to the REST API documentation and try again."
NOT_SIGNED_IN = "Client must be authenticated to access this resource."

REQUEST_REFUSALS = [
    request_refusals.NoEndpoint(method="GET", path="/rest/api/3/nope"),
    request_refusals.MethodNotAllowed(method="GET", allowed="POST"),
    request_refusals.NotServed(operation="GET /rest/api/3/field (getFields)"),
    request_refusals.UnsupportedMediaType(content_type="text/plain"),
    request_refusals.WrongCredentials(problem="the token is not alice's"),
    request_refusals.NotSignedIn(caller=None),
    request_refusals.BodyEmpty(),
    request_refusals.IssueBodyEmpty(),
    request_refusals.BodyNotJson(problem="Expecting value"),
    request_refusals.PayloadInvalid(problem="it is not an object"),
    request_refusals.QueryInvalid(name="maxResults", value="x"),
    request_refusals.OrderUnknown(field="author", known="created"),
    request_refusals.MaxResultsInvalid(value=0),
    request_refusals.PageTokenInvalid(token="x"),
    request_refusals.SearchRemoved(),
    request_refusals.TooManyToFetch(count=101),
]


def _messages(*messages, **errors):
    return {"errorMessages": list(messages), "errors": errors}


def _problem(title, status, detail):
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": "/path"}


TEXT = "text/plain;charset=UTF-8"
JSON = "application/json;charset=UTF-8"
PROBLEM = "application/problem+json;charset=UTF-8"

ANSWERED = {
    about_issues.IssueUnknown: (404, _messages(UNSEEN)),
    about_issues.IssueUnnamed: (404, _messages(UNSEEN)),
    about_issues.IssueHidden: (404, _messages(UNSEEN)),
    about_issues.IssueArchived: (400, _messages("Issue 'APP-1' is archived.")),
    about_issues.ProjectUnseen: (404, _messages("No project could be found with key 'NOPE'.")),
    about_issues.NotFound: (404, _messages("The priority '7' does not exist.")),
    about_link_types.LinkTypeUnknown: (404, _messages("No issue link type with name 'Haunts' found.")),
    about_link_types.LinkTypeUnnamed: (404, _messages(issuelinks="No issue link type name or id was given.")),
    about_link_types.LinkTypeAmbiguous: (404, _messages("There is more than one issue link type with name 'Twin'.")),
    about_link_types.LinkTypeNameTaken: (
        404,
        _messages("You cannot create two issue link types with the same name."),
    ),
    about_link_types.LinkTypeFieldMissing: (400, _messages("The issue link type's inward is required.")),
    about_link_types.LinkTypeIdInvalid: (400, _messages("The issue link type ID is invalid.")),
    about_link_types.NotAdministrator: (
        404,
        _messages("You must have global administrator rights to change issue link types."),
    ),
    about_links.LinkingDisabled: (404, _messages("Issue linking is currently disabled.")),
    about_links.LinkUnknown: (404, _messages("No issue link with id '10009' exists.")),
    about_links.LinkHidden: (404, _messages("No issue link with id '10000' exists.")),
    about_links.LinkIdInvalid: (400, _messages("The issue link ID is invalid.")),
    about_links.SelfLink: (400, _messages("You cannot link an issue to itself.")),
    about_links.NoLinkPermission: (404, _messages("No Link Issue Permission for issue 'APP-1'")),
    about_links.NoDeletePermission: (404, _messages("No Link Issue Permission for issue 'APP-1'")),
    about_links.LinkLimitReached: (
        413,
        _messages("Issue 'APP-1' has reached the per-issue limit for issue links of 2."),
    ),
    about_comments.NoCommentPermission: (400, _messages("You do not have the permission to comment on this issue.")),
    about_comments.CommentInvalid: (400, _messages(comment="Comment body is not valid!")),
    about_comments.CommentEmpty: (400, _messages(comment="Comment body can not be empty!")),
    about_comments.VisibilityIncomplete: (
        400,
        _messages(commentLevel="The group or role of the comment's visibility is missing."),
    ),
    about_comments.GroupUnknown: (400, _messages(commentLevel="Group: devs does not exist.")),
    about_comments.RoleUnknown: (400, _messages(commentLevel="Project role: Testers does not exist.")),
    about_comments.NotInGroup: (
        400,
        _messages(commentLevel="You are currently not a member of the group: devs."),
    ),
    about_comments.NotInRole: (
        400,
        _messages(commentLevel="You are currently not a member of the project role: Testers."),
    ),
    about_comments.NotInRoleForLink: (
        400,
        _messages(
            "Failed to create comment for issue 'LIB-1'",
            commentLevel="You are currently not a member of the project role: Testers.",
        ),
    ),
    about_comments.CommentUnseen: (404, _messages("Can not find a comment for the id: 10000.")),
    about_comments.NoCommentEditPermission: (
        400,
        _messages("You do not have permission to edit the comment with the id: 10000."),
    ),
    about_comments.NoCommentDeletePermission: (
        400,
        _messages("You do not have permission to delete the comment with the id: 10000."),
    ),
    about_comments.AnonymousCommentDeletion: (405, _messages("You must be signed in to delete a comment.")),
    about_comments.CommentIdsMiscounted: (400, _messages("The number of comment IDs must be between 1 and 1000.")),
    about_comments.CommentLimitReached: (
        413,
        _messages("Issue 'APP-1' has reached the per-issue limit for comments of 2."),
    ),
    about_people.UserUnknown: (
        404,
        _messages("Specified user does not exist or you do not have required permissions"),
    ),
    about_people.SearchUnnamed: (400, _messages("The username or property query parameter must be provided")),
    about_people.SearchAmbiguous: (
        400,
        _messages("The query parameters 'query' and 'accountId' are mutually exclusive."),
    ),
    about_people.GroupUnnamed: (400, _messages("Either the group's name or its ID must be provided.")),
    about_people.GroupUnknown: (404, _messages("The group 'devs' does not exist.")),
    about_permissions.AdministratorNeeded: (
        403,
        _messages("You are not authorized to perform this action. Administrator privileges are required."),
    ),
    about_permissions.UserBrowsingNeeded: (
        403,
        _messages("You are not authorized to perform this action. Browse users and groups is required."),
    ),
    about_permissions.PermissionsUnnamed: (400, _messages("The 'permissions' query parameter is required.")),
    about_permissions.PermissionUnknown: (400, _messages(LAUNCH_ROCKETS="Unrecognized permission")),
    about_permissions.ContextUnseen: (404, _messages("Could not find project with provided key.")),
    about_permissions.ProjectPermissionsUnnamed: (
        400,
        _messages("At least one project permission must be provided."),
    ),
    about_permissions.PermissionsOfOthers: (403, _messages("Only Jira administrators can perform this operation.")),
    about_permissions.AccountUnknown: (400, _messages("The account ID '1' is invalid.")),
    about_projects.ProjectAdministratorNeeded: (
        404,
        _messages("You cannot view the roles of project 'APP', as you may not administer it."),
    ),
    about_projects.ProjectOrderUnknown: (
        400,
        _messages(
            "The field to order by should be one of [name, key, owner, category, issueCount, lastIssueUpdatedTime, "
            "archivedDate, deletedDate]. Instead, it was: zz."
        ),
    ),
    about_projects.ProjectActionUnknown: (
        400,
        _messages("The action should be one of [view, browse, edit, create]. Instead, it was: delete."),
    ),
    about_remote_links.RemoteLinkingDisabled: (403, _messages("Issue linking is currently disabled.")),
    about_remote_links.RemoteLinkUnknown: (404, _messages("No remote issue link with globalId 'ex=2' exists.")),
    about_remote_links.RemoteLinkElsewhere: (
        400,
        _messages("The remote issue link with id '10000' does not belong to issue 'LIB-1'."),
    ),
    about_remote_links.RemoteLinkIdInvalid: (400, _messages("The remote issue link ID is invalid.")),
    about_remote_links.NoRemoteLinkPermission: (403, _messages("No Link Issue Permission for issue 'APP-1'")),
    about_remote_links.RemoteLinkUrlMissing: (400, _messages(url="'URL' is required.")),
    about_remote_links.RemoteLinkTitleMissing: (400, _messages(title="'Link Text' is required.")),
    about_remote_links.GlobalIdTooLong: (
        400,
        _messages(globalId="The global ID must not have more than 255 characters."),
    ),
    about_remote_links.GlobalIdTaken: (
        400,
        _messages(globalId="A remote issue link with global ID 'ex=1' exists already."),
    ),
    about_remote_links.GlobalIdMissing: (400, _messages("The global ID of the remote issue link is missing.")),
    about_remote_links.RemoteLinkLimitReached: (
        413,
        _messages("Issue 'APP-1' has reached the per-issue limit for remote issue links of 2."),
    ),
    about_projects.ProjectUndeletable: (404, _messages("No project could be found with key '10000'.")),
    about_projects.ProjectKeyInvalid: (
        400,
        _messages(
            projectKey="Project keys must start with an uppercase letter, followed by one or more uppercase "
            "alphanumeric characters."
        ),
    ),
    about_projects.ProjectKeyTaken: (400, _messages(projectKey="Project 'APP' uses this project key.")),
    about_projects.ProjectNameInvalid: (400, _messages(projectName="You must specify a valid project name.")),
    about_projects.ProjectNameTaken: (400, _messages(projectName="A project with that name already exists.")),
    about_projects.ProjectLeadUnknown: (400, _messages(projectLead="You must specify a valid project lead.")),
    about_added_links.SeveralLinks: (400, _messages(issuelinks="Only one issue link can be added at a time.")),
    about_added_links.TwoSidedLink: (
        400,
        _messages("Only one of inwardIssue and outwardIssue can be given: the issue itself is the other."),
    ),
    about_added_links.LinkWithComment: (400, _messages("A comment cannot be added with an issue link in update.")),
    about_added_links.SelfLinkAdded: (400, _messages(issuelinks="You cannot link an issue to itself.")),
    about_added_links.LinkNotAdded: (400, _messages(UNSEEN)),
    about_editing.ProjectMissing: (400, _messages(project="Specify a valid project ID or key")),
    about_editing.NoCreatePermission: (
        400,
        _messages("You do not have permission to create issues in this project."),
    ),
    about_editing.NothingToEdit: (400, _messages("one of 'fields' or 'update' required")),
    about_editing.NoAssignPermission: (403, _messages("You do not have permission to assign issues.")),
    about_editing.TransitionMissing: (400, _messages("Missing 'transition' identifier")),
    about_editing.TransitionIdInvalid: (400, _messages("'transition' identifier must be an integer")),
    about_editing.TransitionUnknown: (400, _messages("Transition id '99' is not valid for this issue.")),
    about_editing.NoTransitionPermission: (400, _messages("Transition id '11' is not valid for this issue.")),
    about_editing.NoIssueDeletePermission: (
        403,
        _messages("You do not have permission to delete issues in this project."),
    ),
    about_editing.HasSubtasks: (
        400,
        _messages(
            "The issue 'APP-1' has subtasks.  You must specify the 'deleteSubtasks' parameter "
            "to delete this issue and all its subtasks."
        ),
    ),
    about_editing.TooManyIssues: (400, _messages("The limit for creating issues in bulk is 50.")),
    about_fields.FieldNotSettable: (400, _messages(status=NOT_ON_SCREEN.format("status"))),
    about_fields.FieldOnlyUpdated: (400, _messages(issuelinks="Field does not support update 'issuelinks'")),
    about_fields.FieldTwice: (400, _messages(labels="Field 'labels' cannot be in both 'fields' and 'update'.")),
    about_fields.OperationUnknown: (
        400,
        _messages(
            "Field with id' summary' and name 'Summary' does not support operation 'add' "
            "Supported operation(s) are: 'set'"
        ),
    ),
    about_fields.NotText: (400, _messages(summary="Operation value must be a string")),
    about_fields.NotDocument: (
        400,
        _messages(description="Operation value must be an Atlassian Document (see the Atlassian Document Format)"),
    ),
    about_fields.NotObject: (400, _messages(parent="data was not an object")),
    about_fields.NotList: (400, _messages(labels="data was not an array")),
    about_fields.SummaryMissing: (400, _messages(summary="You must specify a summary of the issue.")),
    about_fields.SummaryTooLong: (400, _messages(summary="Summary can't exceed 255 characters.")),
    about_fields.SummaryBroken: (
        400,
        _messages(summary="The summary is invalid because it contains newline characters."),
    ),
    about_fields.LabelWithSpaces: (400, _messages(labels="The label 'two words' contains spaces which is invalid.")),
    about_fields.IssueTypeMissing: (400, _messages(issuetype="Specify an issue type")),
    about_fields.IssueTypeUnknown: (400, _messages(issuetype="The issue type selected is invalid.")),
    about_fields.IssueTypeUnfit: (400, _messages(issuetype="The issue type selected is invalid.")),
    about_fields.PriorityUnnamed: (
        400,
        _messages(priority="Specify the Priority (id or name) in the string format"),
    ),
    about_fields.PriorityUnknown: (400, _messages(priority="The priority selected is invalid.")),
    about_fields.SecurityLevelUnseen: (400, _messages(security="The security level selected is invalid.")),
    about_fields.FieldUserUnknown: (400, _messages(assignee="Account ID 1 does not exist.")),
    about_fields.NotAssignable: (400, _messages(assignee="User 'alice' cannot be assigned issues.")),
    about_fields.ReporterMissing: (400, _messages(reporter="Reporter is required.")),
    about_fields.ParentMissing: (
        400,
        _messages(issuetype="Issue type is a sub-task but parent issue key or id not specified."),
    ),
    about_fields.ParentUnseen: (400, _messages(parent="Could not find issue by id or key.")),
    about_fields.ParentUnfit: (
        400,
        _messages(parentId="Given parent work item does not belong to appropriate hierarchy."),
    ),
    about_fields.ParentElsewhere: (400, _messages(parent="A sub-task and its parent must be in the same project.")),
    request_refusals.NoEndpoint: (404, _problem("Not Found", 404, "No endpoint GET /rest/api/3/nope.")),
    request_refusals.MethodNotAllowed: (
        405,
        _problem("Method Not Allowed", 405, "Method 'GET' is not supported."),
    ),
    request_refusals.NotServed: (501, _messages("jira_linkfake does not serve GET /rest/api/3/field (getFields).")),
    request_refusals.UnsupportedMediaType: (
        415,
        _problem("Unsupported Media Type", 415, "Content-Type 'text/plain' is not supported."),
    ),
    request_refusals.OrderUnknown: (
        400,
        _messages("The field to order by should be one of [created]. Instead, it was: author."),
    ),
    request_refusals.WrongCredentials: (401, NOT_SIGNED_IN),
    request_refusals.NotSignedIn: (401, NOT_SIGNED_IN),
    request_refusals.BodyEmpty: (400, {"errorMessages": ["No content to map to Object due to end of input"]}),
    request_refusals.IssueBodyEmpty: (400, _messages("No Issue Create payload supplied")),
    request_refusals.BodyNotJson: (
        400,
        {"errorMessages": ["There was an error parsing JSON. Check that your request body is valid."]},
    ),
    request_refusals.PayloadInvalid: (400, {"errorMessages": [PAYLOAD]}),
    request_refusals.QueryInvalid: (
        400,
        _problem("Bad Request", 400, "Failed to convert 'maxResults' with value: 'x'"),
    ),
    request_refusals.MaxResultsInvalid: (
        400,
        _messages("The max results parameter has to be between 1 and 5,000."),
    ),
    request_refusals.PageTokenInvalid: (400, _messages("The provided next page token is invalid or expired.")),
    request_refusals.SearchRemoved: (
        410,
        _messages(
            "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration"
            " guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046"
        ),
    ),
    request_refusals.TooManyToFetch: (400, _messages("The number of issues to fetch must not be above 100.")),
    **{type(told.refusal): (told.status, _messages(told.message)) for told in JQL_REFUSALS},
}

# Where real sites were seen to give another status than the reference: the whole of what `answers` switches there.
SEEN = {
    about_links.NoLinkPermission: 401,
    about_links.NoDeletePermission: 401,
    about_link_types.LinkTypeNameTaken: 400,
    about_link_types.NotAdministrator: 403,
}


def _kinds():
    """Return every kind of refusal there is, without those that only others are made from."""
    homes = (
        about_added_links,
        about_comments,
        about_editing,
        about_fields,
        about_issues,
        about_link_types,
        about_links,
        about_people,
        about_permissions,
        about_projects,
        about_remote_links,
        request_refusals,
        *jql_refusals.MODULES,
    )
    kinds = {kind for home in homes for kind in vars(home).values() if isinstance(kind, type)}
    return {kind for kind in kinds if issubclass(kind, Refusal) and hasattr(kind, "truth")}


@pytest.fixture
def every_refusal(refusals):
    """One refusal of every kind: the site's, and those of what is wrong with a request itself."""
    return {**refusals, **{type(refusal): refusal for refusal in REQUEST_REFUSALS}}


def _parsed(reply):
    return reply.body if reply.content_type == TEXT else json.loads(reply.body)


@pytest.mark.parametrize("kind", ANSWERED, ids=[kind.__name__ for kind in ANSWERED])
def test_refusal_is_answered_in_jiras_words(every_refusal, site, kind):
    """A refusal is answered with its documented status, in Jira's envelope and Jira's words."""
    status, content = ANSWERED[kind]
    reply, _ = reply_to(
        [every_refusal[kind]],
        answers="documented",
        site=site,
        caller=DEFAULT_USER,
        base="https://jira.example.com",
        path="/path",
    )
    assert (reply.status, _parsed(reply)) == (status, content)
    expected_type = TEXT if isinstance(content, str) else PROBLEM if "detail" in content else JSON
    assert reply.content_type == expected_type


@pytest.mark.parametrize("kind", ANSWERED, ids=[kind.__name__ for kind in ANSWERED])
def test_observed_status_differs_only_where_sites_were_seen_to(every_refusal, site, kind):
    """With `answers="observed"` the status is what sites were seen to answer, and everything else the same."""
    status, content = ANSWERED[kind]
    reply, _ = reply_to(
        [every_refusal[kind]],
        answers="observed",
        site=site,
        caller=DEFAULT_USER,
        base="https://jira.example.com",
        path="/path",
    )
    assert (reply.status, _parsed(reply)) == (SEEN.get(kind, status), content)


def test_every_refusal_has_one_answer():
    """Each kind of refusal, of the site and of requests, stands in exactly one of the modules of answers."""
    answered = [kind for module in MODULES for kind in module.ANSWERS]
    assert len(answered) == len(set(answered))
    assert set(answered) == ANSWERS.keys() == ANSWERED.keys() == _kinds()


def test_refusals_are_answered_where_their_kind_belongs():
    """The answers about links stand in the module about links, and so on: one guesses the file before searching."""
    for module in MODULES:
        name = module.__name__.rpartition(".")[2]
        home = request_refusals if module is requests else getattr(site_refusals, name)
        assert {kind.__module__ for kind in module.ANSWERS} == {home.__name__}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=[kind.__name__ for kind in ANSWERS])
def test_answer_has_words_and_evidence(answer):
    """Each answer says in which case it is given, has something to say, and tells how we know its status and words."""
    assert answer.condition
    assert answer.message or answer.errors or answer is ANSWERS[about_added_links.LinkNotAdded]  # its cause says it
    assert isinstance(answer.status_by, Evidence)
    assert isinstance(answer.words_by, Evidence)


def test_conditions_are_told_apart():
    """No two replies are given in the same case."""
    conditions = [reply.when for reply in known_replies()]
    assert len(conditions) == len(set(conditions))


def test_sites_are_seen_to_do_otherwise_than_the_reference_says():
    """A reply that sites were seen to give otherwise is one that the reference has: it is what they disagree about."""
    assert {answer.status_by for answer in ANSWERS.values() if answer.seen} == {evidence.REFERENCE}


def _all_evidence():
    """Return every record of evidence that a reply names."""
    for reply in known_replies():
        yield reply.status_by
        yield reply.words_by
        if reply.seen is not None:
            yield reply.seen.where


def test_every_evidence_has_a_source():
    """Evidence is documented, observed or chosen, and says where, or why."""
    for one in _all_evidence():
        assert one.grade in ("documented", "observed", "chosen")
        assert len(one.source.split()) > 2


def test_chosen_is_what_nobody_documented_or_saw():
    """`chosen` makes evidence of that grade, with its reason."""
    assert evidence.chosen("because of this") == Evidence("chosen", "because of this")


def test_named_evidence_is_used():
    """Each source that the evidence module names stands behind some reply."""
    named = {name: value for name, value in vars(evidence).items() if isinstance(value, Evidence)}
    used = set(_all_evidence())
    assert [name for name, value in named.items() if value not in used] == []


def test_what_sites_were_seen_to_do():
    """A page tells the status that sites were seen to answer, or in words what they did."""
    assert str(Seen(401, evidence.LIVE_PERMISSION)) == "answer 401"
    assert str(Seen(None, evidence.LIVE_PERMISSION, "say so in a header")) == "say so in a header"
