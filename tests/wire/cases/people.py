"""Users and groups: who the caller is, who there is, and who may look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, PROBLEM, Case
from tests.wire.literals import ADMIN, ALICE, CHALLENGE, NOT_BY_ACCOUNT, STAFF, UNAUTHENTICATED, in_version_2

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ADMIN_ID = "712020:00000000-0000-4000-8000-000000010000"
ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
STAFF_ID = "00000000-0000-4000-9000-000000010000"
NO_USER = b'{"errorMessages":["Specified user does not exist or you do not have required permissions"],"errors":{}}'
NO_BROWSING = (
    b'{"errorMessages":["You are not authorized to perform this action. Browse users and groups is required."],'
    b'"errors":{}}'
)
GROUPS = b'{"size":1,"items":[%b]}' % STAFF
NO_APPLICATIONS = b'{"size":0,"items":[]}'


def as_user(user: bytes, groups: bytes = b"", more: bytes = b"") -> bytes:
    """Return a user as one alone is read: alice with one group, which is not shown unless it is given."""
    count = 1 if b'"alice"' in user else 0
    return b'%b%b,"groups":%b,"applicationRoles":%b,"expand":"groups,applicationRoles"}' % (
        user.removesuffix(b"}"),
        more,
        groups or b'{"size":%d,"items":[]}' % count,
        NO_APPLICATIONS,
    )


def myself(user: bytes, groups: bytes = b"") -> bytes:
    """Return a user as they see themselves."""
    return as_user(user, groups, b',"locale":"en_US"')


def _no_parameter(name: bytes) -> bytes:
    return (
        b"""{"errorMessages":["The query parameter '%b' is not supported in GDPR strict mode."],"errors":{}}""" % name
    )


def _no_browsing(jira: FakeJira) -> None:
    jira.allow_only("USER_PICKER", jira.default_user)


def _nothing_to_browse(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS")


def _full_name(jira: FakeJira) -> None:
    jira.add_user("Bob van Dyke", email="builder@example.com")


def _another_in_staff(jira: FakeJira) -> None:
    jira.add_user("Bob", groups=["staff"])


def _markup(jira: FakeJira) -> None:
    jira.add_group("R&D <b>")


def _members(start: int, most: int, *users: bytes, more: bytes = b'"isLast":true') -> bytes:
    path = b"{base}/rest/api/3/group/member?groupname=staff"
    return (
        b'{"self":"%b&maxResults=%d&startAt=%d",%b"maxResults":%d,"startAt":%d,"total":2,"isLast":%b,"values":[%b]}'
    ) % (
        path,
        most,
        start,
        b"" if more else b'"nextPage":"%b&maxResults=%d&startAt=%d",' % (path, most, start + most),
        most,
        start,
        b"true" if more else b"false",
        b",".join(users),
    )


def _picked(*groups: tuple[bytes, bytes, bytes], total: int | None = None) -> bytes:
    count = len(groups) if total is None else total
    items = (b'{"name":"%b","html":"%b","labels":[],"groupId":"%b"}' % one for one in groups)
    return b'{"header":"Showing %d of %d matching groups","total":%d,"groups":[%b]}' % (
        len(groups),
        count,
        count,
        b",".join(items),
    )


def _group(shown: bytes) -> bytes:
    users = b'{"size":1,"items":[%b],"max-results":50,"start-index":0,"end-index":0}' % shown
    return b'%b,"users":%b,"expand":"users"}' % (STAFF.removesuffix(b"}"), users)


BOB = (
    ALICE.replace(b"010001", b"010002")
    .replace(b"alice@example.com", b"builder@example.com")
    .replace(b'"alice"', b'"Bob van Dyke"')
)
BOB_IN_STAFF = (
    ALICE.replace(b"010001", b"010002").replace(b"alice@example.com", b"bob@example.com").replace(b'"alice"', b'"Bob"')
)
STAFF_PICKED = (b"staff", b"staff", b"00000000-0000-4000-9000-000000010000")
BOARD_PICKED = (b"board", b"board", b"00000000-0000-4000-9000-000000010001")

_read = partial(Case, status=200)
_me = partial(_read, "people: myself", path="/rest/api/3/myself")
_user = partial(_read, "people: user", path=f"/rest/api/3/user?accountId={ALICE_ID}", body=as_user(ALICE))
_search = partial(_read, "people: search for users")
_all = partial(_read, "people: all users", path="/rest/api/3/users/search", body=b"[%b,%b]" % (ADMIN, ALICE))
_groups_of = partial(
    _read, "people: groups of a user", path=f"/rest/api/3/user/groups?accountId={ALICE_ID}", body=b"[%b]" % STAFF
)
_one_group = partial(_read, "people: group", path="/rest/api/3/group?groupname=staff", body=_group(b""))
_member = partial(_read, "people: members of a group", path="/rest/api/3/group/member?groupname=staff")
_pick = partial(_read, "people: search for groups")
_unauthenticated = {
    "caller": None,
    "status": 401,
    "content_type": PAGE,
    "headers": {"WWW-Authenticate": CHALLENGE},
    "body": UNAUTHENTICATED,
}
_not_allowed = {"seed": _no_browsing, "status": 403, "body": NO_BROWSING}

CASES = (
    _me("alice", body=myself(ALICE)),
    _me("default user", caller="admin", body=myself(ADMIN)),
    _me("version 2", path="/rest/api/2/myself", body=in_version_2(myself(ALICE))),
    _me("with groups", path="/rest/api/3/myself?expand=groups", body=myself(ALICE, GROUPS)),
    _me(
        "with all that it expands",
        path="/rest/api/3/myself?expand=applicationRoles,groups",
        body=myself(ALICE, GROUPS),
    ),
    _me("anonymous", **_unauthenticated),
    _user("of another", caller="admin"),
    _user("default user", path=f"/rest/api/3/user?accountId={ADMIN_ID}", body=as_user(ADMIN)),
    _user("version 2", path=f"/rest/api/2/user?accountId={ALICE_ID}", body=in_version_2(as_user(ALICE))),
    _user(
        "with groups",
        path=f"/rest/api/3/user?accountId={ALICE_ID}&expand=groups",
        body=as_user(ALICE, GROUPS),
    ),
    _user("unknown", path="/rest/api/3/user?accountId=1", status=404, body=NO_USER),
    _user("by a caller who may not browse users", **_not_allowed),
    _user("anonymous", **_unauthenticated),
    _search("by the beginning of a name", path="/rest/api/3/user/search?query=AL", body=b"[%b]" % ALICE),
    _search("by a word of a name", seed=_full_name, path="/rest/api/3/user/search?query=van%20d", body=b"[%b]" % BOB),
    _search("by an email", seed=_full_name, path="/rest/api/3/user/search?query=builder%40", body=b"[%b]" % BOB),
    _search("by the middle of a name", path="/rest/api/3/user/search?query=lice", body=b"[]"),
    _search("by an account", path=f"/rest/api/3/user/search?accountId={ALICE_ID}", body=b"[%b]" % ALICE),
    _search("by an unknown account", path="/rest/api/3/user/search?accountId=1", body=b"[]"),
    _search(
        "a part, version 2",
        path="/rest/api/2/user/search?query=&startAt=1&maxResults=1",
        body=in_version_2(b"[%b]" % ALICE),
    ),
    _search(
        "by a caller who may not browse users", seed=_no_browsing, path="/rest/api/3/user/search?query=al", body=b"[]"
    ),
    _search("anonymous", caller=None, path="/rest/api/3/user/search?query=al", body=b"[]"),
    _search(
        "by nothing",
        path="/rest/api/3/user/search",
        status=400,
        body=b'{"errorMessages":["The username or property query parameter must be provided"],"errors":{}}',
    ),
    _search(
        "by a name of old", path="/rest/api/3/user/search?username=alice", status=400, body=_no_parameter(b"username")
    ),
    _search(
        "by a name of old, too",
        path="/rest/api/2/user/search?query=alice&username=alice",
        status=400,
        body=_no_parameter(b"username"),
    ),
    *(
        _read(
            "people: by a name of old",
            f"{path}, {name}",
            path=f"/rest/api/3/{path}?{name}=alice",
            status=400,
            body=NOT_BY_ACCOUNT,
        )
        for path in ("user", "user/groups")
        for name in ("username", "key")
    ),
    _read(
        "people: by a name of old",
        "user, beside the account",
        path=f"/rest/api/2/user?accountId={ALICE_ID}&username=alice",
        status=400,
        body=NOT_BY_ACCOUNT,
    ),
    _read(
        "people: by a name of old",
        "groups/picker",
        path="/rest/api/3/groups/picker?userName=alice",
        status=400,
        body=_no_parameter(b"userName"),
    ),
    _search(
        "by both",
        path=f"/rest/api/3/user/search?query=al&accountId={ALICE_ID}",
        status=400,
        body=b"""{"errorMessages":["The query parameters 'query' and 'accountId' are mutually exclusive."],"""
        b'"errors":{}}',
    ),
    _search(
        "by a property",
        path="/rest/api/3/user/search?property=thepropertykey.something%3D1",
        status=501,
        body=b'{"errorMessages":["jira_linkfake does not serve property of GET user/search (findUsers)."],"errors":{}}',
    ),
    _all(
        "with more than the reference says",
        path="/rest/api/3/users/search?expand=groups",
        status=501,
        body=b'{"errorMessages":["jira_linkfake does not serve expand of GET users/search (getAllUsers)."],'
        b'"errors":{}}',
    ),
    _all("version 3"),
    _all("a part, version 2", path="/rest/api/2/users/search?startAt=1", body=in_version_2(b"[%b]" % ALICE)),
    _all(
        "a part that is no number",
        path="/rest/api/3/users/search?startAt=x",
        status=400,
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Bad Request","status":400,'
        b'"detail":"Failed to convert \'startAt\' with value: \'x\'","instance":"/rest/api/3/users/search"}',
    ),
    _all("by a caller who may not browse users", **_not_allowed),
    _all("anonymous, documented", answers=DOCUMENTED, **_unauthenticated),
    _all("anonymous, observed", answers=OBSERVED, caller=None, status=403, body=NO_BROWSING),
    _groups_of("in one"),
    _groups_of("in none", path=f"/rest/api/3/user/groups?accountId={ADMIN_ID}", body=b"[]"),
    _groups_of("unknown", path="/rest/api/3/user/groups?accountId=1", status=404, body=NO_USER),
    _groups_of("by a caller who may not browse users", **_not_allowed),
    _one_group("by name"),
    _one_group("by id", path=f"/rest/api/3/group?groupId={STAFF_ID}"),
    _one_group("with users", path="/rest/api/3/group?groupname=staff&expand=users", body=_group(ALICE)),
    _one_group(
        "with users as clients page through them",
        path="/rest/api/3/group?groupname=staff&expand=users%5B0:49%5D",
        body=_group(ALICE),
    ),
    _one_group(
        "unknown",
        path="/rest/api/3/group?groupname=Staff",
        status=404,
        body=b"""{"errorMessages":["The group 'Staff' does not exist."],"errors":{}}""",
    ),
    _one_group(
        "neither by name nor by id",
        path="/rest/api/3/group",
        status=400,
        body=b"""{"errorMessages":["Either the group's name or its ID must be provided."],"errors":{}}""",
    ),
    _one_group("by a caller who may not browse users", **_not_allowed),
    _one_group(
        "by an administrator who may not browse users", caller="admin", seed=lambda jira: jira.deny("USER_PICKER")
    ),
    _member("all", seed=_another_in_staff, body=_members(0, 50, BOB_IN_STAFF, ALICE)),
    _member(
        "a part",
        seed=_another_in_staff,
        path="/rest/api/3/group/member?groupname=staff&maxResults=1",
        body=_members(0, 1, BOB_IN_STAFF, more=b""),
    ),
    _member(
        "the last part",
        seed=_another_in_staff,
        path="/rest/api/3/group/member?groupname=staff&maxResults=1&startAt=1",
        body=_members(1, 1, ALICE),
    ),
    _member(
        "unknown",
        path="/rest/api/3/group/member?groupId=1",
        status=404,
        body=b"""{"errorMessages":["The group '1' does not exist."],"errors":{}}""",
    ),
    _member(
        "neither by name nor by id",
        path="/rest/api/3/group/member",
        status=400,
        body=b"""{"errorMessages":["Either the group's name or its ID must be provided."],"errors":{}}""",
    ),
    _member("by a caller who may not browse users", **_not_allowed),
    _pick("every one", path="/rest/api/3/groups/picker", body=_picked(BOARD_PICKED, STAFF_PICKED)),
    _pick(
        "by a part of the name",
        path="/rest/api/2/groups/picker?query=oa",
        body=_picked((b"board", b"b<b>oa</b>rd", BOARD_PICKED[2])),
    ),
    _pick("in another case", path="/rest/api/3/groups/picker?query=OA", body=_picked()),
    _pick(
        "in any case",
        path="/rest/api/3/groups/picker?query=OA&caseInsensitive=true",
        body=_picked((b"board", b"b<b>oa</b>rd", BOARD_PICKED[2])),
    ),
    _pick(
        "but not some",
        path=f"/rest/api/3/groups/picker?exclude=board&excludeId={STAFF_ID}",
        body=_picked(),
    ),
    _pick("a part", path="/rest/api/3/groups/picker?maxResults=1", body=_picked(BOARD_PICKED, total=2)),
    _pick(
        "name with markup",
        seed=_markup,
        path="/rest/api/3/groups/picker?query=%26D",
        body=_picked((b"R&D <b>", b"R<b>&amp;D</b> &lt;b&gt;", b"00000000-0000-4000-9000-000000010002")),
    ),
    _pick(
        "by a caller who may not browse users",
        seed=_no_browsing,
        path="/rest/api/3/groups/picker?query=oa",
        body=_picked(),
    ),
    _pick(
        "by a caller who may not browse users, by the whole name",
        seed=_no_browsing,
        path="/rest/api/3/groups/picker?query=board",
        body=_picked((b"board", b"<b>board</b>", BOARD_PICKED[2])),
    ),
    _pick(
        "by a caller who may browse nothing", seed=_nothing_to_browse, path="/rest/api/3/groups/picker", body=_picked()
    ),
    _pick("anonymous", caller=None, path="/rest/api/3/groups/picker", body=_picked()),
)
