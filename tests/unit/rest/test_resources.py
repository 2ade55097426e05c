"""What is read of a site: Jira's JSON, as literal data."""

import pytest

from jira_linkfake import ANYONE

API = "http://localhost/rest/api/3"
STATUS = {
    "self": f"{API}/status/10000",
    "description": "",
    "iconUrl": "http://localhost/images/icons/statuses/generic.png",
    "name": "To Do",
    "id": "10000",
    "statusCategory": {
        "self": f"{API}/statuscategory/2",
        "id": 2,
        "key": "new",
        "colorName": "blue-gray",
        "name": "To Do",
    },
}
PRIORITY = {
    "self": f"{API}/priority/3",
    "iconUrl": "http://localhost/images/icons/priorities/medium.svg",
    "name": "Medium",
    "id": "3",
}
TASK = {
    "self": f"{API}/issuetype/10002",
    "id": "10002",
    "description": "",
    "iconUrl": "http://localhost/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318?size=medium",
    "name": "Task",
    "subtask": False,
    "avatarId": 10318,
    "hierarchyLevel": 0,
}
BLOCKS = {
    "id": "10000",
    "name": "Blocks",
    "inward": "is blocked by",
    "outward": "blocks",
    "self": f"{API}/issueLinkType/10000",
}
PROJECT = {
    "self": f"{API}/project/10000",
    "id": "10000",
    "key": "APP",
    "name": "APP",
    "projectTypeKey": "software",
    "simplified": False,
}


def _linked(key, number):
    """Return an issue as it stands in a link, in the order in which Jira writes it."""
    return {
        "id": str(number),
        "key": key,
        "self": f"{API}/issue/{number}",
        "fields": {"summary": f"Summary of {key}", "status": STATUS, "priority": PRIORITY, "issuetype": TASK},
    }


def _user(name, number):
    account_id = f"712020:00000000-0000-4000-8000-0000000{number}"
    return {
        "self": f"{API}/user?accountId={account_id}",
        "accountId": account_id,
        "accountType": "atlassian",
        "emailAddress": f"{name}@example.com",
        "displayName": name,
        "active": True,
        "timeZone": "Etc/UTC",
    }


ADMIN = _user("admin", 10000)


@pytest.fixture
def linked(jira):
    """A site on which "APP-1 blocks LIB-1"."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    return jira


def test_link_is_read_with_both_its_ends(linked, get):
    """A link read by its id shows the source as `inwardIssue` and the destination as `outwardIssue`."""
    link = get("issueLink/10000")
    assert link == {
        "id": "10000",
        "self": f"{API}/issueLink/10000",
        "type": BLOCKS,
        "inwardIssue": _linked("APP-1", 10000),
        "outwardIssue": _linked("LIB-1", 10002),
    }
    assert list(link) == ["id", "self", "type", "inwardIssue", "outwardIssue"]
    assert list(link["inwardIssue"]["fields"]) == ["summary", "status", "priority", "issuetype"]


@pytest.mark.parametrize(
    ("key", "side", "other"),
    [("APP-1", "outwardIssue", _linked("LIB-1", 10002)), ("LIB-1", "inwardIssue", _linked("APP-1", 10000))],
)
def test_issue_shows_only_the_other_end(linked, get, key, side, other):
    """In an issue a link has exactly one end, the other one, under its side, and the id that it has on both."""
    assert get(f"issue/{key}?fields=issuelinks")["fields"] == {
        "issuelinks": [{"id": "10000", "self": f"{API}/issueLink/10000", "type": BLOCKS, side: other}]
    }


def test_addresses_can_be_followed(linked, jira, get):
    """Every `self` around a link leads to the thing that has it."""

    def addresses(thing):
        if isinstance(thing, dict):
            for value in thing.values():
                yield from addresses(value)
            if "self" in thing:
                yield thing
        elif isinstance(thing, list):
            for one in thing:
                yield from addresses(one)

    level = jira.add_security_level("Internal", project="APP", members=[ANYONE])
    jira.add_issue("APP-9", security_level=level)
    things = [*addresses(get("issue/APP-1")), *addresses(get("issue/APP-9")), *addresses(get("issueLink/10000"))]
    kinds = set()
    for thing in things:
        path = thing["self"].removeprefix(f"{API}/")
        kinds.add(path.partition("/")[0])
        found = get(path)
        assert {name: found[name] for name in found.keys() & {"id", "key", "name"}} == {
            name: thing[name] for name in found.keys() & {"id", "key", "name"}
        }
    assert kinds == {
        "issue",
        "issueLink",
        "issueLinkType",
        "issuetype",
        "priority",
        "project",
        "securitylevel",
        "status",
        "statuscategory",
        f"user?accountId={ADMIN['accountId']}",
    }


def test_issue_has_the_fields_that_it_was_seeded_with(jira, get):
    """An issue has its parent and subtasks, as far as the caller sees them, people, labels, text and custom fields."""
    alice = jira.add_user("alice")
    jira.add_issue(
        "APP-9",
        parent="APP-1",
        type="Sub-task",
        description="Two\nlines",
        labels=["red", "blue"],
        assignee=alice,
        reporter=None,
        fields={"customfield_10010": {"value": 3}},
    )
    jira.add_issue("APP-10", parent="APP-1", type="Sub-task", visible_to=[])
    jira.add_issue("APP-11", parent="APP-1")
    jira.add_issue("APP-12", parent="APP-10", type="Sub-task")

    fields = get("issue/APP-9")["fields"]
    assert (fields["parent"]["key"], fields["labels"]) == ("APP-1", ["red", "blue"])
    assert (fields["assignee"], fields["reporter"]) == (_user("alice", 10001), None)
    assert fields["customfield_10010"] == {"value": 3}
    assert [one["key"] for one in get("issue/APP-1?fields=subtasks")["fields"]["subtasks"]] == ["APP-9"]
    assert get("issue/APP-12?fields=parent")["fields"] == {}
    assert [one["content"][0]["text"] for one in fields["description"]["content"]] == ["Two", "lines"]


def test_issue_has_its_fields(jira, get):
    """An issue has its own fields, times in Jira's form, and no links or comments unless there are some."""
    assert get("issue/APP-1") == {
        "expand": "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
        "id": "10000",
        "self": f"{API}/issue/10000",
        "key": "APP-1",
        "fields": {
            "summary": "Summary of APP-1",
            "issuetype": TASK,
            "project": PROJECT,
            "status": STATUS,
            "priority": PRIORITY,
            "labels": [],
            "assignee": None,
            "reporter": ADMIN,
            "creator": ADMIN,
            "security": None,
            "description": None,
            "created": "2026-01-01T00:00:01.000+0000",
            "updated": "2026-01-01T00:00:01.000+0000",
            "subtasks": [],
            "issuelinks": [],
            "comment": {
                "comments": [],
                "self": f"{API}/issue/10000/comment",
                "maxResults": 0,
                "total": 0,
                "startAt": 0,
            },
        },
    }


def test_issue_without_a_priority(jira, get):
    """An issue without a priority has none, and leaves it out where it stands in a link."""
    jira.add_issue("APP-9", priority=None)
    jira.add_link("APP-1", "blocks", "APP-9")
    assert get("issue/APP-9")["fields"]["priority"] is None
    assert list(get("issueLink/10000")["outwardIssue"]["fields"]) == ["summary", "status", "issuetype"]


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("fields=summary,created", {"summary", "created"}),
        ("fields=summary&fields=%20created", {"summary", "created"}),
        ("fields=summary,nonsense", {"summary"}),
        ("fields=nonsense", set()),
        ("fields=-summary", "all but summary"),
        ("fields=*all,-summary", "all but summary"),
        ("fields=*navigable", "all but comment"),
        ("fields=*navigable,comment", "all"),
        ("fields=", "all"),
        ("fields=summary,-summary", set()),
    ],
)
def test_fields_that_are_asked_for(get, query, fields):
    """`fields` names fields, all of them, or some to leave out; what Jira does not know is let pass."""
    everything = get("issue/APP-1")["fields"].keys()
    expected = {
        "all": everything,
        "all but summary": everything - {"summary"},
        "all but comment": everything - {"comment"},
    }.get(str(fields), fields)
    assert get(f"issue/APP-1?{query}")["fields"].keys() == expected


def test_linking_off_leaves_the_links_out(linked, get):
    """While issue linking is switched off issues come without the field, also where it is asked for."""
    linked.linking_enabled = False
    assert "issuelinks" not in get("issue/APP-1")["fields"]
    assert get("issue/APP-1?fields=issuelinks,summary")["fields"] == {"summary": "Summary of APP-1"}


@pytest.mark.parametrize("expand", ["versionedRepresentations", "versionedRepresentations,names"])
def test_expand_that_is_not_served(jira, ask, expand):
    """What `expand` asks of Jira and is not served is a 501, but a hidden issue stays a 404."""
    reply = ask("GET", f"issue/APP-1?expand={expand}")
    asked = expand.partition(",")[0]
    assert reply.status_code == 501
    assert jira.exchanges[-1].reason == f"jira_linkfake does not serve expand={asked} of GET issue (getIssue)"
    assert ask("GET", f"issue/NOPE-1?expand={expand}").status_code == 404


def test_expand_that_jira_does_not_know(get):
    """What Jira does not know in `expand` is let pass."""
    assert get("issue/APP-1?expand=nonsense") == get("issue/APP-1")


def _comment(ask, text, version="2", auth=None, **visibility):
    """Comment on APP-1, by a link that is there from the second time on."""
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
    comment = {"body": text, "visibility": visibility or None}
    more = {} if auth is None else {"auth": auth}
    assert ask("POST", "issueLink", version=version, json={**body, "comment": comment}, **more).status_code == 201


def test_comment_is_read(jira, ask, get):
    """A comment has its author, its body as a document in version 3, its times and to whom it is restricted."""
    alice = jira.add_user("alice")
    group = jira.add_group("devs", [alice])
    _comment(ask, "Said", auth=alice.auth, type="group", value="devs")
    assert get("issue/APP-1/comment/10000", auth=alice.auth) == {
        "self": f"{API}/issue/10000/comment/10000",
        "id": "10000",
        "author": _user("alice", "10001"),
        "updateAuthor": _user("alice", "10001"),
        "body": {
            "version": 1,
            "type": "doc",
            "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Said"}]}],
        },
        "created": "2026-01-01T00:00:05.000+0000",
        "updated": "2026-01-01T00:00:05.000+0000",
        "visibility": {"type": "group", "value": "devs", "identifier": group.id},
        "jsdPublic": True,
    }


def test_comment_is_read_in_both_versions(ask, get):
    """A comment that was sent as a document comes back as it was sent in version 3, and as its text in version 2."""
    document = {"version": 1, "type": "doc", "content": [{"type": "rule", "attrs": {"kept": True}}]}
    _comment(ask, document, version="3")
    assert get("issue/APP-1/comment/10000")["body"] == document
    assert get("issue/APP-1/comment/10000", version="2")["body"] == "[rule]"


def test_comment_of_the_anonymous_caller(jira, ask, get):
    """A comment that was made without credentials has no author."""
    for permission in ("BROWSE_PROJECTS", "LINK_ISSUES", "ADD_COMMENTS"):
        jira.allow_only(permission, ANYONE)
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
    ask("POST", "issueLink", version="2", json={**body, "comment": {"body": "Said"}}, auth=None)
    assert "author" not in get("issue/APP-1/comment/10000")


@pytest.mark.parametrize(
    ("query", "page", "bodies"),
    [
        ("", (0, 5000, 3), ["One", "Two", "Three"]),
        ("?startAt=1", (1, 5000, 3), ["Two", "Three"]),
        ("?maxResults=2", (0, 2, 3), ["One", "Two"]),
        ("?startAt=1&maxResults=1", (1, 1, 3), ["Two"]),
        ("?startAt=9", (9, 5000, 3), []),
        ("?startAt=-1&maxResults=-1", (0, 0, 3), []),
    ],
)
def test_comments_come_in_pages(ask, get, query, page, bodies):
    """The comments of an issue come oldest first, from `startAt` and no more than `maxResults`."""
    for text in ("One", "Two", "Three"):
        _comment(ask, text)
    found = get(f"issue/APP-1/comment{query}", version="2")
    assert (found["startAt"], found["maxResults"], found["total"]) == page
    assert [comment["body"] for comment in found["comments"]] == bodies


@pytest.mark.parametrize("name", ["startAt", "maxResults"])
@pytest.mark.parametrize("value", ["x", "", "1.5"])
def test_page_that_is_no_number(ask, name, value):
    """A number of the query that is none is a 400, as a public Cloud site was recorded to answer."""
    reply = ask("GET", f"issue/APP-1/comment?{name}={value}")
    assert reply.status_code == 400
    assert reply.json["detail"] == f"Failed to convert '{name}' with value: '{value}'"


def test_comments_stand_in_their_issue(jira, ask, get):
    """The field `comment` of an issue has those comments that the caller may read."""
    alice = jira.add_user("alice")
    jira.add_group("devs", [alice])
    _comment(ask, "To all")
    _comment(ask, "To some", auth=alice.auth, type="group", value="devs")
    page = get("issue/APP-1?fields=comment", version="2")["fields"]["comment"]
    assert (page["total"], page["maxResults"], [one["body"] for one in page["comments"]]) == (1, 1, ["To all"])
    assert ask("GET", "issue/APP-1/comment/10001").status_code == 404
    assert get("issue/APP-1/comment", auth=alice.auth)["total"] == 2


def test_link_types_are_made_changed_and_removed(ask, get):
    """The types of links are listed, made, changed and removed by an administrator, each shown as in the list."""
    names = [one["name"] for one in get("issueLinkType")["issueLinkTypes"]]
    assert names == ["Blocks", "Cloners", "Duplicate", "Relates"]
    assert get("issueLinkType")["issueLinkTypes"][0] == get("issueLinkType/10000") == BLOCKS
    made = ask("POST", "issueLinkType", json={"name": "Tests", "inward": "is tested by", "outward": "tests"})
    assert (made.status_code, made.json["id"]) == (201, "10004")
    changed = ask("PUT", "issueLinkType/10004", json={"outward": "checks"})
    assert (changed.status_code, changed.json) == (200, {**made.json, "outward": "checks"})
    assert get("issueLinkType/10004") == changed.json
    removed = ask("DELETE", "issueLinkType/10004")
    assert (removed.status_code, removed.data) == (204, b"")
    assert ask("GET", "issueLinkType/10004").status_code == 404


@pytest.mark.parametrize(
    ("resource", "ids"),
    [
        ("issuetype", ["10000", "10001", "10002", "10003", "10004"]),
        ("priority", ["1", "2", "3", "4", "5"]),
        ("status", ["10000", "10001", "10002"]),
        ("statuscategory", [2, 4, 3]),
    ],
)
def test_lists_of_a_fresh_site(get, resource, ids):
    """The plain lists of a site have their things, each as it stands by itself."""
    things = get(resource)
    assert [one["id"] for one in things] == ids
    assert [get(f"{resource}/{one['id']}") for one in things] == things


@pytest.mark.parametrize(
    ("path", "same_as"),
    [
        ("status/In%20Progress", "status/10001"),
        ("statuscategory/done", "statuscategory/3"),
        ("project/LIB", "project/10001"),
    ],
)
def test_things_that_go_by_another_name(get, path, same_as):
    """A status goes by its name too, a category and a project by its key."""
    assert get(path) == get(same_as)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("issuetype/9", "The issue type '9' does not exist."),
        ("priority/x", "The priority 'x' does not exist."),
        ("status/Nope", "The status 'Nope' does not exist."),
        ("statuscategory/9", "The status category '9' does not exist."),
        ("securitylevel/9", "The security level '9' does not exist."),
        ("user?accountId=9", "Specified user does not exist or you do not have required permissions"),
        ("user", "Specified user does not exist or you do not have required permissions"),
        ("project/NOPE", "No project could be found with key 'NOPE'."),
    ],
)
def test_thing_that_is_not_there(ask, path, message):
    """What the site does not have is a 404, that names it but for users."""
    reply = ask("GET", path)
    assert (reply.status_code, reply.json) == (404, {"errorMessages": [message], "errors": {}})


def test_hidden_project_and_level_are_as_missing_ones(jira, ask, get):
    """A project that the caller may not browse, and a level he is not in, answer as if they were not there."""
    level = jira.add_security_level("Internal", project="LIB", members=[jira.default_user])
    assert get(f"securitylevel/{level.id}") == {
        "self": f"{API}/securitylevel/10000",
        "id": "10000",
        "description": "",
        "name": "Internal",
    }
    alice = jira.add_user("alice")
    jira.deny("BROWSE_PROJECTS", alice, project="LIB")
    for path in (f"securitylevel/{level.id}", "project/LIB"):
        assert ask("GET", path, auth=alice.auth).status_code == 404


def test_issue_shows_its_level(jira, get):
    """An issue that a security level protects shows the level to who may see the issue."""
    jira.add_issue("SEC-1", visible_to=[jira.default_user])
    assert get("issue/SEC-1?fields=security")["fields"]["security"]["name"] == "of SEC-1"


def test_server_info_is_open_to_everyone(get):
    """What kind of Jira this is is told to anyone, with the numbers that clients read from it."""
    found = get("serverInfo", auth=None)
    assert (found["baseUrl"], found["deploymentType"]) == ("http://localhost", "Cloud")
    assert found["versionNumbers"] == [1001, 0, 0]
    assert found["serverTime"] == "2026-01-01T00:00:03.000+0000"


def test_signed_in_user_is_told_who_he_is(jira, ask, get):
    """`myself` is the caller, who is also found by account; the anonymous caller is asked to sign in."""
    alice = jira.add_user("alice")
    expected = {**_user("alice", "10001"), "expand": "groups,applicationRoles"}
    assert get("myself", auth=alice.auth) == {**expected, "locale": "en_US"}
    assert get(f"user?accountId={alice.account_id}") == expected
    for path in ("myself", f"user?accountId={alice.account_id}"):
        assert ask("GET", path, auth=None).status_code == 401
