"""project: made, changed and deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.literals import (
    ADMIN,
    ADMINISTRATORS_ONLY,
    ALICE,
    CHALLENGE,
    INVALID_PAYLOAD,
    NO_CONTENT,
    NOT_BY_ACCOUNT,
    NOT_JSON,
    PROJ_IN_LIST,
    ROLES,
    UNAUTHENTICATED,
    in_version_2,
    project_in_full,
    project_in_list,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
WEB = {"key": "WEB", "name": "Web store", "leadAccountId": ALICE_ID}
MADE = b'{"self":"{base}/rest/api/3/project/10002","id":10002,"key":"WEB"}'
WEB_FACT = "project 10002: WEB, Web store, led by alice"
PROJ_FACT = "project 10000: PROJ, PROJ, led by admin"
PROJ_ROLES = ("role Developers in PROJ: alice", "role Administrators in PROJ: nobody")
PROJ_ISSUES = (
    "issue 10000: PROJ-1, Task, To Do: Crash on save",
    "issue 10001: PROJ-2, Bug, In Progress: Überlauf",
)
KEY_INVALID = (
    "Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters."
)
NO_PROJ = b"""{"errorMessages":["No project could be found with key 'PROJ'."],"errors":{}}"""


def _errors(**errors: str) -> bytes:
    return (
        b'{"errorMessages":[],"errors":{%b}}' % ",".join(f'"{key}":"{text}"' for key, text in errors.items()).encode()
    )


def _full(in_list: bytes, *, lead: bytes = ADMIN, about: bytes = b"") -> bytes:
    return project_in_full(in_list, project_id=b"10000", lead=lead, roles=ROLES, about=about)


def _entangled(jira: FakeJira) -> None:
    """Let issues of both projects hang together in every way, one of them hidden."""
    seeds.linked(jira)
    jira.add_link("OTHER-1", "blocks", "PROJ-1")
    jira.add_comment("PROJ-1", "Said")
    jira.add_issue("PROJ-3", visible_to=[], parent="PROJ-1")
    jira.add_issue("OTHER-2", parent="PROJ-1")
    jira.add_link("PROJ-3", "clones", "OTHER-2")


def _alice_administers_proj(jira: FakeJira) -> None:
    jira.allow_only("ADMINISTER_PROJECTS", "alice", project="PROJ")


def _alice_administers_other(jira: FakeJira) -> None:
    jira.allow_only("ADMINISTER_PROJECTS", "alice", project="OTHER")
    jira.deny("ADMINISTER_PROJECTS", project="PROJ")


def _proj_hidden(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _renamed(jira: FakeJira) -> None:
    """Let PROJ have been OLDER and OLD before."""
    from jira_linkfake.jira.projects.rules import ProjectFields, update_project

    for key in ("OLDER", "OLD", "PROJ"):
        update_project(jira.site, jira.default_user, "10000", ProjectFields(key=key))


def _errors_of(message: str) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % message.encode()


def _archived(jira: FakeJira) -> None:
    """Archive PROJ, of which PROJ-2 was archived before."""
    from jira_linkfake.jira.projects.rules import archive_project

    jira.set_issue("PROJ-2", archived=True)
    archive_project(jira.site, jira.default_user, "PROJ")


def _archived_with_parts(jira: FakeJira) -> None:
    for name in ("1.0", "1.1"):
        jira.add_version(name, project="PROJ")
    jira.add_component("Web", project="PROJ")
    _archived(jira)


def _binned(jira: FakeJira) -> None:
    from jira_linkfake.jira.projects.rules import bin_project

    bin_project(jira.site, jira.default_user, "PROJ")


_post = partial(Case, method="POST", path="/rest/api/3/project", caller="admin")
_created = partial(_post, "projects: create", sent=WEB, status=201, body=MADE, adds=(WEB_FACT,))
_wrong = partial(_post, "projects: create without what is needed, or with what is taken", status=400)
_unreadable = partial(_post, "projects: create with a body that cannot be read", status=400)
_put = partial(Case, "projects: update", method="PUT", path="/rest/api/3/project/PROJ", caller="admin", status=200)
_put_wrong = partial(
    Case, "projects: update to what is taken", method="PUT", path="/rest/api/3/project/PROJ", caller="admin", status=400
)
_delete = partial(
    Case,
    "projects: delete",
    method="DELETE",
    path="/rest/api/3/project/PROJ?enableUndo=false",
    caller="admin",
    status=204,
    content_type=None,
    body=b"",
)
_refused_delete = partial(_delete, status=404, content_type="application/json;charset=UTF-8", body=NO_PROJ)
_not_administrator = partial(
    Case, "projects: not an administrator", path="/rest/api/3/project", status=403, body=ADMINISTRATORS_ONLY
)

_bin = partial(
    Case,
    "projects: delete, into the recycle bin",
    method="DELETE",
    path="/rest/api/3/project/PROJ",
    caller="admin",
    status=204,
    content_type=None,
    body=b"",
)
_delete_later = partial(
    Case,
    "projects: delete as a task",
    method="POST",
    path="/rest/api/3/project/PROJ/delete",
    caller="admin",
    status=303,
)
_archive = partial(
    Case,
    "projects: archive",
    method="POST",
    path="/rest/api/3/project/PROJ/archive",
    caller="admin",
    status=204,
    content_type=None,
    body=b"",
)
_not_archiver = partial(
    Case,
    "projects: archive, not an administrator",
    method="POST",
    path="/rest/api/3/project/PROJ/archive",
    status=403,
    body=_errors_of("You do not have permission to archive this project."),
)
_archived_already = partial(
    Case,
    "projects: archived",
    seed=_archived,
    method="POST",
    path="/rest/api/3/project/PROJ/archive",
    caller="admin",
    status=400,
    body=_errors_of("The project 'PROJ' is archived."),
)
_restore = partial(
    Case,
    "projects: restore",
    method="POST",
    path="/rest/api/3/project/PROJ/restore",
    caller="admin",
    status=200,
    body=_full(PROJ_IN_LIST),
)
_restore_live = partial(
    Case,
    "projects: restore a live one",
    method="POST",
    path="/rest/api/3/project/PROJ/restore",
    caller="admin",
    status=400,
    body=_errors_of("The project 'PROJ' is not archived or deleted."),
)
SCHEMES = ("avatarId", "issueSecurityScheme", "notificationScheme")
SCHEMES_OF_NEW = (
    "fieldConfigurationScheme",
    "fieldScheme",
    "issueTypeScheme",
    "issueTypeScreenScheme",
    "workflowScheme",
)


CASES = (
    _created("version 3"),
    _created("version 2", path="/rest/api/2/project", body=in_version_2(MADE)),
    _created(
        "with all that clients send",
        sent={
            **WEB,
            "lead": None,
            "projectTypeKey": "business",
            "projectTemplateKey": "com.atlassian.jira-core-project-templates:jira-core-simplified-process-control",
            "description": "Sells",
            "url": "https://example.com",
            "assigneeType": "PROJECT_LEAD",
            "avatarId": None,
            "categoryId": -1,
            "issueSecurityScheme": None,
            "notificationScheme": 10000,
            "permissionScheme": 0,
        },
    ),
    *(
        Case(
            "projects: what comes with one and is not served",
            f"{operation}, {name}",
            caller="admin",
            method=method,
            path=path,
            sent={**WEB, name: 10120},
            status=501,
            body=_errors_of(f"jira_linkfake does not serve {name} in {method} project ({operation})."),
        )
        for method, path, operation, names in (
            ("POST", "/rest/api/3/project", "createProject", (*SCHEMES, *SCHEMES_OF_NEW)),
            ("PUT", "/rest/api/3/project/PROJ", "updateProject", SCHEMES),
        )
        for name in names
    ),
    _wrong(
        "nothing",
        sent={},
        body=_errors(
            projectKey=KEY_INVALID,
            projectName="You must specify a valid project name.",
            projectLead="You must specify a valid project lead.",
        ),
    ),
    _wrong("key in lower case", sent={**WEB, "key": "web"}, body=_errors(projectKey=KEY_INVALID)),
    _wrong("key of one letter", sent={**WEB, "key": "W"}, body=_errors(projectKey=KEY_INVALID)),
    _wrong("key too long", sent={**WEB, "key": "WEBSTORESHO"}, body=_errors(projectKey=KEY_INVALID)),
    _wrong(
        "key taken", sent={**WEB, "key": "OTHER"}, body=_errors(projectKey="Project 'OTHER' uses this project key.")
    ),
    _wrong(
        "name taken, in another case",
        sent={**WEB, "name": "other"},
        body=_errors(projectName="A project with that name already exists."),
    ),
    _wrong(
        "name too long",
        sent={**WEB, "name": "n" * 81},
        body=_errors(projectName="You must specify a valid project name."),
    ),
    _wrong(
        "lead by email",
        sent={**WEB, "leadAccountId": "alice@example.com"},
        body=_errors(projectLead="You must specify a valid project lead."),
    ),
    _wrong("lead by name", sent={**WEB, "lead": "alice"}, body=NOT_BY_ACCOUNT),
    _put_wrong("lead by name", sent={"lead": ALICE_ID}, body=NOT_BY_ACCOUNT),
    _unreadable("malformed", sent=b"{", body=NOT_JSON),
    _unreadable("empty", sent=b"", body=NO_CONTENT),
    _unreadable("no object", sent=["WEB"], body=INVALID_PAYLOAD),
    _unreadable("unknown property", sent={**WEB, "projectType": "software"}, body=INVALID_PAYLOAD),
    _unreadable("unknown type", sent={**WEB, "projectTypeKey": "agile"}, body=INVALID_PAYLOAD),
    _put(
        "everything",
        sent={
            "name": "Store",
            "leadAccountId": ALICE_ID,
            "description": "Sells",
            "url": "https://example.com",
            "assigneeType": "PROJECT_LEAD",
            "key": "PROJ",
        },
        body=_full(project_in_list(b"10000", b"PROJ", name=b"Store"), lead=ALICE, about=b"Sells")
        .replace(b'"lead":%b' % ALICE, b'"lead":%b,"url":"https://example.com"' % ALICE)
        .replace(b"UNASSIGNED", b"PROJECT_LEAD"),
        removes=(PROJ_FACT,),
        adds=("project 10000: PROJ, Store, led by alice",),
    ),
    _put(
        "nothing, version 2, by id", path="/rest/api/2/project/10000", sent={}, body=in_version_2(_full(PROJ_IN_LIST))
    ),
    _put(
        "by an administrator of the project, with the key that it has",
        seed=_alice_administers_proj,
        caller="alice",
        sent={"key": "PROJ", "name": "Store"},
        body=_full(PROJ_IN_LIST).replace(b'"name":"PROJ"', b'"name":"Store"'),
        removes=(PROJ_FACT,),
        adds=("project 10000: PROJ, Store, led by admin",),
    ),
    _put("its own name", sent={"name": "PROJ"}, body=_full(PROJ_IN_LIST)),
    _put(
        "hidden",
        seed=_proj_hidden,
        sent={"name": "Store"},
        status=404,
        body=NO_PROJ,
    ),
    _put(
        "another key, which its issues have too",
        sent={"key": "NEW"},
        body=_full(PROJ_IN_LIST).replace(b'"key":"PROJ"', b'"key":"NEW"'),
        adds=(
            "project 10000: NEW, PROJ, led by admin",
            "former key of NEW: PROJ",
            "issue 10000: NEW-1, Task, To Do: Crash on save",
            "issue 10001: NEW-2, Bug, In Progress: \u00dcberlauf",
            "role Administrators in NEW: nobody",
            "role Developers in NEW: alice",
        ),
        removes=(PROJ_FACT, *PROJ_ISSUES, *PROJ_ROLES),
    ),
    _put(
        "a former key, that is released",
        seed=_renamed,
        path="/rest/api/3/project/OLD?expand=projectKeys",
        sent={"releasedProjectKeys": ["OLDER"], "key": "PROJ"},
        body=_full(PROJ_IN_LIST).replace(b'"lead":', b'"projectKeys":["PROJ","OLD"],"lead":', 1),
        removes=("former key of PROJ: OLDER",),
    ),
    _put_wrong(
        "a key to release that it did not have",
        sent={"releasedProjectKeys": ["OTHER"], "key": "OTHER"},
        body=_errors(
            projectKey="Project 'OTHER' uses this project key.",
            releasedProjectKeys="The key 'OTHER' is not a previous key of the project.",
        ),
    ),
    _put_wrong(
        "name and lead",
        sent={"name": "Other", "leadAccountId": "1"},
        body=_errors(
            projectName="A project with that name already exists.",
            projectLead="You must specify a valid project lead.",
        ),
    ),
    _put_wrong("no name", sent={"name": " "}, body=_errors(projectName="You must specify a valid project name.")),
    _delete("with nothing to it", removes=(PROJ_FACT, *PROJ_ISSUES, *PROJ_ROLES)),
    _delete(
        "by id, for good",
        path="/rest/api/2/project/10000?enableUndo=false",
        removes=(PROJ_FACT, *PROJ_ISSUES, *PROJ_ROLES),
    ),
    _delete(
        "with all that hangs on it",
        seed=_entangled,
        removes=(
            PROJ_FACT,
            *PROJ_ISSUES,
            *PROJ_ROLES,
            "issue 10003: PROJ-3, Task, To Do: Summary of PROJ-3",
            "link 10000: PROJ-1 blocks PROJ-2",
            "link 10001: OTHER-1 blocks PROJ-1",
            "link 10002: PROJ-3 clones OTHER-2",
            "comment 10000: admin on PROJ-1: Said",
        ),
        updates=("OTHER-1", "OTHER-2"),
    ),
    _refused_delete("hidden", seed=_proj_hidden),
    _refused_delete("unknown", path="/rest/api/3/project/NOPE", body=NO_PROJ.replace(b"PROJ", b"NOPE")),
    _not_administrator("create", method="POST", sent=WEB),
    _not_administrator("update of its key", method="PUT", path="/rest/api/3/project/PROJ", sent={"key": "NEW"}),
    _not_administrator(
        "release of a key",
        seed=_renamed,
        method="PUT",
        path="/rest/api/3/project/PROJ",
        sent={"releasedProjectKeys": ["OLD"]},
    ),
    _not_administrator(
        "update of a scheme", method="PUT", path="/rest/api/3/project/PROJ", sent={"permissionScheme": 0}
    ),
    Case(
        "projects: update without administering it",
        seed=_alice_administers_other,
        method="PUT",
        path="/rest/api/3/project/PROJ",
        sent={"name": "Store"},
        status=403,
        body=_errors_of("You cannot edit the configuration of this project."),
    ),
    _not_administrator(
        "delete", method="DELETE", path="/rest/api/3/project/PROJ", seed=_entangled, status=404, body=NO_PROJ
    ),
    _not_administrator(
        "delete by id",
        method="DELETE",
        path="/rest/api/3/project/10001",
        status=404,
        body=NO_PROJ.replace(b"PROJ", b"10001"),
    ),
    _not_administrator(
        "anonymous, documented",
        answers=DOCUMENTED,
        caller=None,
        method="POST",
        sent=WEB,
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    _not_administrator("anonymous, observed", answers=OBSERVED, caller=None, method="POST", sent=WEB),
    _bin(
        "with issues",
        adds=("put away: PROJ is deleted",),
        removes=(PROJ_FACT, *PROJ_ISSUES),
    ),
    _bin("again", seed=_binned, path="/rest/api/3/project/10000"),
    _refused_delete("in the recycle bin, not an administrator", seed=_binned, caller="alice"),
    _delete_later(
        "with issues",
        headers={"Location": "{base}/rest/api/3/task/10000"},
        content_type=None,
        body=b"",
        adds=("task 10000: Delete project PROJ (COMPLETE, 100 %) of admin",),
        removes=(PROJ_FACT, *PROJ_ISSUES, *PROJ_ROLES),
    ),
    _archive(
        "with issues", adds=("put away: PROJ is archived", "archived: PROJ-1 by admin", "archived: PROJ-2 by admin")
    ),
    _not_archiver(),
    _archived_already("to be deleted as a task", path="/rest/api/3/project/PROJ/delete"),
    _refused_delete("hidden, as a task", seed=_proj_hidden, method="POST", path="/rest/api/3/project/PROJ/delete"),
    _refused_delete(
        "hidden, to be archived", seed=_proj_hidden, method="POST", path="/rest/api/3/project/PROJ/archive"
    ),
    _archived_already("again"),
    *(
        _archived_already(what, seed=_archived_with_parts, method=method, path=f"/rest/api/3/{path}", sent=sent)
        for what, method, path, sent in (
            ("to get a version", "POST", "version", {"name": "2.0", "project": "PROJ"}),
            ("whose version is to change", "PUT", "version/10000", {"released": True}),
            ("whose version is to be deleted", "DELETE", "version/10000", None),
            ("whose version is to be replaced", "POST", "version/10000/removeAndSwap", {}),
            ("whose versions are to be merged", "PUT", "version/10000/mergeto/10001", None),
            ("whose version is to be moved", "POST", "version/10000/move", {"position": "First"}),
            ("to get a component", "POST", "component", {"name": "API", "project": "PROJ"}),
            ("whose component is to change", "PUT", "component/10000", {"name": "API"}),
            ("to get a property", "PUT", "project/PROJ/properties/a", 1),
        )
    ),
    _archived_already("to be deleted", method="DELETE", path="/rest/api/3/project/PROJ"),
    _archived_already("to be changed", method="PUT", path="/rest/api/3/project/PROJ", sent={"name": "Store"}),
    _restore("from the archive", seed=_archived, removes=("put away: PROJ is archived", "archived: PROJ-1 by admin")),
    _restore(
        "from the recycle bin",
        seed=_binned,
        removes=("put away: PROJ is deleted",),
        adds=(PROJ_FACT, *PROJ_ISSUES),
    ),
    _restore("from the recycle bin, not an administrator", seed=_binned, caller="alice", status=404, body=NO_PROJ),
    _restore_live(),
)
