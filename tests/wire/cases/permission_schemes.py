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


def _left(jira: FakeJira) -> None:
    """Give PROJ a scheme of its own, and then the default one."""
    jira.deny("LINK_ISSUES", project="PROJ")
    jira.client().put(f"{API}/project/PROJ/permissionscheme", json={"id": 0}, auth=ADMIN)


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


def _second(jira: FakeJira) -> None:
    """Make a scheme over REST that gives one permission to alice, and give it to PROJ."""
    jira.client().post(
        f"{API}/permissionscheme",
        json={"name": "Second", "permissions": [_give("user", ALICE_ID.decode())]},
        auth=ADMIN,
    )


def _second_in_use(jira: FakeJira) -> None:
    _second(jira)
    jira.client().put(f"{API}/project/PROJ/permissionscheme", json={"id": 10000}, auth=ADMIN)


def _give(
    kind: str, value: str | None = None, permission: str = "LINK_ISSUES", key: str = "value"
) -> dict[str, object]:
    return {"permission": permission, "holder": {"type": kind, **({} if value is None else {key: value})}}


ADMIN = ("admin@example.com", "admin-token")
SECOND = "permission scheme 10000: Second, ; LINK_ISSUES to alice"
_FORBIDDEN = {
    "caller": "alice",
    "status": 403,
    "body": _told(b"You are not authorized to perform this action. Administrator privileges are required."),
}
_make = partial(
    Case, "permission schemes: make", caller="admin", method="POST", path=f"{API}/permissionscheme", status=201
)
_not_made = partial(
    Case,
    "permission schemes: what no scheme can be",
    caller="admin",
    method="POST",
    path=f"{API}/permissionscheme",
    status=400,
)
_change = partial(
    Case,
    "permission schemes: change",
    seed=_second,
    caller="admin",
    method="PUT",
    path=f"{API}/permissionscheme/10000",
    status=200,
)
_delete = partial(Case, "permission schemes: delete", seed=_second, caller="admin", method="DELETE")
_more = partial(
    Case,
    "permission schemes: a grant more",
    seed=_second,
    caller="admin",
    method="POST",
    path=f"{API}/permissionscheme/10000/permission",
)
_less = partial(Case, "permission schemes: a grant less", seed=_second, caller="admin", method="DELETE")
_assign = partial(
    Case,
    "permission schemes: given to a project",
    seed=_second,
    caller="admin",
    method="PUT",
    path=f"{API}/project/PROJ/permissionscheme",
)
_CHANGES = (
    _make(
        "with all kinds of holders",
        path=f"{API}/permissionscheme?expand=permissions",
        sent={
            "name": " Second ",
            "description": "Ours",
            "permissions": [
                _give("anyone"),
                _give("applicationRole", permission="EDIT_ISSUES"),
                _give("user", ALICE_ID.decode(), key="parameter"),
                _give("group", BOARD_ID.decode()),
                _give("group", "staff", key="parameter"),
                _give("projectRole", "10000"),
            ],
        },
        body=(
            b'{"expand":"permissions,user,group,projectRole,field,all","id":10000,"self":"{base}/rest/api/'
            b'3/permissionscheme/10000","name":"Second","description":"Ours","permissions":[{"id":74425039'
            b'2,"self":"{base}/rest/api/3/permissionscheme/permission/744250392","holder":{"type":"applica'
            b'tionRole"},"permission":"EDIT_ISSUES"},{"id":801276612,"self":"{base}/rest/api/3/permissions'
            b'cheme/permission/801276612","holder":{"type":"anyone"},"permission":"LINK_ISSUES"},{"id":185'
            b'3982034,"self":"{base}/rest/api/3/permissionscheme/permission/1853982034","holder":{"type":"'
            b'projectRole","parameter":"10000","value":"10000","expand":"projectRole"},"permission":"LINK_'
            b'ISSUES"},{"id":3967004712,"self":"{base}/rest/api/3/permissionscheme/permission/3967004712",'
            b'"holder":{"type":"group","parameter":"board","value":"00000000-0000-4000-9000-000000010001",'
            b'"expand":"group"},"permission":"LINK_ISSUES"},{"id":2553594284,"self":"{base}/rest/api/3/per'
            b'missionscheme/permission/2553594284","holder":{"type":"group","parameter":"staff","value":"0'
            b'0000000-0000-4000-9000-000000010000","expand":"group"},"permission":"LINK_ISSUES"},{"id":113'
            b'3909719,"self":"{base}/rest/api/3/permissionscheme/permission/1133909719","holder":{"type":"'
            b'user","parameter":"712020:00000000-0000-4000-8000-000000010001","value":"712020:00000000-000'
            b'0-4000-8000-000000010001","expand":"user"},"permission":"LINK_ISSUES"}]}'
        ),
        adds=(
            (
                "permission scheme 10000: Second, Ours; EDIT_ISSUES to Everyone.SIGNED_IN, "
                "LINK_ISSUES to Everyone.ANYONE and alice and group board and group staff and role Developers"
            ),
        ),
    ),
    _make(
        "of a name alone",
        sent={"name": "Second"},
        body=(
            b'{"expand":"permissions,user,group,projectRole,field,all","id":10000,"self":"{base}/rest/api/'
            b'3/permissionscheme/10000","name":"Second","description":""}'
        ),
        adds=("permission scheme 10000: Second, ; ",),
    ),
    _make("not an administrator", sent={"name": "Second"}, **_FORBIDDEN),
    _not_made(
        "no name",
        sent={"description": "Ours"},
        body=b'{"errorMessages":[],"errors":{"name":"A permission scheme must have a name."}}',
    ),
    _not_made(
        "a name that is taken",
        sent={"name": "default permission scheme"},
        body=(
            b'{"errorMessages":[],"errors":{"name":"A permission scheme with the name \'Default Permission '
            b"Scheme' already exists.\"}}"
        ),
    ),
    _not_made(
        "an unknown permission",
        sent={"name": "x", "permissions": [_give("anyone", permission="FLY")]},
        body=b'{"errorMessages":[],"errors":{"FLY":"Unrecognized permission"}}',
    ),
    _not_made(
        "one of the site",
        sent={"name": "x", "permissions": [_give("anyone", permission="ADMINISTER")]},
        body=b'{"errorMessages":[],"errors":{"ADMINISTER":"Unrecognized permission"}}',
    ),
    _not_made(
        "an unknown user",
        sent={"name": "x", "permissions": [_give("user", "nobody")]},
        body=(b'{"errorMessages":["The permission holder of the type \'user\' is invalid: \'nobody\'."],"errors":{}}'),
    ),
    _not_made(
        "an unknown role",
        sent={"name": "x", "permissions": [_give("projectRole", "7")]},
        body=(
            b'{"errorMessages":["The permission holder of the type \'projectRole\' is invalid: \'7\'."],"errors":{}}'
        ),
    ),
    _not_made(
        "an unknown kind",
        sent={"name": "x", "permissions": [_give("everybody", "10000")]},
        body=(
            b'{"errorMessages":["The permission holder of the type \'everybody\' is invalid: \'10000\'."],"errors":{}}'
        ),
    ),
    _not_made(
        "no permission",
        sent={"name": "x", "permissions": [{"holder": {"type": "anyone"}}]},
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    _not_made(
        "the reporter",
        sent={"name": "x", "permissions": [_give("reporter")]},
        status=501,
        body=(
            b'{"errorMessages":["jira_linkfake does not serve a grant to the reporter in a permission sche'
            b'me."],"errors":{}}'
        ),
    ),
    _not_made(
        "workflows",
        sent={"name": "x", "permissions": [_give("anyone", permission="EDIT_WORKFLOW")]},
        status=501,
        body=(b'{"errorMessages":["jira_linkfake does not serve EDIT_WORKFLOW in a permission scheme."],"errors":{}}'),
    ),
    _change(
        "its name",
        sent={"name": "Third", "description": "Theirs"},
        body=(
            b'{"expand":"permissions,user,group,projectRole,field,all","id":10000,"self":"{base}/rest/api/'
            b'3/permissionscheme/10000","name":"Third","description":"Theirs"}'
        ),
        adds=("permission scheme 10000: Third, Theirs; LINK_ISSUES to alice",),
        removes=(SECOND,),
    ),
    _change(
        "what it grants",
        path=f"{API}/permissionscheme/10000?expand=all",
        sent={"name": "Second", "permissions": [_give("group", "board", key="parameter")]},
        body=(
            b'{"expand":"permissions,user,group,projectRole,field,all","id":10000,"self":"{base}/rest/api/'
            b'3/permissionscheme/10000","name":"Second","description":"","permissions":[{"id":3967004712,"'
            b'self":"{base}/rest/api/3/permissionscheme/permission/3967004712","holder":{"type":"group","p'
            b'arameter":"board","value":"00000000-0000-4000-9000-000000010001","expand":"group","group":{"'
            b'name":"board","groupId":"00000000-0000-4000-9000-000000010001","self":"{base}/rest/api/3/gro'
            b'up?groupId=00000000-0000-4000-9000-000000010001"}},"permission":"LINK_ISSUES"}]}'
        ),
        adds=("permission scheme 10000: Second, ; LINK_ISSUES to group board",),
        removes=(SECOND,),
    ),
    _change(
        "nothing",
        sent={},
        body=(
            b'{"expand":"permissions,user,group,projectRole,field,all","id":10000,"self":"{base}/rest/api/'
            b'3/permissionscheme/10000","name":"Second","description":""}'
        ),
    ),
    _change(
        "unknown",
        path=f"{API}/permissionscheme/7",
        sent={"name": "x"},
        status=404,
        body=b'{"errorMessages":["The permission scheme \'7\' does not exist."],"errors":{}}',
    ),
    _change("not an administrator", sent={"name": "Third"}, **_FORBIDDEN),
    _delete("", path=f"{API}/permissionscheme/10000", status=204, content_type=None, body=b"", removes=(SECOND,)),
    _delete(
        "that a project has",
        seed=_second_in_use,
        path=f"{API}/permissionscheme/10000",
        status=400,
        body=(
            b'{"errorMessages":["The permission scheme \'Second\' cannot be deleted, as projects use it."],"errors":{}}'
        ),
    ),
    _delete(
        "the default one",
        path=f"{API}/permissionscheme/0",
        status=400,
        body=(
            b'{"errorMessages":["The permission scheme \'Default Permission Scheme\' cannot be deleted, as p'
            b'rojects use it."],"errors":{}}'
        ),
    ),
    _delete(
        "unknown",
        path=f"{API}/permissionscheme/x",
        status=404,
        body=b'{"errorMessages":["The permission scheme \'x\' does not exist."],"errors":{}}',
    ),
    _delete("not an administrator", path=f"{API}/permissionscheme/10000", **_FORBIDDEN),
    _more(
        "",
        path=f"{API}/permissionscheme/10000/permission?expand=projectRole",
        sent=_give("projectRole", "10000"),
        status=201,
        body=(
            b'{"id":1853982034,"self":"{base}/rest/api/3/permissionscheme/permission/1853982034","holder":'
            b'{"type":"projectRole","parameter":"10000","value":"10000","expand":"projectRole","projectRol'
            b'e":{"self":"{base}/rest/api/3/role/10000","name":"Developers","id":10000,"description":""}},'
            b'"permission":"LINK_ISSUES"}'
        ),
        adds=("permission scheme 10000: Second, ; LINK_ISSUES to alice and role Developers",),
        removes=(SECOND,),
    ),
    _more(
        "that is there",
        sent=_give("user", ALICE_ID.decode()),
        status=400,
        body=b'{"errorMessages":["The permission scheme already has this permission grant."],"errors":{}}',
    ),
    _more(
        "where a part of somebody is denied it",
        seed=_all_but_alice,
        path=f"{API}/permissionscheme/0/permission",
        sent=_give("group", "board", key="parameter"),
        status=501,
        body=NOT_SHOWN,
    ),
    _more(
        "of a project alone",
        seed=_own,
        sent=_give("anyone"),
        status=201,
        body=(
            b'{"id":801276612,"self":"{base}/rest/api/3/permissionscheme/permission/801276612","holder":{"type":'
            b'"anyone"},"permission":"LINK_ISSUES"}'
        ),
        adds=("permission scheme 10000: Permission Scheme of PROJ, ; LINK_ISSUES to Everyone.ANYONE",),
        removes=("permission scheme 10000: Permission Scheme of PROJ, ; LINK_ISSUES to Everyone.SIGNED_IN",),
    ),
    _more("not an administrator", sent=_give("anyone"), **_FORBIDDEN),
    _less(
        "",
        path=f"{API}/permissionscheme/10000/permission/1133909719",
        status=204,
        content_type=None,
        body=b"",
        adds=("permission scheme 10000: Second, ; ",),
        removes=(SECOND,),
    ),
    _less(
        "unknown",
        path=f"{API}/permissionscheme/10000/permission/7",
        status=400,
        body=b'{"errorMessages":["The permission grant \'7\' does not exist."],"errors":{}}',
    ),
    _less(
        "of a project alone",
        seed=_links_in_proj,
        path=f"{API}/permissionscheme/10000/permission/3967004712",
        status=204,
        content_type=None,
        body=b"",
        adds=("permission scheme 10000: Permission Scheme of PROJ, ; LINK_ISSUES to alice and role Developers",),
        removes=(
            (
                "permission scheme 10000: Permission Scheme of PROJ, ; "
                "LINK_ISSUES to admin and alice and group board and role Developers"
            ),
        ),
    ),
    _less("not an administrator", path=f"{API}/permissionscheme/10000/permission/1133909719", **_FORBIDDEN),
    _assign(
        "",
        sent={"id": 10000},
        status=200,
        body=(
            b'{"expand":"permissions,user,group,projectRole,field,all","id":10000,"self":"{base}/rest/api/'
            b'3/permissionscheme/10000","name":"Second","description":""}'
        ),
        adds=("permission scheme of PROJ: 10000",),
    ),
    _assign(
        "as it is made",
        method="POST",
        path=f"{API}/project",
        sent={"key": "NEW", "name": "New", "leadAccountId": ALICE_ID.decode(), "permissionScheme": 10000},
        status=201,
        body=b'{"self":"{base}/rest/api/3/project/10002","id":10002,"key":"NEW"}',
        adds=("permission scheme of NEW: 10000", "project 10002: NEW, New, led by alice"),
    ),
    _assign(
        "as it is changed",
        path=f"{API}/project/PROJ?expand=none",
        sent={"permissionScheme": 10000},
        status=200,
        body=(
            b'{"expand":"description,lead,issueTypes,url,projectKeys,permissions,insight","self":"{base}/r'
            b'est/api/3/project/10000","id":"10000","key":"PROJ","name":"PROJ","avatarUrls":{"48x48":"{bas'
            b'e}/secure/projectavatar?pid=10000&size=large","24x24":"{base}/secure/projectavatar?pid=10000'
            b'&size=small","16x16":"{base}/secure/projectavatar?pid=10000&size=xsmall","32x32":"{base}/sec'
            b'ure/projectavatar?pid=10000&size=medium"},"projectTypeKey":"software","simplified":false,"st'
            b'yle":"classic","isPrivate":false,"properties":{},"description":"","lead":{"self":"{base}/res'
            b't/api/3/user?accountId=712020:00000000-0000-4000-8000-000000010000","accountId":"712020:0000'
            b'0000-0000-4000-8000-000000010000","accountType":"atlassian","emailAddress":"admin@example.co'
            b'm","avatarUrls":{"48x48":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-00'
            b'0000010000&size=large","24x24":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8'
            b'000-000000010000&size=small","16x16":"{base}/secure/useravatar?ownerId=712020:00000000-0000-'
            b'4000-8000-000000010000&size=xsmall","32x32":"{base}/secure/useravatar?ownerId=712020:0000000'
            b'0-0000-4000-8000-000000010000&size=medium"},"displayName":"admin","active":true,"timeZone":"'
            b'Etc/UTC"},"components":[],"issueTypes":[{"self":"{base}/rest/api/3/issuetype/10000","id":"10'
            b'000","description":"","iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuetype/avat'
            b'ar/10307?size=medium","name":"Epic","subtask":false,"avatarId":10307,"hierarchyLevel":1},{"s'
            b'elf":"{base}/rest/api/3/issuetype/10001","id":"10001","description":"","iconUrl":"{base}/res'
            b't/api/2/universal_avatar/view/type/issuetype/avatar/10315?size=medium","name":"Story","subta'
            b'sk":false,"avatarId":10315,"hierarchyLevel":0},{"self":"{base}/rest/api/3/issuetype/10002","'
            b'id":"10002","description":"","iconUrl":"{base}/rest/api/2/universal_avatar/view/type/issuety'
            b'pe/avatar/10318?size=medium","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel"'
            b':0},{"self":"{base}/rest/api/3/issuetype/10003","id":"10003","description":"","iconUrl":"{ba'
            b'se}/rest/api/2/universal_avatar/view/type/issuetype/avatar/10316?size=medium","name":"Sub-ta'
            b'sk","subtask":true,"avatarId":10316,"hierarchyLevel":-1},{"self":"{base}/rest/api/3/issuetyp'
            b'e/10004","id":"10004","description":"","iconUrl":"{base}/rest/api/2/universal_avatar/view/ty'
            b'pe/issuetype/avatar/10303?size=medium","name":"Bug","subtask":false,"avatarId":10303,"hierar'
            b'chyLevel":0}],"assigneeType":"UNASSIGNED","versions":[],"roles":{"Developers":"{base}/rest/a'
            b'pi/3/project/10000/role/10000","Administrators":"{base}/rest/api/3/project/10000/role/10001"'
            b"}}"
        ),
        adds=("permission scheme of PROJ: 10000",),
    ),
    _assign(
        "as it is changed, unknown",
        path=f"{API}/project/PROJ",
        sent={"permissionScheme": 7},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"permissionScheme":"The permission scheme with id \'7\' does not exist."}}'
        ),
    ),
    _assign(
        "as it is made, unknown",
        method="POST",
        path=f"{API}/project",
        sent={"key": "NEW", "name": "New", "leadAccountId": ALICE_ID.decode(), "permissionScheme": 7},
        status=400,
        body=(
            b'{"errorMessages":[],"errors":{"permissionScheme":"The permission scheme with id \'7\' does not exist."}}'
        ),
    ),
    _assign(
        "unknown",
        sent={"id": 7},
        status=404,
        body=b'{"errorMessages":["The permission scheme \'7\' does not exist."],"errors":{}}',
    ),
    _assign(
        "without an id",
        sent={},
        status=400,
        body=(b'{"errorMessages":["Invalid request payload. Refer to the REST API documentation and try again."]}'),
    ),
    _assign("not an administrator", sent={"id": 10000}, **_FORBIDDEN),
)

CASES = (
    _list("with nothing said", body=b'{"permissionSchemes":[%b]}' % DEFAULT),
    _list("to an administrator", seed=_own, caller="admin", body=b'{"permissionSchemes":[%b,%b]}' % (DEFAULT, OF_PROJ)),
    _list(
        "to an administrator, with one that no project has any more",
        seed=_left,
        caller="admin",
        body=b'{"permissionSchemes":[%b,%b]}' % (DEFAULT, OF_PROJ),
    ),
    _list("with one that no project has any more", seed=_left, body=b'{"permissionSchemes":[%b]}' % DEFAULT),
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
    *_CHANGES,
)
