"""What a caller is told of permissions."""

import pytest

from jira_linkfake.jira.issues.refusals import IssueHidden, IssueUnknown, IssueUnnamed
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.permissions.finding import (
    BulkPermissionsRequest,
    PermissionContext,
    PermissionGrants,
    ProjectPermissionsRequest,
    bulk_permissions,
    my_permissions,
)
from jira_linkfake.jira.permissions.refusals import (
    AccountUnknown,
    ContextUnseen,
    PermissionsOfOthers,
    PermissionsUnnamed,
    PermissionUnknown,
    ProjectPermissionsUnnamed,
)


@pytest.fixture
def alice(seeded):
    """A user who may link in LIB alone."""
    alice = seeded.add_user("alice")
    seeded.deny("LINK_ISSUES", alice, project="APP")
    return alice


def _held(site, caller, *keys, **context):
    return {one.key: held for one, held in my_permissions(site, caller, keys, PermissionContext(**context))}


def _bulk(*of_projects, account_id=None, of_site=()):
    return BulkPermissionsRequest(
        account_id=account_id, global_permissions=tuple(of_site), project_permissions=tuple(of_projects)
    )


def _of(permissions, projects=(), issues=()):
    return ProjectPermissionsRequest(permissions=tuple(permissions), projects=tuple(projects), issues=tuple(issues))


def test_without_a_context_any_project_will_do(seeded, site, alice):
    """A permission is held where it is held in some project, of those that the caller may browse."""
    assert _held(site, alice, "LINK_ISSUES", "ADMINISTER", "LINK_ISSUES") == {"LINK_ISSUES": True, "ADMINISTER": False}
    seeded.deny("BROWSE_PROJECTS", project="LIB")
    assert _held(site, alice, "LINK_ISSUES") == {"LINK_ISSUES": False}


@pytest.mark.parametrize(
    ("context", "held"),
    [
        ({"project_key": "APP"}, False),
        ({"project_key": "LIB"}, True),
        ({"project_id": "10000"}, False),
        ({"project_id": "10001", "project_key": "APP"}, True),
        ({"issue_key": "app-1"}, False),
        ({"issue_id": "10002", "issue_key": "APP-1", "project_key": "APP"}, True),
    ],
)
def test_context(site, alice, context, held):
    """A permission is held in the issue, in the project, and an id goes before a key; a global one is held anyway."""
    assert _held(site, alice, "LINK_ISSUES", "USER_PICKER", **context) == {"LINK_ISSUES": held, "USER_PICKER": True}


def test_context_that_is_not_seen(seeded, site, alice, refuses):
    """What the caller may not see is refused as what is not there."""
    seeded.add_issue("SEC-1", visible_to=[])
    seeded.deny("BROWSE_PROJECTS", project="LIB")
    for context, refusal in [
        ({"project_key": "NOPE"}, ContextUnseen),
        ({"project_key": "LIB"}, ContextUnseen),
        ({"project_id": "7"}, ContextUnseen),
        ({"project_id": "LIB"}, ContextUnseen),
        ({"issue_key": "NOPE-1"}, IssueUnknown),
        ({"issue_key": "SEC-1"}, IssueHidden),
        ({"issue_id": "SEC-1"}, IssueUnnamed),
    ]:
        with refuses(refusal):
            _held(site, alice, "LINK_ISSUES", **context)


def test_context_names_what_is_not_seen(site, alice, refuses):
    """The journal tells by what a project was named, and who does not see it."""
    for by, value in (("id", "7"), ("key", "NOPE")):
        with refuses(ContextUnseen) as caught:
            _held(site, alice, "LINK_ISSUES", **{f"project_{by}": value})
        assert caught.value.refusals == (ContextUnseen(by=by, value=value, caller=alice),)


def test_global_permission_is_none_of_a_project(seeded, site, alice):
    """What is held in the whole site does not depend on the projects that one sees."""
    seeded.deny("BROWSE_PROJECTS")
    assert _held(site, alice, "LINK_ISSUES", "USER_PICKER") == {"LINK_ISSUES": False, "USER_PICKER": True}


def test_permissions_must_be_named(site, alice, refuses):
    """No permission, and some that there are none of, are refused before the context is looked at."""
    with refuses(PermissionsUnnamed):
        _held(site, alice, project_key="NOPE")
    with refuses(PermissionUnknown, PermissionUnknown):
        _held(site, alice, "A", "LINK_ISSUES", "B", project_key="NOPE")


def test_bulk_tells_where_permissions_are_held(seeded, site, alice):
    """Each permission has the projects and issues in which it is held, without what is missing or hidden."""
    secret = seeded.add_issue("LIB-9", visible_to=[])
    request = _bulk(
        _of(["LINK_ISSUES", "EDIT_ISSUES"], [10000, 10001, 7, -1], [10000, 10002, secret.id, 7]),
        of_site=["ADMINISTER", "USER_PICKER"],
    )
    assert bulk_permissions(site, alice, request) == (
        ["USER_PICKER"],
        [
            PermissionGrants(permission="LINK_ISSUES", projects=[10001], issues=[10002]),
            PermissionGrants(permission="EDIT_ISSUES", projects=[10000, 10001], issues=[10000, 10002]),
        ],
    )
    assert bulk_permissions(site, None, request) == (
        [],
        [PermissionGrants(permission=key, projects=[], issues=[]) for key in ("LINK_ISSUES", "EDIT_ISSUES")],
    )


def test_bulk_of_others_is_for_administrators(site, alice, refuses):
    """An administrator may ask for the permissions of others, everyone for their own."""
    hers = _bulk(of_site=["ADMINISTER", "USER_PICKER"], account_id=alice.account_id)
    assert bulk_permissions(site, DEFAULT_USER, hers) == bulk_permissions(site, alice, hers) == (["USER_PICKER"], [])
    for caller in (alice, None):
        with refuses(PermissionsOfOthers) as caught:
            bulk_permissions(site, caller, _bulk(account_id=DEFAULT_USER.account_id))
        told = PermissionsOfOthers(account_id=DEFAULT_USER.account_id, caller=caller)
        assert caught.value.refusals == (told,)
    with refuses(AccountUnknown):
        bulk_permissions(site, DEFAULT_USER, _bulk(account_id="1"))


def test_bulk_takes_permissions_of_their_kind(site, alice, refuses):
    """A global permission is none of projects, nor the other way round, and projects come with a permission."""
    with refuses(PermissionUnknown):
        bulk_permissions(site, alice, _bulk(of_site=["LINK_ISSUES"]))
    with refuses(PermissionUnknown):
        bulk_permissions(site, alice, _bulk(_of(["ADMINISTER"])))
    with refuses(ProjectPermissionsUnnamed):
        bulk_permissions(site, alice, _bulk(_of([], [10000])))
