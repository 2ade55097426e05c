"""project: the list, the search, one in full, and what belongs to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.literals import (
    ADMIN,
    ADMINISTRATORS_ONLY,
    ALICE,
    BUG,
    CHALLENGE,
    DONE,
    EPIC,
    IN_PROGRESS,
    INVALID_PAYLOAD,
    LEVEL,
    OTHER_IN_LIST,
    PROJ_IN_LIST,
    ROLES,
    STORY,
    SUBTASK,
    TASK,
    TO_DO,
    UNAUTHENTICATED,
    in_version_2,
    project_in_full,
    project_in_list,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PROJ = project_in_full(PROJ_IN_LIST, project_id=b"10000", lead=ADMIN, roles=ROLES)
APP_IN_LIST = project_in_list(b"10002", b"APP", name=b"Web store")
APP = project_in_full(APP_IN_LIST, project_id=b"10002", lead=ALICE, roles=ROLES)
PROJ_ROLES = ROLES.replace(b"{project}", b"{base}/rest/api/3/project/10000")


def _list(*things: bytes) -> bytes:
    return b"[" + b",".join(things) + b"]"


def _unseen(name: str) -> bytes:
    return f"""{{"errorMessages":["No project could be found with key '{name}'."],"errors":{{}}}}""".encode()


def _with(project: bytes, more: bytes) -> bytes:
    return project.removesuffix(b"}") + b"," + more + b"}"


def _page(query: bytes, *projects: bytes, start: int = 0, most: int = 50, total: int | None = None) -> bytes:
    """Return a page of projects; `query` is all of it but the part of the list."""
    total = len(projects) if total is None else total
    address = b"{base}/rest/api/3/project/search?%bmaxResults=%d&startAt=" % (query, most)
    end = start + len(projects)
    next_page = b'"nextPage":"%b%d",' % (address, end) if end < total else b""
    return b'{"self":"%b%d",%b"maxResults":%d,"startAt":%d,"total":%d,"isLast":%b,"values":[%b]}' % (
        address,
        start,
        next_page,
        most,
        start,
        total,
        b"false" if next_page else b"true",
        b",".join(projects),
    )


def _another(jira: FakeJira) -> None:
    jira.add_project("APP", name="Web store", lead="alice")


def _other_hidden(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def _not_administered(jira: FakeJira) -> None:
    jira.deny("ADMINISTER_PROJECTS", project="OTHER")


def _no_creating(jira: FakeJira) -> None:
    jira.deny("CREATE_ISSUES", project="PROJ")


def _hidden_issue_updated_last(jira: FakeJira) -> None:
    jira.add_issue("OTHER-2", visible_to=[])


def _alice_in_level(jira: FakeJira) -> None:
    jira.add_security_level("Internal", project="PROJ", members=[jira.site.people.users["alice"]])


def _alice_may_not_set_levels(jira: FakeJira) -> None:
    _alice_in_level(jira)
    jira.deny("SET_ISSUE_SECURITY", project="PROJ")


def _group_has_role(jira: FakeJira) -> None:
    people = jira.site.people
    jira.add_role("Testers", project="PROJ", members=[people.groups["board"], people.users["alice"]])


def _status_list(issue_type: bytes, name: bytes, subtask: bytes = b"false") -> bytes:
    return b'{"self":"{base}/rest/api/3/issuetype/%b","id":"%b","name":"%b","subtask":%b,"statuses":[%b]}' % (
        issue_type,
        issue_type,
        name,
        subtask,
        b",".join((TO_DO, IN_PROGRESS, DONE)),
    )


STATUSES = _list(
    _status_list(b"10000", b"Epic"),
    _status_list(b"10001", b"Story"),
    _status_list(b"10002", b"Task"),
    _status_list(b"10003", b"Sub-task", b"true"),
    _status_list(b"10004", b"Bug"),
)
ALICE_HAS_IT = (
    b'{"id":10000,"displayName":"alice","type":"atlassian-user-role-actor",'
    b'"actorUser":{"accountId":"712020:00000000-0000-4000-8000-000000010001"}}'
)
BOARD_HAS_IT = (
    b'{"id":10001,"displayName":"board","type":"atlassian-group-role-actor","name":"board",'
    b'"actorGroup":{"name":"board","displayName":"board","groupId":"00000000-0000-4000-9000-000000010001"}}'
)


ADMIN_ID = "712020:00000000-0000-4000-8000-000000010000"
ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
BOARD_ID = "00000000-0000-4000-9000-000000010001"
_NO_ROLE = b"""{"errorMessages":["The project role '7' does not exist."],"errors":{}}"""


def _admin_has_it(actor_id: bytes) -> bytes:
    return (
        b'{"id":%b,"displayName":"admin","type":"atlassian-user-role-actor",'
        b'"actorUser":{"accountId":"712020:00000000-0000-4000-8000-000000010000"}}'
    ) % actor_id


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


def _role(address: bytes, name: bytes, *actors: bytes) -> bytes:
    return b'{"self":"%b","name":"%b","id":%b,"description":"","actors":[%b]}' % (
        address,
        name,
        address[-5:],
        b",".join(actors),
    )


ALL = _list(OTHER_IN_LIST, PROJ_IN_LIST)
_site_roles = _list(
    b'{"self":"{base}/rest/api/3/role/10000","name":"Developers","id":10000,"description":"","actors":[]}',
    b'{"self":"{base}/rest/api/3/role/10001","name":"Administrators","id":10001,"description":"","actors":[]}',
)

_read = partial(Case, status=200)
_all = partial(_read, "projects: list", path="/rest/api/3/project", body=ALL)
_search = partial(_read, "projects: search", seed=_another)
_order_unknown = partial(Case, "projects: search in an order that there is none of", status=400)
_action_unknown = partial(Case, "projects: search for an action that there is none of", status=400)
_one = partial(_read, "projects: one", body=PROJ)
_missing = partial(Case, "projects: unknown or unseen", status=404)
_statuses = partial(_read, "projects: statuses", path="/rest/api/3/project/PROJ/statuses", body=STATUSES)
_levels = partial(_read, "projects: security levels", path="/rest/api/3/project/PROJ/securitylevel")
_roles = partial(_read, "projects: roles", path="/rest/api/3/project/PROJ/role", body=PROJ_ROLES)
_one_role = partial(_read, "projects: role")
_role_given = partial(
    Case, "projects: role given", status=200, method="POST", path="/rest/api/3/project/PROJ/role/10000"
)
_role_set = partial(Case, "projects: role set", status=200, method="PUT", path="/rest/api/3/project/PROJ/role/10000")
_role_taken = partial(Case, "projects: role taken", method="DELETE", status=204, content_type=None, body=b"")
_role_not_taken = partial(Case, "projects: role not taken", method="DELETE", status=400)
_not_administrator = partial(
    Case,
    "projects: no Administer projects permission",
    seed=_not_administered,
    status=404,
    body=b"""{"errorMessages":["You cannot view the roles of project 'OTHER', as you may not administer it."],"""
    b'"errors":{}}',
)
_of_site = partial(_read, "projects: roles of the site", caller="admin")
_unauthenticated = {
    "caller": None,
    "status": 401,
    "content_type": PAGE,
    "headers": {"WWW-Authenticate": CHALLENGE},
    "body": UNAUTHENTICATED,
}

_recent = partial(Case, "projects: recent", path="/rest/api/3/project/recent", status=200)


def _used(jira: FakeJira) -> None:
    _another(jira)
    jira.add_issue("APP-1")
    for key in ("PROJ-1", "APP-1", "PROJ-2"):
        path = f"/rest/api/3/issue/{key}?updateHistory=true"
        assert jira.client().get(path, auth=jira.user("alice").auth).status_code == 200


def _used_and_hidden(jira: FakeJira) -> None:
    _used(jira)
    jira.deny("BROWSE_PROJECTS", project="APP")


CASES = (
    _all("version 3"),
    _all("version 2", path="/rest/api/2/project", body=in_version_2(ALL)),
    _all("one more", seed=_another, body=_list(APP_IN_LIST, OTHER_IN_LIST, PROJ_IN_LIST)),
    _all("one hidden", seed=_other_hidden, body=_list(PROJ_IN_LIST)),
    _all("anonymous", caller=None, body=b"[]"),
    _all("anonymous, on a public site", caller=None, seed=seeds.public),
    _all(
        "with all that it expands",
        seed=_other_hidden,
        path="/rest/api/3/project?expand=description,issueTypes,lead,projectKeys,url",
        body=_list(
            _with(
                PROJ_IN_LIST,
                b'"description":"","projectKeys":["PROJ"],"lead":%b,"issueTypes":%b'
                % (ADMIN, _list(EPIC, STORY, TASK, SUBTASK, BUG)),
            )
        ),
    ),
    _all("recent ones", seed=_used, path="/rest/api/3/project?recent=1", body=_list(PROJ_IN_LIST)),
    _all("recent ones, none of them", seed=_used, path="/rest/api/3/project?recent=-1", body=b"[]"),
    _recent("those first that were viewed last", seed=_used, body=_list(PROJ_IN_LIST, APP_IN_LIST)),
    _recent(
        "one of which is hidden, more of the other",
        seed=_used_and_hidden,
        path="/rest/api/2/project/recent?expand=description,url",
        body=in_version_2(_list(_with(PROJ_IN_LIST, b'"description":""'))),
    ),
    _recent("of somebody who viewed none", seed=_used, caller="admin", body=b"[]"),
    Case(
        "projects: recent",
        "with an issue that an anonymous caller looks at",
        seed=seeds.public,
        caller=None,
        path="/rest/api/3/issue/PROJ-1?fields=labels&updateHistory=true",
        status=200,
        body=(
            b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
            b'"id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{"labels":[]}}'
        ),
    ),
    Case(
        "projects: recent",
        "with an issue that is looked at",
        path="/rest/api/3/issue/PROJ-1?fields=labels&updateHistory=true",
        status=200,
        body=(
            b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
            b'"id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{"labels":[]}}'
        ),
        adds=("viewed by alice: 10000",),
    ),
    _recent("of an anonymous caller, on a public site", caller=None, seed=seeds.public, body=b"[]"),
    _search("all", path="/rest/api/3/project/search", body=_page(b"", APP_IN_LIST, OTHER_IN_LIST, PROJ_IN_LIST)),
    _search(
        "version 2", seed=_other_hidden, path="/rest/api/2/project/search", body=in_version_2(_page(b"", PROJ_IN_LIST))
    ),
    _search(
        "a part",
        path="/rest/api/3/project/search?maxResults=1&startAt=1",
        body=_page(b"", OTHER_IN_LIST, start=1, most=1, total=3),
    ),
    _search(
        "no more than a hundred",
        path="/rest/api/3/project/search?maxResults=101&keys=APP",
        body=_page(b"keys=APP&", APP_IN_LIST, most=100),
    ),
    _search(
        "by a part of the name", path="/rest/api/3/project/search?query=STORE", body=_page(b"query=STORE&", APP_IN_LIST)
    ),
    _search(
        "by a part of the key", path="/rest/api/3/project/search?query=th", body=_page(b"query=th&", OTHER_IN_LIST)
    ),
    _search(
        "by keys, in an order",
        path="/rest/api/3/project/search?keys=APP&keys=PROJ&orderBy=-key",
        body=_page(b"keys=APP&keys=PROJ&orderBy=-key&", PROJ_IN_LIST, APP_IN_LIST),
    ),
    _search(
        "by ids, in another order",
        path="/rest/api/3/project/search?id=10000&id=10002&orderBy=owner",
        body=_page(b"id=10000&id=10002&orderBy=owner&", PROJ_IN_LIST, APP_IN_LIST),
    ),
    _search(
        "by name, the last first",
        path="/rest/api/3/project/search?orderBy=-name",
        body=_page(b"orderBy=-name&", APP_IN_LIST, PROJ_IN_LIST, OTHER_IN_LIST),
    ),
    _search(
        "by count of issues",
        path="/rest/api/3/project/search?orderBy=%2BissueCount",
        body=_page(b"orderBy=%2BissueCount&", APP_IN_LIST, OTHER_IN_LIST, PROJ_IN_LIST),
    ),
    _search(
        "by last update of an issue that he may see",
        seed=_hidden_issue_updated_last,
        path="/rest/api/3/project/search?orderBy=lastIssueUpdatedTime",
        body=_page(b"orderBy=lastIssueUpdatedTime&", PROJ_IN_LIST, OTHER_IN_LIST),
    ),
    _search("by category", path="/rest/api/3/project/search?categoryId=1", body=_page(b"categoryId=1&")),
    _search("by type", path="/rest/api/3/project/search?typeKey=business", body=_page(b"typeKey=business&")),
    _search(
        "by types",
        path="/rest/api/3/project/search?typeKey=business,software&keys=APP",
        body=_page(b"typeKey=business%2Csoftware&keys=APP&", APP_IN_LIST),
    ),
    _search("archived ones", path="/rest/api/3/project/search?status=archived", body=_page(b"status=archived&")),
    _search(
        "live and archived ones",
        path="/rest/api/3/project/search?status=archived&status=live&keys=APP",
        body=_page(b"status=archived&status=live&keys=APP&", APP_IN_LIST),
    ),
    _search(
        "those that he may administer",
        seed=_not_administered,
        path="/rest/api/3/project/search?action=edit",
        body=_page(b"action=edit&", PROJ_IN_LIST),
    ),
    _search(
        "those that an administrator may administer",
        seed=_not_administered,
        caller="admin",
        path="/rest/api/3/project/search?action=edit",
        body=_page(b"action=edit&", OTHER_IN_LIST, PROJ_IN_LIST),
    ),
    _search(
        "those in which he may create issues",
        seed=_no_creating,
        path="/rest/api/3/project/search?action=create",
        body=_page(b"action=create&", OTHER_IN_LIST),
    ),
    _search(
        "with what an issue tells, as far as he may see",
        seed=_hidden_issue_updated_last,
        path="/rest/api/3/project/search?expand=insight&keys=OTHER",
        body=_page(
            b"expand=insight&keys=OTHER&",
            _with(
                OTHER_IN_LIST,
                b'"insight":{"totalIssueCount":1,"lastIssueUpdateTime":"2026-01-01T00:00:03.000+0000"}',
            ),
        ),
    ),
    _search(
        "without an issue",
        path="/rest/api/3/project/search?expand=insight&keys=APP",
        body=_page(b"expand=insight&keys=APP&", _with(APP_IN_LIST, b'"insight":{"totalIssueCount":0}')),
    ),
    _search("anonymous", caller=None, path="/rest/api/3/project/search", body=_page(b"")),
    _search(
        "by a property",
        path="/rest/api/3/project/search?propertyQuery=1",
        status=501,
        body=b'{"errorMessages":["jira_linkfake does not serve propertyQuery of GET project/search (searchProjects)."],'
        b'"errors":{}}',
    ),
    _search(
        "properties of projects",
        seed=lambda jira: jira.add_property(jira.project("PROJ"), "status", "open"),
        path="/rest/api/3/project/search?keys=PROJ&properties=status",
        body=_page(
            b"keys=PROJ&properties=status&",
            PROJ_IN_LIST.replace(b'"properties":{}', b'"properties":{"status":"open"}'),
        ),
    ),
    _order_unknown(
        "zz",
        path="/rest/api/3/project/search?orderBy=zz",
        body=b'{"errorMessages":["The field to order by should be one of [name, key, owner, category, issueCount, '
        b'lastIssueUpdatedTime, archivedDate, deletedDate]. Instead, it was: zz."],"errors":{}}',
    ),
    _action_unknown(
        "delete",
        path="/rest/api/3/project/search?action=delete",
        body=b'{"errorMessages":["The action should be one of [view, browse, edit, create]. Instead, it was: delete."],'
        b'"errors":{}}',
    ),
    _one("by key", path="/rest/api/3/project/PROJ"),
    _one("by id", path="/rest/api/3/project/10000"),
    _one("version 2", path="/rest/api/2/project/PROJ", body=in_version_2(PROJ)),
    _one("its lead", seed=_another, path="/rest/api/3/project/APP", body=APP),
    _one(
        "with its keys",
        path="/rest/api/3/project/PROJ?expand=projectKeys",
        body=PROJ.replace(b'"description":"",', b'"description":"","projectKeys":["PROJ"],', 1),
    ),
    _one(
        "with its issues counted",
        seed=_another,
        path="/rest/api/3/project/APP?expand=insight",
        body=_with(APP, b'"insight":{"totalIssueCount":0}'),
    ),
    _one(
        "with the levels of its types of issues",
        path="/rest/api/3/project/PROJ?expand=issueTypeHierarchy",
        body=_with(
            PROJ,
            b'"issueTypeHierarchy":{"levels":['
            b'{"name":"Epic","level":1,"hierarchyLevelNumber":1,"issueTypeIds":[10000]},'
            b'{"name":"Story","level":0,"hierarchyLevelNumber":0,"issueTypeIds":[10001,10002,10004]},'
            b'{"name":"Sub-task","level":-1,"hierarchyLevelNumber":-1,"issueTypeIds":[10003]}]}',
        ),
    ),
    _missing("unknown", path="/rest/api/3/project/NOPEZZQ", body=_unseen("NOPEZZQ")),
    _missing("by key in another case", path="/rest/api/3/project/proj", body=_unseen("proj")),
    _missing("by unknown id", path="/rest/api/3/project/7", body=_unseen("7")),
    _missing("unseen", seed=_other_hidden, path="/rest/api/3/project/OTHER", body=_unseen("OTHER")),
    _missing("its statuses", seed=_other_hidden, path="/rest/api/3/project/OTHER/statuses", body=_unseen("OTHER")),
    _missing("its roles", seed=_other_hidden, path="/rest/api/3/project/OTHER/role", body=_unseen("OTHER")),
    _missing(
        "one of its roles", seed=_other_hidden, path="/rest/api/3/project/OTHER/role/10000", body=_unseen("OTHER")
    ),
    _missing("its levels", seed=_other_hidden, path="/rest/api/3/project/OTHER/securitylevel", body=_unseen("OTHER")),
    _missing("anonymous, documented", answers=DOCUMENTED, path="/rest/api/3/project/PROJ", **_unauthenticated),
    _missing(
        "anonymous, observed", answers=OBSERVED, caller=None, path="/rest/api/3/project/PROJ", body=_unseen("PROJ")
    ),
    _statuses("by key"),
    _statuses("by id, version 2", path="/rest/api/2/project/10000/statuses", body=in_version_2(STATUSES)),
    _levels("of a member", seed=_alice_in_level, body=b'{"levels":[%b]}' % LEVEL),
    _levels("of others", seed=seeds.with_level, body=b'{"levels":[]}'),
    _levels("of a member who may not set them", seed=_alice_may_not_set_levels, body=b'{"levels":[]}'),
    _levels(
        "of another project",
        seed=_alice_in_level,
        path="/rest/api/2/project/10001/securitylevel",
        body=b'{"levels":[]}',
    ),
    _roles("by key"),
    _roles(
        "that another project was given",
        path="/rest/api/2/project/OTHER/role",
        body=in_version_2(PROJ_ROLES).replace(b"10000/role", b"10001/role"),
    ),
    _one_role(
        "with a user",
        path="/rest/api/3/project/PROJ/role/10000",
        body=_role(b"{base}/rest/api/3/project/10000/role/10000", b"Developers", ALICE_HAS_IT),
    ),
    _one_role(
        "with a group, version 2",
        seed=_group_has_role,
        path="/rest/api/2/project/10000/role/10002",
        body=_role(
            b"{base}/rest/api/2/project/10000/role/10002",
            b"Testers",
            ALICE_HAS_IT.replace(b"10000,", b"10001,"),
            BOARD_HAS_IT.replace(b"10001,", b"10002,"),
        ),
    ),
    _one_role(
        "that another project was given",
        path="/rest/api/3/project/OTHER/role/10000",
        body=_role(b"{base}/rest/api/3/project/10001/role/10000", b"Developers"),
    ),
    _one_role(
        "unknown",
        path="/rest/api/3/project/PROJ/role/7",
        status=404,
        body=b"""{"errorMessages":["The project role '7' does not exist."],"errors":{}}""",
    ),
    _one_role(
        "by its name",
        path="/rest/api/3/project/PROJ/role/Developers",
        status=400,
        body=b"""{"errorMessages":["The project role ID 'Developers' is invalid."],"errors":{}}""",
    ),
    _role_given(
        "to a user",
        sent={"user": [ADMIN_ID]},
        body=_role(b"{base}/rest/api/3/project/10000/role/10000", b"Developers", _admin_has_it(b"10001"), ALICE_HAS_IT),
        adds=("role Developers in PROJ: admin, alice",),
        removes=("role Developers in PROJ: alice",),
    ),
    _role_given(
        "to a group and a user, where nobody had it",
        path="/rest/api/2/project/OTHER/role/10000",
        sent={"groupId": [BOARD_ID], "user": [ADMIN_ID, ADMIN_ID, None], "group": None},
        body=_role(
            b"{base}/rest/api/2/project/10001/role/10000",
            b"Developers",
            _admin_has_it(b"10001"),
            BOARD_HAS_IT.replace(b"10001,", b"10002,", 1),
        ),
        adds=("role Developers in OTHER: admin, group board",),
    ),
    _role_given(
        "again", status=400, sent={"user": [ALICE_ID]}, body=_told(b"'alice' is already a member of the project role.")
    ),
    _role_given("to nobody", status=400, sent={"user": [""]}, body=_told(b"A user or a group must be provided.")),
    _role_given(
        "to groups by name and by id",
        status=400,
        sent={"group": ["board"], "groupId": [BOARD_ID]},
        body=_told(b"Either the group's name or its ID must be provided."),
    ),
    _role_given(
        "to unknown ones",
        status=404,
        sent={"user": ["nobody"], "group": ["board", "crew"]},
        body=b'{"errorMessages":["Specified user does not exist or you do not have required permissions",'
        b'"The group \'crew\' does not exist."],"errors":{}}',
    ),
    _role_given("unknown", status=404, path="/rest/api/3/project/PROJ/role/7", sent={}, body=_NO_ROLE),
    _role_given(
        "no administrator",
        seed=_not_administered,
        status=401,
        path="/rest/api/3/project/OTHER/role/10000",
        sent={"user": [ADMIN_ID]},
        body=_told(b"You cannot edit the roles of project 'OTHER', as you may not administer it."),
    ),
    _role_given(
        "hidden",
        seed=_other_hidden,
        status=404,
        path="/rest/api/3/project/OTHER/role/10000",
        sent={"user": [ADMIN_ID]},
        body=_unseen("OTHER"),
    ),
    _role_set(
        "to others",
        sent={"categorisedActors": {"atlassian-user-role-actor": [ADMIN_ID], "atlassian-group-role-actor": ["board"]}},
        body=_role(
            b"{base}/rest/api/3/project/10000/role/10000",
            b"Developers",
            _admin_has_it(b"10001"),
            BOARD_HAS_IT.replace(b"10001,", b"10002,", 1),
        ),
        adds=("role Developers in PROJ: admin, group board",),
        removes=("role Developers in PROJ: alice",),
    ),
    _role_set(
        "to nobody, as a client sends it",
        path="/rest/api/2/project/PROJ/role/10000",
        sent={
            "id": 10000,
            "categorisedActors": {"atlassian-user-role-actor": [], "atlassian-group-role-actor": None},
        },
        body=_role(b"{base}/rest/api/2/project/10000/role/10000", b"Developers"),
        adds=("role Developers in PROJ: nobody",),
        removes=("role Developers in PROJ: alice",),
    ),
    _role_set("without actors", status=400, sent={}, body=_told(b"A user or a group must be provided.")),
    _role_set(
        "to actors of an unknown kind",
        status=400,
        sent={"categorisedActors": {"atlassian-user-role": [ALICE_ID]}},
        body=INVALID_PAYLOAD,
    ),
    _role_set(
        "to an unknown group",
        status=404,
        sent={"categorisedActors": {"atlassian-group-role-actor-id": ["7"]}},
        body=_told(b"The group '7' does not exist."),
    ),
    _role_taken(
        "from a user",
        path=f"/rest/api/3/project/PROJ/role/10000?user={ALICE_ID}",
        adds=("role Developers in PROJ: nobody",),
        removes=("role Developers in PROJ: alice",),
    ),
    _role_taken(
        "from a user and a group, version 2",
        seed=_group_has_role,
        path=f"/rest/api/2/project/10000/role/10002?user={ALICE_ID}&group=board",
        adds=("role Testers in PROJ: nobody",),
        removes=("role Testers in PROJ: alice, group board",),
    ),
    _role_not_taken(
        "from who does not have it",
        path=f"/rest/api/3/project/PROJ/role/10000?groupId={BOARD_ID}",
        body=_told(b"'board' is not a member of the project role."),
    ),
    _role_not_taken(
        "where nobody has it",
        path=f"/rest/api/3/project/OTHER/role/10000?user={ALICE_ID}",
        body=_told(b"'alice' is not a member of the project role."),
    ),
    _role_not_taken(
        "from nobody", path="/rest/api/3/project/PROJ/role/10000", body=_told(b"A user or a group must be provided.")
    ),
    _role_not_taken(
        "from a group by name and by id",
        path=f"/rest/api/3/project/PROJ/role/10000?group=board&groupId={BOARD_ID}",
        body=_told(b"Either the group's name or its ID must be provided."),
    ),
    _not_administrator("role taken", method="DELETE", path=f"/rest/api/3/project/OTHER/role/10000?user={ALICE_ID}"),
    _not_administrator("roles", path="/rest/api/3/project/OTHER/role"),
    _not_administrator("role", path="/rest/api/3/project/OTHER/role/10000"),
    _of_site("list", path="/rest/api/3/role", body=_site_roles),
    _of_site("one", path="/rest/api/2/role/10001", body=_role(b"{base}/rest/api/2/role/10001", b"Administrators")),
    _of_site(
        "unknown",
        path="/rest/api/3/role/7",
        status=404,
        body=b"""{"errorMessages":["The project role '7' does not exist."],"errors":{}}""",
    ),
    _of_site("not an administrator", caller="alice", path="/rest/api/3/role", status=403, body=ADMINISTRATORS_ONLY),
    _of_site(
        "one, not an administrator", caller="alice", path="/rest/api/3/role/10001", status=403, body=ADMINISTRATORS_ONLY
    ),
    _of_site("anonymous, documented", answers=DOCUMENTED, path="/rest/api/3/role", **_unauthenticated),
)
