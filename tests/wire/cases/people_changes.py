"""Who may do what where, pickers of users and groups, how both come and go, and preferences."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.cases.people import ADMIN_ID, ALICE_ID, STAFF_ID, as_user, myself
from tests.wire.literals import ADMIN, ALICE, CHALLENGE, INVALID_PAYLOAD, NOT_BY_ACCOUNT, UNAUTHENTICATED

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

API = "/rest/api/3"
BOARD_ID = "00000000-0000-4000-9000-000000010001"
NO_ISSUE = b"Issue does not exist or you do not have permission to see it."
NO_ADMIN = b"You are not authorized to perform this action. Administrator privileges are required."
NO_BROWSING = b"You are not authorized to perform this action. Browse users and groups is required."
NO_USER = b"Specified user does not exist or you do not have required permissions"
NO_ACCOUNT = b"The 'accountId' parameter must be provided."
BOTH = b"The query parameters 'query' and 'accountId' are mutually exclusive."
ONE_GROUP = b"Either the group's name or its ID must be provided."
MIA_ID = b"712020:00000000-0000-4000-8000-000000010002"
MIA = (
    ALICE.replace(b"712020:00000000-0000-4000-8000-000000010001", MIA_ID)
    .replace(b"alice@example.com", b"mia@example.com")
    .replace(b'"alice"', b'"mia"')
)
SHY = ALICE.replace(b'"emailAddress":"alice@example.com",', b"")


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


def _wrong(name: bytes, words: bytes) -> bytes:
    return b'{"errorMessages":[],"errors":{"%b":"%b"}}' % (name, words)


def _no_browsing(jira: FakeJira) -> None:
    jira.deny("USER_PICKER")


def _only_alice(jira: FakeJira) -> None:
    jira.allow_only("ASSIGNABLE_USER", "alice", project="PROJ")
    jira.allow_only("BROWSE_PROJECTS", "alice", project="PROJ")
    jira.allow_only("EDIT_ISSUES", "alice", project="PROJ")


def _hidden(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS", project="PROJ")


def _for_the_admin(jira: FakeJira) -> None:
    jira.add_issue("PROJ-7", visible_to=[jira.default_user])


def _seen_by_alice(jira: FakeJira) -> None:
    jira.add_issue("PROJ-7", visible_to=["alice"])


def _shy(jira: FakeJira) -> None:
    """Let alice hide her email."""
    _without_alice(jira)
    alice = jira.add_user("alice", token="alice-token", email_hidden=True)
    jira.add_group("shy", [alice])


def _without_alice(jira: FakeJira) -> None:
    jira.site.people.remove_user(jira.user("alice"))


def _for_staff(jira: FakeJira) -> None:
    jira.add_comment("PROJ-1", "Said", visible_to="staff")
    jira.add_comment("PROJ-1", "Meant", visible_to="board")
    jira.add_comment("PROJ-1", "Heard")
    jira.add_role("Testers", project="PROJ", members=["staff", "alice"])
    jira.add_security_level("Inner", project="PROJ", members=["staff", "alice"])
    jira.allow_only("LINK_ISSUES", "staff", "alice")


def _leads(jira: FakeJira) -> None:
    jira.add_project("LED", lead="alice")


def _second_admin(jira: FakeJira) -> None:
    jira.allow_only("ADMINISTER", "alice")


def _no_default(jira: FakeJira) -> None:
    jira.add_property(jira.user("alice"), "k", 1)
    jira.site.preferences[ALICE_ID] = {"sort": "up"}


_read = partial(Case, status=200)
_refused = partial(Case, status=400)
_UNAUTHENTICATED = {
    "caller": None,
    "status": 401,
    "content_type": PAGE,
    "headers": {"WWW-Authenticate": CHALLENGE},
    "body": UNAUTHENTICATED,
}
EVERYONE, ONLY_ALICE, NOBODY = b"[%b,%b]" % (ADMIN, ALICE), b"[%b]" % ALICE, b"[]"
ASSIGNABLE, IN_ALL = f"{API}/user/assignable/search", f"{API}/user/assignable/multiProjectSearch"
SEEING, HOLDING = f"{API}/user/viewissue/search", f"{API}/user/permission/search"
PICKER, BOTH_PICKER = f"{API}/user/picker", f"{API}/groupuserpicker"


def _picked(account_id: str, name: bytes, html: bytes, more: bytes = b"") -> bytes:
    return b'{"accountId":"%b","accountType":"atlassian","html":"%b","displayName":"%b"%b}' % (
        account_id.encode(),
        html,
        name,
        more,
    )


def _users(*users: bytes, total: int | None = None) -> bytes:
    count = len(users) if total is None else total
    header = b"Showing %d of %d matching users" % (len(users), count)
    return b'{"users":[%b],"total":%d,"header":"%b"}' % (b",".join(users), count, header)


def _groups(*groups: bytes, total: int | None = None) -> bytes:
    count = len(groups) if total is None else total
    header = b"Showing %d of %d matching groups" % (len(groups), count)
    return b'{"header":"%b","total":%d,"groups":[%b]}' % (header, count, b",".join(groups))


PICKED_ALICE = _picked(ALICE_ID, b"alice", b"<strong>al</strong>ice - <strong>al</strong>ice@example.com")
AVATAR = b',"avatarUrl":"{base}/secure/useravatar?ownerId=712020:00000000-0000-4000-8000-000000010001&size=%b"'


def _page(path: bytes, values: bytes, *, total: int, most: int) -> bytes:
    return b'{"self":"{base}/rest/api/3/%bmaxResults=%d&startAt=0","maxResults":%d,"startAt":0,"total":%d,%b' % (
        path,
        most,
        most,
        total,
        b'"isLast":true,"values":[%b]}' % values,
    )


def _whole_group(name: bytes, group_id: bytes, size: int) -> bytes:
    return (
        b'{"name":"%b","groupId":"%b","self":"{base}/rest/api/3/group?groupId=%b","users":{"size":%d,"items":[],'
        b'"max-results":50,"start-index":0,"end-index":0},"expand":"users"}'
    ) % (name, group_id, group_id, size)


SEARCHES = (
    *(
        _read("people: who may be assigned", what, seed=_only_alice, path=f"{ASSIGNABLE}?{asked}", body=body)
        for what, asked, body in (
            ("in a project", "project=PROJ", ONLY_ALICE),
            ("in another project", "project=10001", EVERYONE),
            ("an issue by its key", "issueKey=proj-1", ONLY_ALICE),
            ("an issue by its id", "issueId=10002&query=a", EVERYONE),
            ("by a text", "project=OTHER&query=%20AL", ONLY_ALICE),
            ("by an account", f"project=OTHER&accountId={ADMIN_ID}", b"[%b]" % ADMIN),
            ("by an account of nobody", "project=OTHER&accountId=x", NOBODY),
            ("a part", "project=OTHER&startAt=1&maxResults=1", ONLY_ALICE),
        )
    ),
    _read(
        "people: who may be assigned in all of several projects",
        seed=_only_alice,
        path=f"{IN_ALL}?projectKeys=PROJ,OTHER",
        body=ONLY_ALICE,
    ),
    _read(
        "people: who may be assigned in all of several projects",
        "by a text",
        path=f"{IN_ALL}?projectKeys=OTHER&query=adm",
        body=b"[%b]" % ADMIN,
    ),
    *(
        _read("people: who may browse", what, seed=seed, path=f"{SEEING}?{asked}", body=body)
        for what, seed, asked, body in (
            ("a project", _only_alice, "projectKey=PROJ", ONLY_ALICE),
            ("an issue", _seen_by_alice, "issueKey=PROJ-7&query=a", ONLY_ALICE),
            ("an issue that all may see", _seen_by_alice, "issueKey=PROJ-1", EVERYONE),
        )
    ),
    *(
        _read(
            "people: who holds permissions", what, caller=caller, seed=_only_alice, path=f"{HOLDING}?{asked}", body=body
        )
        for what, caller, asked, body in (
            ("in a project", "alice", "projectKey=PROJ&permissions=EDIT_ISSUES,LINK_ISSUES", ONLY_ALICE),
            ("for an issue", "admin", "issueKey=OTHER-1&permissions=EDIT_ISSUES&query=a", EVERYONE),
            ("of the site", "admin", "projectKey=OTHER&permissions=EDIT_ISSUES,ADMINISTER", b"[%b]" % ADMIN),
        )
    ),
    *(
        _refused("people: searches that cannot be", f"{what}: {path}", path=path, body=_told(words))
        for what, path, words in (
            ("no place", ASSIGNABLE, b"The query parameter issueKey, issueId or project must be provided."),
            ("no place", SEEING, b"The query parameter issueKey or projectKey must be provided."),
            (
                "no place",
                f"{HOLDING}?permissions=EDIT_ISSUES",
                b"The query parameter issueKey or projectKey must be provided.",
            ),
            ("no place", IN_ALL, b"The query parameter projectKeys must be provided."),
            ("both", f"{ASSIGNABLE}?project=PROJ&query=a&accountId=x", BOTH),
            ("both", f"{IN_ALL}?projectKeys=PROJ&query=a&accountId=x", BOTH),
            ("both", f"{SEEING}?projectKey=PROJ&query=a&accountId=x", BOTH),
            ("both", f"{HOLDING}?projectKey=PROJ&permissions=EDIT_ISSUES&query=a&accountId=x", BOTH),
            ("no permission", f"{HOLDING}?projectKey=PROJ", b"The 'permissions' query parameter is required."),
        )
    ),
    _refused(
        "people: searches that cannot be",
        "an unknown permission",
        path=f"{HOLDING}?projectKey=PROJ&permissions=NOPE",
        body=_wrong(b"NOPE", b"Unrecognized permission"),
    ),
    *(
        Case(
            "people: searches that cannot be",
            f"unseen: {path}",
            seed=_hidden,
            path=path,
            status=404,
            body=_told(words),
        )
        for path, words in (
            (f"{ASSIGNABLE}?issueKey=PROJ-1", NO_ISSUE),
            (f"{ASSIGNABLE}?project=PROJ", b"No project could be found with key 'PROJ'."),
            (f"{IN_ALL}?projectKeys=OTHER,PROJ", b"No project could be found with key 'PROJ'."),
            (f"{SEEING}?issueKey=PROJ-1", NO_ISSUE),
            (f"{SEEING}?projectKey=NOPE", b"No project could be found with key 'NOPE'."),
            (f"{HOLDING}?permissions=EDIT_ISSUES&issueKey=PROJ-9", NO_ISSUE),
            (f"{HOLDING}?permissions=EDIT_ISSUES&projectKey=PROJ", b"No project could be found with key 'PROJ'."),
        )
    ),
    *(
        Case(
            "people: searches that cannot be",
            f"an issue for others: {path}",
            seed=_for_the_admin,
            path=path,
            status=404,
            body=_told(NO_ISSUE),
        )
        for path in (f"{ASSIGNABLE}?issueId=10003", f"{SEEING}?issueKey=PROJ-7")
    ),
    _read(
        "people: searches without permission",
        "assignable, who may assign",
        seed=_no_browsing,
        path=f"{ASSIGNABLE}?project=PROJ",
        body=EVERYONE,
    ),
    _read(
        "people: searches without permission",
        "assignable, who may not assign",
        seed=lambda jira: (_no_browsing(jira), jira.deny("ASSIGN_ISSUES")),
        path=f"{ASSIGNABLE}?project=PROJ",
        body=NOBODY,
    ),
    _read(
        "people: searches without permission",
        "browsing",
        seed=_no_browsing,
        path=f"{SEEING}?projectKey=PROJ",
        body=NOBODY,
    ),
    Case(
        "people: searches without permission",
        "by permissions",
        seed=lambda jira: jira.deny("ADMINISTER_PROJECTS"),
        path=f"{HOLDING}?permissions=EDIT_ISSUES&projectKey=PROJ",
        status=403,
        body=_told(b"You do not have permission to search for users by their permissions."),
    ),
    *(
        Case(
            "people: searches without permission",
            f"anonymous: {path}",
            answers=DOCUMENTED,
            path=path,
            **_UNAUTHENTICATED,
        )
        for path in (
            f"{ASSIGNABLE}?project=PROJ",
            f"{IN_ALL}?projectKeys=PROJ",
            f"{SEEING}?projectKey=PROJ",
            f"{HOLDING}?permissions=EDIT_ISSUES&issueKey=PROJ-1",
        )
    ),
)
PICKERS = (
    *(
        _read("people: pick users", what, seed=seed, path=f"{PICKER}?{asked}", body=body)
        for what, seed, asked, body in (
            ("by a beginning", seeds.linked, "query=al", _users(PICKED_ALICE)),
            (
                "with a picture",
                seeds.linked,
                "query=Al&showAvatar=true",
                _users(PICKED_ALICE.replace(b'"alice"}', b'"alice"' + AVATAR % b"xsmall" + b"}")),
            ),
            (
                "with a large picture",
                seeds.linked,
                "query=al&showAvatar=true&avatarSize=xlarge@2x",
                _users(PICKED_ALICE.replace(b'"alice"}', b'"alice"' + AVATAR % b"xlarge@2x" + b"}")),
            ),
            (
                "some of all",
                seeds.linked,
                "query=&maxResults=1",
                _users(_picked(ADMIN_ID, b"admin", b"admin - admin@example.com"), total=2),
            ),
            ("but some", seeds.linked, f"query=a&excludeAccountIds={ADMIN_ID},{ALICE_ID}", _users()),
            ("without permission", _no_browsing, "query=al", _users()),
            (
                "without permission, by the whole name",
                _no_browsing,
                "query=ALICE",
                _users(_picked(ALICE_ID, b"alice", b"<strong>alice</strong> - <strong>alice</strong>@example.com")),
            ),
            (
                "with markup in a name",
                lambda jira: jira.add_user("R<b> D", email="x@example.com"),
                "query=d",
                _users(_picked(MIA_ID.decode(), b"R<b> D", b"R&lt;b&gt; <strong>D</strong> - x@example.com")),
            ),
        )
    ),
    _read(
        "people: pick users and groups",
        path=f"{BOTH_PICKER}?query=A",
        body=b'{"users":%b,"groups":%b}'
        % (
            _users(
                _picked(ADMIN_ID, b"admin", b"<strong>a</strong>dmin - <strong>a</strong>dmin@example.com"),
                _picked(ALICE_ID, b"alice", b"<strong>a</strong>lice - <strong>a</strong>lice@example.com"),
            ),
            _groups(),
        ),
    ),
    _read(
        "people: pick users and groups",
        "in any case, one of each",
        path=f"{BOTH_PICKER}?query=B&caseInsensitive=true&maxResults=1",
        body=b'{"users":%b,"groups":%b}'
        % (_users(), _groups(b'{"name":"board","html":"<b>b</b>oard","labels":[],"groupId":"%b"}' % BOARD_ID.encode())),
    ),
    _refused(
        "people: picks that cannot be",
        "both ways to leave out",
        path=f"{PICKER}?query=a&exclude=a&excludeAccountIds=x",
        body=_told(b"The query parameters 'exclude' and 'excludeAccountIds' are mutually exclusive."),
    ),
    _refused(
        "people: picks that cannot be",
        "no query",
        path=BOTH_PICKER,
        body=_told(b"The 'query' query parameter must be provided."),
    ),
    *(
        Case(
            "people: picks that cannot be",
            f"without permission: {path}",
            seed=_no_browsing,
            path=path,
            status=403,
            body=body,
        )
        for path, body in (
            (f"{BOTH_PICKER}?query=a", _told(NO_BROWSING)),
            (f"{API}/group/bulk", _told(NO_BROWSING)),
            (f"{API}/users", _told(NO_BROWSING)),
        )
    ),
    *(
        _refused(
            "people: picks that cannot be",
            f"no number: {path}",
            path=f"{API}/{path}?startAt=x",
            content_type="application/problem+json;charset=UTF-8",
            body=(
                b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'startAt\''
                b' with value: \'x\'","instance":"/rest/api/3/%b"}'
            )
            % path.encode(),
        )
        for path in ("group/bulk", "users")
    ),
    _read("people: all users", "at their other address", path=f"{API}/users?startAt=1", body=ONLY_ALICE),
    *(
        _read(
            "people: by accounts",
            what,
            path=f"{API}/user/bulk?{asked}",
            body=_page(b"user/bulk?" + asked.replace(":", "%3A").encode() + b"&", values, total=total, most=10),
        )
        for what, asked, values, total in (
            (
                "two, one of them twice",
                f"accountId={ALICE_ID}&accountId={ADMIN_ID}&accountId={ALICE_ID}",
                b"%b,%b" % (ALICE, ADMIN),
                2,
            ),
            ("nobody's", "accountId=x", b"", 0),
        )
    ),
    _refused("people: by accounts", "none", path=f"{API}/user/bulk", body=_told(NO_ACCOUNT)),
    Case(
        "people: by accounts", "anonymous", answers=DOCUMENTED, path=f"{API}/user/bulk?accountId=x", **_UNAUTHENTICATED
    ),
    *(
        _read(
            "people: list of groups",
            what,
            path=f"{API}/group/bulk{asked and f'?{asked}'}",
            body=_page(b"group/bulk?" + (asked and f"{asked}&").encode(), values, total=total, most=50),
        )
        for what, asked, values, total in (
            (
                "all",
                "",
                b'{"name":"board","groupId":"%b"},{"name":"staff","groupId":"%b"}'
                % (BOARD_ID.encode(), STAFF_ID.encode()),
                2,
            ),
            ("by a name", "groupName=staff", b'{"name":"staff","groupId":"%b"}' % STAFF_ID.encode(), 1),
            ("by an id", f"groupId={BOARD_ID}", b'{"name":"board","groupId":"%b"}' % BOARD_ID.encode(), 1),
        )
    ),
    Case(
        "people: list of groups",
        "of an access level",
        path=f"{API}/group/bulk?accessType=admin",
        status=501,
        body=_told(b"jira_linkfake does not serve accessType of GET group/bulk (bulkGetGroups)."),
    ),
)
HIDDEN_EMAILS = (
    _read(
        "people: hidden email",
        "to others",
        seed=_shy,
        caller="admin",
        path=f"{API}/user/search?query=ali",
        body=b"[%b]" % SHY.replace(b"010001", b"010002"),
    ),
    _read(
        "people: hidden email",
        "to oneself",
        seed=_shy,
        path=f"{API}/myself",
        body=myself(ALICE.replace(b"010001", b"010002")),
    ),
    _read("people: hidden email", "by a part of it", seed=_shy, path=f"{API}/user/search?query=alice@", body=NOBODY),
    _read(
        "people: hidden email",
        "by all of it",
        seed=_shy,
        path=f"{API}/user/search?query=Alice@example.com",
        body=b"[%b]" % SHY.replace(b"010001", b"010002"),
    ),
    _read(
        "people: hidden email",
        "in a picker",
        seed=_shy,
        path=f"{PICKER}?query=alice",
        body=_users(_picked(MIA_ID.decode(), b"alice", b"<strong>alice</strong>")),
    ),
)
NEW_USER = {"emailAddress": "mia@example.com", "products": ["jira-software"]}
_admin = partial(Case, caller="admin")
USERS = (
    _admin(
        "people: make a user",
        method="POST",
        path=f"{API}/user",
        sent=NEW_USER,
        status=201,
        body=as_user(MIA),
        adds=("user mia: mia@example.com",),
    ),
    _admin(
        "people: make a user",
        "whose name is taken",
        method="POST",
        path=f"{API}/user",
        sent={"emailAddress": " alice@example.org ", "products": [], "name": "ignored"},
        status=201,
        body=as_user(MIA.replace(b"mia@example.com", b"alice@example.org").replace(b'"mia"', b'"alice@example.org"')),
        adds=("user alice@example.org: alice@example.org",),
    ),
    _admin(
        "people: make a user",
        "who is there",
        method="POST",
        path=f"{API}/user",
        sent={**NEW_USER, "emailAddress": "Alice@Example.com"},
        status=201,
        body=as_user(ALICE),
    ),
    _admin(
        "people: remove a user",
        seed=_no_default,
        method="DELETE",
        path=f"{API}/user?accountId={ALICE_ID}",
        status=204,
        content_type=None,
        body=b"",
        adds=("group staff: nobody", "role Developers in PROJ: nobody"),
        removes=(
            "user alice: alice@example.com",
            "role Developers in PROJ: alice",
            "group staff: alice",
            f"preference of {ALICE_ID}: sort = up",
            f"property of user {ALICE_ID}: k = 1",
        ),
    ),
    *(
        _admin(
            "people: users who cannot be made or removed",
            what,
            method="POST",
            path=f"{API}/user",
            sent=sent,
            status=400,
            body=body,
        )
        for what, sent, body in (
            (
                "no email",
                {"products": []},
                _wrong(b"emailAddress", b"You must specify a valid email address."),
            ),
            (
                "an email that is none",
                {**NEW_USER, "emailAddress": "@example.com"},
                _wrong(b"emailAddress", b"You must specify a valid email address."),
            ),
            (
                "an email that is null",
                {**NEW_USER, "emailAddress": None},
                _wrong(b"emailAddress", b"You must specify a valid email address."),
            ),
            ("no products", {"emailAddress": "x@example.com"}, _wrong(b"products", b"Products must be specified.")),
            ("products that are none", {**NEW_USER, "products": "jira"}, INVALID_PAYLOAD),
        )
    ),
    *(
        Case(
            "people: users who cannot be made or removed",
            what,
            seed=seed,
            caller=caller,
            method="DELETE",
            path=f"{API}/user{asked}",
            status=status,
            body=_told(words),
        )
        for what, seed, caller, asked, status, words in (
            ("no account", seeds.linked, "admin", "", 400, NO_ACCOUNT),
            ("nobody's account", seeds.linked, "admin", "?accountId=x", 404, NO_USER),
            ("oneself", seeds.linked, "admin", f"?accountId={ADMIN_ID}", 400, b"The user 'admin' cannot be removed."),
            ("a lead", _leads, "admin", f"?accountId={ALICE_ID}", 400, b"The user 'alice' cannot be removed."),
            (
                "the first",
                lambda jira: (jira.site.projects.clear(), _second_admin(jira)),
                "alice",
                f"?accountId={ADMIN_ID}",
                400,
                b"The user 'admin' cannot be removed.",
            ),
        )
    ),
)
GROUPS = (
    _admin(
        "people: make a group",
        method="POST",
        path=f"{API}/group",
        sent={"name": " crew "},
        status=201,
        body=_whole_group(b"crew", b"00000000-0000-4000-9000-000000010002", 0),
        adds=("group crew: nobody",),
    ),
    _admin(
        "people: remove a group",
        seed=_for_staff,
        method="DELETE",
        path=f"{API}/group?groupname=staff",
        status=200,
        content_type=None,
        body=b"",
        adds=("role Testers in PROJ: alice",),
        removes=("group staff: alice", "role Testers in PROJ: alice, group staff"),
    ),
    _admin(
        "people: remove a group",
        "for another one",
        seed=_for_staff,
        method="DELETE",
        path=f"{API}/group?groupId={STAFF_ID}&swapGroup=board",
        status=200,
        content_type=None,
        body=b"",
        adds=("comment 10000: admin on PROJ-1 to group board: Said", "role Testers in PROJ: alice"),
        removes=(
            "group staff: alice",
            "comment 10000: admin on PROJ-1 to group staff: Said",
            "role Testers in PROJ: alice, group staff",
        ),
    ),
    *(
        _admin(
            "people: groups that cannot be made or removed",
            what,
            method=method,
            path=f"{API}/group{asked}",
            sent=sent,
            status=status,
            body=body,
        )
        for what, method, asked, sent, status, body in (
            ("no name", "POST", "", {}, 400, _told(b"The group name must be provided.")),
            ("a name that is none", "POST", "", {"name": 1}, 400, INVALID_PAYLOAD),
            ("taken", "POST", "", {"name": "staff"}, 400, _told(b"A group or user with this name already exists.")),
            ("unnamed", "DELETE", "", None, 400, _told(ONE_GROUP)),
            ("twice", "DELETE", f"?groupname=staff&groupId={STAFF_ID}", None, 400, _told(ONE_GROUP)),
            ("unknown", "DELETE", "?groupname=x", None, 404, _told(b"The group 'x' does not exist.")),
            (
                "for an unknown one",
                "DELETE",
                "?groupname=staff&swapGroupId=x",
                None,
                404,
                _told(b"The group 'x' does not exist."),
            ),
        )
    ),
    _admin(
        "people: add and remove members",
        "add",
        method="POST",
        path=f"{API}/group/user?groupname=board",
        sent={"accountId": ALICE_ID},
        status=201,
        body=_whole_group(b"board", BOARD_ID.encode(), 1),
        adds=("group board: alice",),
        removes=("group board: nobody",),
    ),
    _admin(
        "people: add and remove members",
        "remove",
        method="DELETE",
        path=f"{API}/group/user?groupId={STAFF_ID}&accountId={ALICE_ID}",
        status=200,
        content_type=None,
        body=b"",
        adds=("group staff: nobody",),
        removes=("group staff: alice",),
    ),
    *(
        _admin(
            "people: members that cannot be added or removed",
            f"{method}, {what}",
            method=method,
            path=f"{API}/group/user?{asked}",
            sent=sent,
            status=status,
            body=body,
        )
        for method, what, asked, sent, status, body in (
            ("POST", "no group", "", {"accountId": ALICE_ID}, 400, _told(ONE_GROUP)),
            ("POST", "nobody", "groupname=board", {}, 400, _told(NO_ACCOUNT)),
            (
                "POST",
                "an unknown group",
                "groupname=x",
                {"accountId": "x"},
                404,
                _told(b"The group 'x' does not exist."),
            ),
            ("POST", "an unknown user", "groupname=board", {"accountId": "x"}, 404, _told(NO_USER)),
            ("POST", "by name", "groupname=board", {"name": "alice"}, 400, NOT_BY_ACCOUNT),
            (
                "POST",
                "a member",
                "groupname=staff",
                {"accountId": ALICE_ID},
                400,
                _told(b"Cannot add user. 'alice' is already a member of 'staff'."),
            ),
            ("DELETE", "no group", f"accountId={ALICE_ID}", None, 400, _told(ONE_GROUP)),
            ("DELETE", "nobody", "groupname=board", None, 400, _told(NO_ACCOUNT)),
            ("DELETE", "an unknown user", "groupname=board&accountId=x", None, 404, _told(NO_USER)),
            (
                "DELETE",
                "no member",
                f"groupname=board&accountId={ALICE_ID}",
                None,
                400,
                _told(b"Cannot remove user 'alice' from group 'board' since user is not a member of 'board'."),
            ),
        )
    ),
    *(
        Case(
            "people: changes without Administer Jira",
            f"{method} {path}",
            method=method,
            path=f"{API}/{path}",
            sent=sent,
            status=403,
            body=_told(NO_ADMIN),
        )
        for method, path, sent in (
            ("POST", "user", NEW_USER),
            ("DELETE", f"user?accountId={ALICE_ID}", None),
            ("POST", "group", {"name": "x"}),
            ("DELETE", "group?groupname=staff", None),
            ("POST", "group/user?groupname=board", {"accountId": ALICE_ID}),
            ("DELETE", f"group/user?groupname=staff&accountId={ALICE_ID}", None),
        )
    ),
)


def _sorted(jira: FakeJira) -> None:
    for key, value in (("sort", "up"), ("user.default.share.private", "false"), ("jira.user.locale", "de_DE")):
        reply = jira.client().put(f"{API}/mypreferences?key={key}", data=value, auth=jira.user("alice").auth)
        assert reply.status_code == 204


MINE = f"preference of {ALICE_ID}"
PREFERENCES = (
    *(
        _read("preferences: read", what, seed=seed, path=f"{API}/mypreferences?key={key}", body=body)
        for what, seed, key, body in (
            ("set", _sorted, "sort", b'"up"'),
            ("with a default", seeds.linked, "user.default.share.private", b'"true"'),
            ("set instead of a default", _sorted, "user.default.share.private", b'"false"'),
        )
    ),
    *(
        Case(
            "preferences: set",
            what,
            seed=seed,
            method="PUT",
            path=f"{API}/mypreferences?key={key}",
            sent=sent,
            sent_headers={"Content-Type": kind},
            status=204,
            content_type=None,
            body=b"",
            adds=(f"{MINE}: {key} = {value}",),
            removes=removes,
        )
        for what, seed, key, kind, sent, value, removes in (
            ("as text", seeds.linked, "a", "text/plain", b"up", "up", ()),
            ("as long as it may be", seeds.linked, "b" * 255, "text/plain", b"x" * 255, "x" * 255, ()),
            ("as JSON", seeds.linked, "a", "application/json", b'"up"', "up", ()),
            ("as JSON that is no text", seeds.linked, "a", "application/json", b"false", "false", ()),
            ("again", _sorted, "sort", "text/plain", b"down", "down", (f"{MINE}: sort = up",)),
        )
    ),
    Case(
        "preferences: delete",
        seed=_sorted,
        method="DELETE",
        path=f"{API}/mypreferences?key=sort",
        status=204,
        content_type=None,
        body=b"",
        removes=(f"{MINE}: sort = up",),
    ),
    *(
        Case(
            "preferences: that cannot be",
            f"{method}, {what}",
            method=method,
            path=f"{API}/mypreferences{asked}",
            sent=sent,
            status=404,
            body=_told(words),
        )
        for method, what, asked, sent, words in (
            ("GET", "unknown", "?key=x", None, b"The user preference 'x' does not exist."),
            ("GET", "without a key", "", None, b"The user preference '' does not exist."),
            (
                "DELETE",
                "with a default alone",
                "?key=user.default.share.private",
                None,
                b"The user preference 'user.default.share.private' does not exist.",
            ),
            ("PUT", "without a key", "", b"x", b"The key of a user preference must have 1 to 255 characters."),
            (
                "PUT",
                "without a value",
                "?key=x",
                b" ",
                b"The value of a user preference must have 1 to 255 characters.",
            ),
            (
                "PUT",
                "too long",
                "?key=x",
                b"x" * 256,
                b"The value of a user preference must have 1 to 255 characters.",
            ),
        )
    ),
    *(
        Case(
            "preferences: that cannot be",
            f"{method} {path}, anonymous",
            answers=DOCUMENTED,
            method=method,
            path=f"{API}/{path}",
            sent=sent,
            **_UNAUTHENTICATED,
        )
        for method, path, sent in (
            ("GET", "mypreferences?key=x", None),
            ("PUT", "mypreferences?key=x", b"x"),
            ("DELETE", "mypreferences?key=x", None),
            ("PUT", "mypreferences/locale", {"locale": "de_DE"}),
        )
    ),
    _read("preferences: locale", "of the site", path=f"{API}/mypreferences/locale", body=b'{"locale":"en_US"}'),
    _read(
        "preferences: locale", "one's own", seed=_sorted, path=f"{API}/mypreferences/locale", body=b'{"locale":"de_DE"}'
    ),
    _read(
        "preferences: locale",
        "of nobody",
        answers=(*DOCUMENTED, *OBSERVED),
        caller=None,
        path=f"{API}/mypreferences/locale",
        body=b'{"locale":"en_US"}',
    ),
    _read(
        "preferences: locale",
        "beside who one is",
        seed=_sorted,
        path=f"{API}/myself",
        body=myself(ALICE).replace(b"en_US", b"de_DE"),
    ),
    Case(
        "preferences: locale",
        "set",
        method="PUT",
        path=f"{API}/mypreferences/locale",
        sent={"locale": "fr_FR"},
        status=204,
        content_type=None,
        body=b"",
        adds=(f"{MINE}: jira.user.locale = fr_FR",),
    ),
    *(
        Case(
            "preferences: that cannot be",
            f"locale {sent}",
            method="PUT",
            path=f"{API}/mypreferences/locale",
            sent=sent,
            status=400,
            body=body,
        )
        for sent, body in (
            ({"locale": "xx_XX"}, _told(b"The locale 'xx_XX' is not supported.")),
            ({}, _told(b"The locale '' is not supported.")),
            ({"locale": 1}, INVALID_PAYLOAD),
        )
    ),
)
CASES = (*SEARCHES, *PICKERS, *HIDDEN_EMAILS, *USERS, *GROUPS, *PREFERENCES)
