"""Nobody can tell what they may not see from what is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jira_linkfake import ANYONE, FakeJira
from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.doors import werkzeug_client
from tests.wire.messages import Reply

Seed = Callable[[FakeJira], object]


def hidden_by_project(jira: FakeJira) -> None:
    """Add HIDDEN-1 to a project that only the default user may browse."""
    jira.add_issue("HIDDEN-1")
    jira.allow_only("BROWSE_PROJECTS", jira.default_user, project="HIDDEN")
    link_and_comment(jira)


def hidden_by_level(jira: FakeJira) -> None:
    """Add HIDDEN-1 with a security level that only the default user is in."""
    jira.add_issue("HIDDEN-1", visible_to=[jira.default_user])
    link_and_comment(jira)


def link_and_comment(jira: FakeJira) -> None:
    """Link HIDDEN-1 both ways with PROJ-1 and comment on it, if it is there, and try to link it with a comment."""
    if "HIDDEN-1" in jira.site.issues.ids:
        jira.add_link("PROJ-1", "blocks", "HIDDEN-1")
        jira.add_link("HIDDEN-1", "clones", "PROJ-1")
        jira.add_property(jira.add_comment("HIDDEN-1", "Nobody's business."), "x", 1)
        jira.add_property("HIDDEN-1", "secret", "Nobody's business.")
        jira.add_remote_link("HIDDEN-1", "https://example.com/1", global_id="ex=1")
    comment = {"body": "Nobody's business."}
    jira.client().post(
        "/rest/api/2/issueLink", json={**linking("HIDDEN-1", "PROJ-2"), "comment": comment}, auth=jira.auth
    )


def missing_from_hidden_project(jira: FakeJira) -> None:
    """Add a project that only the default user may browse, without the issue."""
    jira.add_project("HIDDEN")
    jira.allow_only("BROWSE_PROJECTS", jira.default_user, project="HIDDEN")
    link_and_comment(jira)


def missing_from_project(jira: FakeJira) -> None:
    """Add the project without the issue."""
    jira.add_project("HIDDEN")
    link_and_comment(jira)


def public(jira: FakeJira) -> None:
    """Let anyone browse, link and comment."""
    for permission in ("BROWSE_PROJECTS", "LINK_ISSUES", "ADD_COMMENTS"):
        jira.allow_only(permission, ANYONE)


def public_project(jira: FakeJira) -> None:
    """Let anyone browse and link in one project."""
    for permission in ("BROWSE_PROJECTS", "LINK_ISSUES"):
        jira.allow_only(permission, ANYONE, project="PROJ")


def linking(inward: str, outward: str) -> dict[str, Any]:
    """Return the body that links two issues."""
    return {"type": {"name": "Blocks"}, "inwardIssue": {"key": inward}, "outwardIssue": {"key": outward}}


REQUESTS: dict[str, dict[str, Any]] = {
    "create, as the source": {"sent": linking("HIDDEN-1", "PROJ-1")},
    "create, as the destination": {"sent": linking("PROJ-1", "HIDDEN-1")},
    "create, to itself": {"sent": linking("HIDDEN-1", "hidden-1")},
    "create, by id": {"sent": {**linking("PROJ-1", ""), "outwardIssue": {"id": "10003"}}},
    "create, of an unknown type": {"sent": {**linking("PROJ-1", "HIDDEN-1"), "type": {"name": "Haunts"}}},
    "create, with a comment": {"sent": {**linking("HIDDEN-1", "PROJ-1"), "comment": {"body": ""}}},
    "read a link to it": {"path": "/rest/api/3/issueLink/10000"},
    "read a link from it": {"path": "/rest/api/3/issueLink/10001"},
    "delete a link to it": {"method": "DELETE", "path": "/rest/api/3/issueLink/10000"},
    "delete a link from it": {"method": "DELETE", "path": "/rest/api/3/issueLink/10001"},
    "issue": {"path": "/rest/api/3/issue/HIDDEN-1"},
    "issue, in version 2": {"path": "/rest/api/2/issue/HIDDEN-1?fields=issuelinks"},
    "issue by key in another case": {"path": "/rest/api/3/issue/hidden-1"},
    "issue by id": {"path": "/rest/api/3/issue/10003"},
    "permissions in it": {"path": "/rest/api/3/mypermissions?permissions=LINK_ISSUES&issueKey=HIDDEN-1"},
    "permissions in it, by id": {"path": "/rest/api/3/mypermissions?permissions=LINK_ISSUES&issueId=10003"},
    "comments": {"path": "/rest/api/3/issue/HIDDEN-1/comment"},
    "comments, in an unknown order": {"path": "/rest/api/3/issue/HIDDEN-1/comment?orderBy=author"},
    "comment": {"path": "/rest/api/3/issue/HIDDEN-1/comment/10000"},
    "comment, added": {"path": "/rest/api/2/issue/HIDDEN-1/comment", "sent": {"body": ""}},
    "comment, changed": {"method": "PUT", "path": "/rest/api/2/issue/HIDDEN-1/comment/10000", "sent": {"body": "See."}},
    "comment, removed": {"method": "DELETE", "path": "/rest/api/3/issue/HIDDEN-1/comment/10000"},
    "remote links": {"path": "/rest/api/3/issue/HIDDEN-1/remotelink"},
    "remote link": {"path": "/rest/api/3/issue/HIDDEN-1/remotelink/10000"},
    "remote link by its global id": {"path": "/rest/api/3/issue/HIDDEN-1/remotelink?globalId=ex=1"},
    "remote link, by way of another issue": {"path": "/rest/api/3/issue/PROJ-1/remotelink/10000"},
    "remote link, made": {"path": "/rest/api/3/issue/HIDDEN-1/remotelink", "sent": {}},
    "remote link, changed": {"method": "PUT", "path": "/rest/api/3/issue/HIDDEN-1/remotelink/10000", "sent": {}},
    "remote link, removed": {
        "method": "DELETE",
        "path": "/rest/api/3/issue/HIDDEN-1/remotelink/10000",
        "sent_headers": {"Content-Type": "application/json"},
    },
    "properties": {"path": "/rest/api/3/issue/HIDDEN-1/properties"},
    "property": {"path": "/rest/api/3/issue/HIDDEN-1/properties/secret"},
    "property, set": {"method": "PUT", "path": "/rest/api/3/issue/HIDDEN-1/properties/secret", "sent": 1},
    "property, deleted": {"method": "DELETE", "path": "/rest/api/3/issue/HIDDEN-1/properties/secret"},
    "properties of its comment": {"path": "/rest/api/3/comment/10000/properties"},
    "property of its comment, set": {"method": "PUT", "path": "/rest/api/3/comment/10000/properties/x", "sent": 1},
    "users who may be assigned it": {"path": "/rest/api/3/user/assignable/search?issueKey=HIDDEN-1"},
    "users who see it": {"path": "/rest/api/3/user/viewissue/search?issueKey=HIDDEN-1"},
    "users who hold permissions": {
        "path": "/rest/api/3/user/permission/search?permissions=EDIT_ISSUES&issueKey=HIDDEN-1"
    },
    "comment, by way of another issue": {"path": "/rest/api/3/issue/PROJ-1/comment/10000"},
}
SEARCHES: dict[str, dict[str, Any]] = {
    "search for it": {"path": "/rest/api/3/search/jql?jql=key=HIDDEN-1"},
    "search for its id": {"path": "/rest/api/3/search/jql?jql=id=10003"},
    "search for what it is linked to": {"path": "/rest/api/3/search/jql?jql=issue%20in%20linkedIssues(HIDDEN-1)"},
    "search for what is linked to it": {"path": "/rest/api/3/search/jql?jql=issueLink=HIDDEN-1"},
    "search for what is linked": {"path": "/rest/api/3/search/jql?jql=issueLinkType%20is%20not%20empty"},
    "search for what is not linked": {"path": "/rest/api/2/search/jql?jql=issueLink%20is%20empty&fields=key"},
    "search for parts of it": {"path": "/rest/api/2/search/jql?jql=parent=HIDDEN-1%20or%20created%20%3C%20now()"},
    "search for everything": {"path": "/rest/api/2/search/jql?jql=created%3E0&fields=issuelinks"},
    "count": {"path": "/rest/api/3/search/approximate-count", "sent": {"jql": "created < endOfDay()"}},
    "fetch it": {
        "path": "/rest/api/3/issue/bulkfetch",
        "sent": {"issueIdsOrKeys": ["HIDDEN-1", "10003", "PROJ-1"], "fields": ["issuelinks"]},
    },
}
SITES: dict[str, tuple[Seed, Seed]] = {
    "by project": (hidden_by_project, missing_from_hidden_project),
    "by project, which is missing too": (hidden_by_project, link_and_comment),
    "by level": (hidden_by_level, missing_from_project),
    "by level, and the project is missing": (hidden_by_level, link_and_comment),
}
CALLERS: dict[str, tuple[str | None, Seed]] = {
    "alice": ("alice", lambda jira: None),
    "anonymous": (None, lambda jira: None),
    "anonymous, on a public site": (None, public),
    "anonymous, with a public project": (None, public_project),
}
SEE_PROJ_1 = ("alice", "anonymous, on a public site", "anonymous, with a public project")
each_site = pytest.mark.parametrize("hidden_or_missing", SITES.values(), ids=SITES)
each_caller = pytest.mark.parametrize("caller", CALLERS.values(), ids=CALLERS)


def alike(
    hidden_or_missing: tuple[Seed, Seed], caller: tuple[str | None, Seed], request: dict[str, Any]
) -> Iterator[int]:
    """Assert that a request gets, to the byte, the same on both sites, and yield its status with each `answers`."""
    for answers in ("documented", "observed"):
        hidden, missing = (_reply_of(site, caller, answers, request) for site in hidden_or_missing)
        assert hidden == missing
        yield hidden.status


def _reply_of(site: Seed, caller: tuple[str | None, Seed], answers: str, request: dict[str, Any]) -> Reply:
    """Return what a site replies to a request."""
    name, permissions = caller
    jira = FakeJira(answers=answers)
    seeds.start(jira)
    permissions(jira)
    site(jira)
    more = {"method": "POST", "path": "/rest/api/2/issueLink"} if "sent" in request else {}
    case = Case("hidden or missing", caller=name, status=0, body=b"", **{**more, **request})
    with werkzeug_client(jira) as door:
        return door.send(case.request)


@each_site
@each_caller
@pytest.mark.parametrize("request_of_it", REQUESTS.values(), ids=REQUESTS)
def test_hidden_and_missing_are_answered_alike(
    hidden_or_missing: tuple[Seed, Seed], caller: tuple[str | None, Seed], request_of_it: dict[str, Any]
) -> None:
    """A request for a hidden issue gets, to the byte, the refusal that it gets where there is no such issue."""
    assert {*alike(hidden_or_missing, caller, request_of_it)} <= {401, 404}


@each_site
@each_caller
@pytest.mark.parametrize("search", SEARCHES.values(), ids=SEARCHES)
def test_hidden_is_not_found(
    hidden_or_missing: tuple[Seed, Seed], caller: tuple[str | None, Seed], search: dict[str, Any]
) -> None:
    """A search finds, counts or refuses, to the byte, what it does where there is no such issue."""
    assert {*alike(hidden_or_missing, caller, search)} <= {200, 400}


@each_site
@pytest.mark.parametrize(
    "caller", [CALLERS["alice"], CALLERS["anonymous, on a public site"]], ids=["alice", "anonymous"]
)
def test_links_to_hidden_issues_are_not_counted(
    hidden_or_missing: tuple[Seed, Seed], caller: tuple[str | None, Seed]
) -> None:
    """The links of a seen issue are the same, to the byte, whether or not there are some to hidden issues."""
    request = {"path": "/rest/api/3/issue/PROJ-1?fields=issuelinks"}
    assert {*alike(hidden_or_missing, caller, request)} == {200}
