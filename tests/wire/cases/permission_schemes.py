"""permissionscheme: what was said of permissions, as schemes show it."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, PAGE, Case
from tests.wire.literals import ALICE, CHALLENGE, UNAUTHENTICATED
from tests.wire.permission_literals import ALL_PERMISSIONS

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

API = "/rest/api/3"
ALICE_ID = b"712020:00000000-0000-4000-8000-000000010001"
PROJECT_PERMISSIONS = {
    key for key, one in json.loads(ALL_PERMISSIONS)["permissions"].items() if one["type"] == "PROJECT"
}
BOARD_ID = b"00000000-0000-4000-9000-000000010001"


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


def _scheme(scheme_id: bytes, name: bytes, version: bytes = b"3") -> bytes:
    return (
        b'{"expand":"permissions,user,group,projectRole,field,all","id":%b,"self":"{base}/rest/api/%b/permissionscheme/'
        b'%b","name":"%b","description":""}' % (scheme_id, version, scheme_id, name)
    )


def _grant(grant_id: bytes, holder: bytes, permission: bytes = b"LINK_ISSUES") -> bytes:
    return b'{"id":%b,"self":"{base}/rest/api/3/permissionscheme/permission/%b","holder":%b,"permission":"%b"}' % (
        grant_id,
        grant_id,
        holder,
        permission,
    )


def _holder(kind: bytes, parameter: bytes, value: bytes, more: bytes = b"") -> bytes:
    return b'{"type":"%b","parameter":"%b","value":"%b","expand":"%b"%b}' % (kind, parameter, value, kind, more)


DEFAULT, OF_PROJ = _scheme(b"0", b"Default Permission Scheme"), _scheme(b"10000", b"Permission Scheme of PROJ")
TO_ROLE = _grant(b"1853982034", _holder(b"projectRole", b"10000", b"10000"))
TO_BOARD = _grant(b"3967004712", _holder(b"group", b"board", BOARD_ID))
TO_ALICE = _grant(b"1133909719", _holder(b"user", ALICE_ID, ALICE_ID))
TO_ALL = _grant(b"2207859002", b'{"type":"applicationRole"}', b"ADD_COMMENTS")


def _few(jira: FakeJira) -> None:
    """Leave one permission to anybody."""
    for permission in PROJECT_PERMISSIONS - {"ADD_COMMENTS"}:
        jira.deny(permission)


def _own(jira: FakeJira) -> None:
    jira.deny("LINK_ISSUES", project="PROJ")
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def _not_administered(jira: FakeJira) -> None:
    jira.deny("ADMINISTER_PROJECTS", project="PROJ")


def _hidden(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _all_but_alice(jira: FakeJira) -> None:
    jira.deny("LINK_ISSUES", "alice")


def _links_in_proj(jira: FakeJira) -> None:
    role = jira.site.people.roles["PROJ", "Developers"]
    jira.allow_only("LINK_ISSUES", role, "board", "alice", "admin", project="PROJ")
    jira.deny("LINK_ISSUES", "admin", project="PROJ")


_read = partial(Case, status=200)
_list = partial(_read, "permission schemes: list", path=f"{API}/permissionscheme")
_one = partial(_read, "permission schemes: one")
_of_project = partial(_read, "permission schemes: of a project", path=f"{API}/project/PROJ/permissionscheme")
_grants = partial(_read, "permission schemes: what one grants", seed=_links_in_proj)
_unshown = partial(Case, "permission schemes: what none can show", seed=_all_but_alice, status=501)
_UNAUTHENTICATED = {
    "caller": None,
    "status": 401,
    "content_type": PAGE,
    "headers": {"WWW-Authenticate": CHALLENGE},
    "body": UNAUTHENTICATED,
}
NOT_SHOWN = _told(b"jira_linkfake does not serve LINK_ISSUES of every signed-in user but alice in a permission scheme.")
NO_GRANT = _told(b"The permission grant '7' does not exist.")

CASES = (
    _list("with nothing said", body=b'{"permissionSchemes":[%b]}' % DEFAULT),
    _list(
        "to an administrator, of every project",
        seed=_own,
        caller="admin",
        body=b'{"permissionSchemes":[%b,%b,%b]}' % (DEFAULT, OF_PROJ, _scheme(b"10001", b"Permission Scheme of OTHER")),
    ),
    _list("with a hidden project's", seed=_own, body=b'{"permissionSchemes":[%b,%b]}' % (DEFAULT, OF_PROJ)),
    _list("anonymous, documented", answers=DOCUMENTED, **_UNAUTHENTICATED),
    _one("by default", path=f"{API}/permissionscheme/0", body=DEFAULT),
    _one(
        "of a project, version 2",
        seed=_own,
        path="/rest/api/2/permissionscheme/10000",
        body=_scheme(b"10000", b"Permission Scheme of PROJ", b"2"),
    ),
    _one(
        "of a hidden project",
        seed=_own,
        path=f"{API}/permissionscheme/10001",
        status=404,
        body=_told(b"The permission scheme '10001' does not exist."),
    ),
    _one(
        "that no project has",
        path=f"{API}/permissionscheme/10000",
        status=404,
        body=_told(b"The permission scheme '10000' does not exist."),
    ),
    _of_project("of which nothing was said", body=DEFAULT),
    _of_project("of its own", seed=_own, body=OF_PROJ),
    _of_project(
        "not an administrator",
        seed=_not_administered,
        status=403,
        body=_told(b"You do not have permission to view the configuration of project 'PROJ'."),
    ),
    _of_project("hidden", seed=_hidden, status=404, body=_told(b"No project could be found with key 'PROJ'.")),
    _grants("to a role", path=f"{API}/permissionscheme/10000/permission/1853982034", body=TO_ROLE),
    _grants("to a group", path=f"{API}/permissionscheme/10000/permission/3967004712", body=TO_BOARD),
    _grants("to a user", path=f"{API}/permissionscheme/10000/permission/1133909719", body=TO_ALICE),
    _grants(
        "to a user in full",
        path=f"{API}/permissionscheme/10000/permission/1133909719?expand=user",
        body=_grant(b"1133909719", _holder(b"user", ALICE_ID, ALICE_ID, b',"user":%b' % ALICE)),
    ),
    _grants("to all", path=f"{API}/permissionscheme/0/permission/2207859002", body=TO_ALL),
    _grants("unknown", path=f"{API}/permissionscheme/0/permission/7", status=404, body=NO_GRANT),
    _grants(
        "the list, where everything else is denied",
        seed=_few,
        path=f"{API}/permissionscheme/0/permission",
        body=b'{"permissions":[%b],"expand":"user,group,projectRole,field,all"}' % TO_ALL,
    ),
    _grants(
        "in the scheme",
        seed=_few,
        path=f"{API}/permissionscheme?expand=permissions",
        body=b'{"permissionSchemes":[%b]}' % (DEFAULT[:-1] + b',"permissions":[%b]}' % TO_ALL),
    ),
    _grants(
        "of an unknown scheme",
        path=f"{API}/permissionscheme/7/permission",
        status=404,
        body=_told(b"The permission scheme '7' does not exist."),
    ),
    _unshown("in the list", path=f"{API}/permissionscheme/0/permission", body=NOT_SHOWN),
    _unshown("one", path=f"{API}/permissionscheme/0/permission/2207859002", body=NOT_SHOWN),
)
