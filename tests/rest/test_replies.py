"""From what truly happened to what Jira says: several refusals, anonymous callers, headers, and the other source."""

import json
import re
from itertools import chain

import pytest

from jira_linkfake.jira.archiving.refusals import ArchiverNotAdministrator, ExporterNotAdministrator
from jira_linkfake.jira.attachments.refusals import AttachmentUndeletable, AttachmentUnseen, NoAttachPermission
from jira_linkfake.jira.boards.refusals import BoardUnseen
from jira_linkfake.jira.bulk.refusals import NoBulkFields, NoBulkPermission
from jira_linkfake.jira.comments.refusals import (
    CommentInvalid,
    CommentUnseen,
    NoCommentEditPermission,
    NoCommentPermission,
)
from jira_linkfake.jira.components.refusals import ComponentNotEditable, ComponentUndeletable, ComponentUnseen
from jira_linkfake.jira.epics.refusals import EpicUnseen
from jira_linkfake.jira.filters.refusals import FilterUnseen, SharedFilterUnseen
from jira_linkfake.jira.issue_links.refusals import (
    LinkHidden,
    LinkUnknown,
    NoDeletePermission,
    NoLinkPermission,
    SelfLink,
)
from jira_linkfake.jira.issues.refusals import (
    IssueArchived,
    IssueHidden,
    IssueUnknown,
    NoAssignPermission,
    NoCreatePermission,
    NoIssueDeletePermission,
    NoTransitionPermission,
)
from jira_linkfake.jira.link_types.refusals import LinkingDisabled, LinkTypeNameTaken, LinkTypeUnknown, NotAdministrator
from jira_linkfake.jira.notification_schemes.refusals import NotificationsOfProjectUnseen
from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER
from jira_linkfake.jira.people.refusals import PermissionsOfUsers
from jira_linkfake.jira.permission_schemes.refusals import SchemeOfProjectUnseen
from jira_linkfake.jira.permissions.refusals import (
    AdministratorNeeded,
    ContextUnseen,
    PermissionsOfOthers,
    UserBrowsingNeeded,
)
from jira_linkfake.jira.projects.refusals import (
    ProjectAdministratorNeeded,
    ProjectArchiverNotAdministrator,
    ProjectUnchangeable,
    ProjectUndeletable,
    ProjectUnseen,
    RolesUnchangeable,
)
from jira_linkfake.jira.properties.refusals import (
    IssuePropertyUndeletable,
    NoPropertyPermission,
    UserPropertiesOfOthers,
)
from jira_linkfake.jira.remote_links.refusals import NoRemoteLinkPermission
from jira_linkfake.jira.security_schemes.refusals import SecuritySchemeUnseen
from jira_linkfake.jira.sprints.refusals import SprintUnseen
from jira_linkfake.jira.tasks.refusals import TaskOfOthers
from jira_linkfake.jira.versions.refusals import (
    NoRelatedWorkPermission,
    VersionNotCreatable,
    VersionNotEditable,
    VersionNotMovable,
    VersionNotReplaceable,
    VersionUndeletable,
    VersionUnseen,
)
from jira_linkfake.jira.watchers.refusals import NoWatcherPermission
from jira_linkfake.jira.workflow.refusals import StatusesUnseen
from jira_linkfake.jira.worklogs.refusals import NoWorklogChangePermission, NoWorklogPermission, WorklogUnseen
from jira_linkfake.known_answers import all_refusals
from jira_linkfake.rest.refusals import MethodNotAllowed, NotSignedIn, WrongCredentials
from jira_linkfake.rest.replies import reply_to

CHALLENGE = ("WWW-Authenticate", 'OAuth realm="https%3A%2F%2Fjira.example.com"')


@pytest.fixture
def answer(site, refusals):
    """Return a function that returns the reply to refusals, given by kind or as they are, and how the other differs."""

    def answer(*wanted, answers="documented", caller=DEFAULT_USER):
        given = [refusals[one] if isinstance(one, type) else one for one in wanted]
        return reply_to(
            given, answers=answers, site=site, caller=caller, base="https://jira.example.com", path="/rest/api/3/x"
        )

    return answer


def test_several_refusals_are_told_at_once(answer):
    """The messages of several refusals are listed in their order, under the status of the first."""
    reply, _ = answer(LinkTypeUnknown, IssueUnknown, IssueHidden)
    unseen = "Issue does not exist or you do not have permission to see it."
    assert reply.status == 404
    assert json.loads(reply.body) == {
        "errorMessages": ["No issue link type with name 'Haunts' found.", unseen, unseen],
        "errors": {},
    }


def test_messages_and_errors_are_told_together(answer):
    """What is said of the whole request stands beside what is said of a field, as a public Cloud site was recorded."""
    reply, _ = answer(NoCommentPermission, CommentInvalid)
    assert json.loads(reply.body) == {
        "errorMessages": ["You do not have the permission to comment on this issue."],
        "errors": {"comment": "Comment body is not valid!"},
    }


PERMISSIONS = [
    NoLinkPermission,
    NoDeletePermission,
    NoRemoteLinkPermission,
    NoCommentPermission,
    NoCommentEditPermission,
    NoCreatePermission,
    NoAssignPermission,
    NoTransitionPermission,
    NoIssueDeletePermission,
    NotAdministrator,
    AdministratorNeeded,
    ProjectAdministratorNeeded,
    ProjectUndeletable,
    ProjectUnchangeable,
    RolesUnchangeable,
    SchemeOfProjectUnseen,
    SecuritySchemeUnseen,
    NotificationsOfProjectUnseen,
    VersionNotCreatable,
    VersionNotEditable,
    VersionNotMovable,
    VersionNotReplaceable,
    VersionUndeletable,
    IssuePropertyUndeletable,
    NoPropertyPermission,
    UserPropertiesOfOthers,
    TaskOfOthers,
    PermissionsOfUsers,
    StatusesUnseen,
    ComponentNotEditable,
    ComponentUndeletable,
    NoAttachPermission,
    AttachmentUndeletable,
    NoRelatedWorkPermission,
    UserBrowsingNeeded,
    PermissionsOfOthers,
    NoWatcherPermission,
    NoWorklogPermission,
    NoWorklogChangePermission,
    ArchiverNotAdministrator,
    ExporterNotAdministrator,
    ProjectArchiverNotAdministrator,
    NoBulkPermission,
    NoBulkFields,
]
SIGHT = [
    IssueUnknown,
    IssueHidden,
    LinkUnknown,
    LinkHidden,
    CommentUnseen,
    ProjectUnseen,
    ContextUnseen,
    VersionUnseen,
    ComponentUnseen,
    AttachmentUnseen,
    WorklogUnseen,
    FilterUnseen,
    SharedFilterUnseen,
    BoardUnseen,
    EpicUnseen,
    SprintUnseen,
]
NEITHER = [LinkingDisabled, LinkTypeUnknown, LinkTypeNameTaken, SelfLink, IssueArchived, CommentInvalid]


def test_every_lack_is_one_of_these():
    """No other refusal says that signing in might help."""
    assert {kind for kind in all_refusals() if kind.answer.lack} == {*PERMISSIONS, *SIGHT}


def _is_login_asked_for(reply):
    return reply.status == 401 and reply.body == "Client must be authenticated to access this resource."


@pytest.mark.parametrize("kind", PERMISSIONS)
def test_anonymous_caller_without_permission_is_asked_to_sign_in(answer, seeded, kind):
    """The reference answers 401 where the anonymous caller lacks a permission, whatever he sees, with a challenge."""
    seeded.allow_only("BROWSE_PROJECTS", ANYONE)
    reply, _ = answer(kind, caller=None)
    assert _is_login_asked_for(reply)
    assert reply.headers == (CHALLENGE,)
    assert not _is_login_asked_for(answer(kind)[0])


@pytest.mark.parametrize("kind", SIGHT)
def test_anonymous_caller_who_sees_nothing_is_asked_to_sign_in(answer, seeded, kind):
    """Where anonymous callers may browse nothing they are asked to sign in for what is hidden and what is missing."""
    assert _is_login_asked_for(answer(kind, caller=None)[0])
    seeded.allow_only("BROWSE_PROJECTS", ANYONE, project="APP")
    assert answer(kind, caller=None)[0].status == (400 if kind is FilterUnseen else 404)


@pytest.mark.parametrize("kind", NEITHER)
def test_signing_in_helps_only_where_something_is_lacking(answer, kind):
    """An anonymous caller gets the same answer as anyone to what has nothing to do with who he is."""
    assert answer(kind, caller=None) == answer(kind)


def test_signing_in_helps_only_where_everything_is_lacking(answer):
    """Where one of several refusals has nothing to do with the caller, signing in is not what he is told."""
    assert answer(LinkTypeUnknown, IssueUnknown, caller=None) == answer(LinkTypeUnknown, IssueUnknown)
    assert _is_login_asked_for(answer(IssueUnknown, IssueHidden, caller=None)[0])


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (NoLinkPermission, 401),
        (NoDeletePermission, 401),
        (NotAdministrator, 403),
        (NoCommentPermission, 400),
        (IssueHidden, 404),
        (LinkUnknown, 404),
    ],
)
def test_real_sites_answer_anonymous_callers_as_any(answer, kind, status):
    """As sites were seen to answer, an anonymous caller is told the same as anyone who lacks it."""
    reply, _ = answer(kind, answers="observed", caller=None)
    assert reply.status == status
    assert reply == answer(kind, answers="observed")[0]


@pytest.mark.parametrize(
    ("kind", "caller", "documented", "observed"),
    [
        (NoLinkPermission, DEFAULT_USER, "sites were seen to answer 401", "the reference says 404"),
        (NoDeletePermission, DEFAULT_USER, "sites were seen to answer 401", "the reference says 404"),
        (NotAdministrator, DEFAULT_USER, "sites were seen to answer 403", "the reference says 404"),
        (LinkTypeNameTaken, DEFAULT_USER, "sites were seen to answer 400", "the reference says 404"),
        (NotAdministrator, None, "sites were seen to answer 403", "the reference says 401"),
        (IssueHidden, None, "sites were seen to answer 404", "the reference says 401"),
        (NoCommentPermission, None, "sites were seen to answer 400", "the reference says 401"),
        (IssueHidden, DEFAULT_USER, None, None),
        (SelfLink, None, None, None),
        (NoLinkPermission, None, None, None),
        (NoDeletePermission, None, None, None),
    ],
)
def test_the_other_sources_status_is_told_where_it_differs(answer, kind, caller, documented, observed):
    """A reply comes with the status that the other source gives, and with none where both agree."""
    assert answer(kind, caller=caller)[1] == documented
    assert answer(kind, answers="observed", caller=caller)[1] == observed


def test_wrong_credentials_tell_what_sites_do(answer):
    """Wrong credentials are a 401 with a challenge, and sites were seen to go on without them."""
    reply, other = answer(WrongCredentials(problem="the token is not alice's"), caller=None)
    assert _is_login_asked_for(reply)
    assert reply.headers == (CHALLENGE,)
    assert other == "sites were seen to go on with an anonymous caller"


@pytest.mark.parametrize("answers", ["documented", "observed"])
def test_operation_for_users_is_a_401_to_the_anonymous_caller(answer, answers):
    """What only a signed-in user has is a 401 with a challenge in both sources."""
    reply, other = answer(NotSignedIn(caller=None), answers=answers, caller=None)
    assert _is_login_asked_for(reply)
    assert reply.headers == (CHALLENGE,)
    assert other is None


def test_wrong_method_tells_the_right_ones(answer):
    """A method that Jira does not have is answered with those that it has."""
    reply, _ = answer(MethodNotAllowed(method="PATCH", allowed="GET, PUT"))
    assert reply.headers == (("Allow", "GET, PUT"),)
    assert json.loads(reply.body)["instance"] == "/rest/api/3/x"


# What a refusal says for the test's author alone, or would say of what is hidden.
FOR_THE_AUTHOR = {"reason", "truth", "why", "because", "who", "caller", "hidden_by", "cause", "end", "problem"}


def test_no_answer_is_made_of_a_reason():
    """What fills in Jira's words is what the request named or what its caller sees, and never the true reason."""
    templates = [
        (kind.__name__, template)
        for kind in all_refusals()
        for template in (kind.answer.message or "", *chain.from_iterable(kind.answer.errors))
    ]
    named = [(name, set(re.findall(r"\{0\.(\w+)", template))) for name, template in templates]
    assert [name for name, fields in named if fields & FOR_THE_AUTHOR] == []
