"""Properties: how a test seeds and sees them, what goes with what has them, and what JQL and webhooks make of them."""

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.errors import UsageError
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.properties.refusals import BulkMiscounted
from jira_linkfake.jira.properties.rules import IssueFilter, delete_where, set_by_issue, set_on_issues, set_where
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import search
from jira_linkfake.jira.search.parser import parse
from jira_linkfake.jira.search.refusals import FieldExpected, FieldMissing, OperatorUnsupported, SymbolMissing
from jira_linkfake.jira.tasks.model import TASK_STATUSES
from jira_linkfake.jira.tasks.rules import cancel_task

VALUE = {
    "state": "Open",
    "score": 2.5,
    "on": True,
    "seen": ["2026-01-02", "2026-03-01T12:00:00Z"],
    "notes": [{"text": "Not before the release"}, {"text": 7}],
    "odd": None,
}


@pytest.fixture
def indexed(seeded):
    """Two issues with a property of which everything is indexed, one with another, and one without."""
    seeded.add_property("APP-1", "release", VALUE)
    seeded.add_property("APP-2", "release", {"state": "Done", "score": "high", "seen": "never", "on": 1, "notes": 1})
    seeded.add_property("LIB-1", "other", VALUE)
    for path in ("state", "on", "odd"):
        seeded.add_indexed_property("release", path)
    seeded.add_indexed_property("release", "score", type="number")
    seeded.add_indexed_property("release", "seen", type="date")
    seeded.add_indexed_property("release", "notes.text", type="text")
    return seeded


@pytest.mark.parametrize(
    ("jql", "keys"),
    [
        ("{}.state = Open", ["APP-1"]),
        ("{}.state = open", []),
        ("{}.state in (Open, Done)", ["APP-2", "APP-1"]),
        ("{}.state != Open", ["APP-2"]),
        ("not {}.state = Open", ["APP-2"]),
        ("{}.state is EMPTY", ["LIB-1"]),
        ("{}.on = 'true'", ["APP-1"]),
        ("{}.on = 1", ["APP-2"]),
        ("{}.odd is not EMPTY", []),
        ("{}.score > 2", ["APP-1"]),
        ("{}.score = 2.5", ["APP-1"]),
        ("{}.score = high", []),
        ("{}.seen < 2026-02-01", ["APP-1"]),
        ('{}.seen = "2026-03-01 12:00"', ["APP-1"]),
        ("{}.seen < now()", []),
        ("{}.notes.text ~ release", ["APP-1"]),
        ("{}.notes.text !~ release", []),
        ('Issue.Property["release"].state = Open AND project = APP', ["APP-1"]),
        ("issue.property[other].state = Open", []),
        ("issue.property[other].state is EMPTY", []),
        ("issue.property[other] ~ Open", []),
        ("issue.property[other].state = Open OR key = APP-1", ["APP-1"]),
        ("issue.property[other].state != Open AND key = APP-1", []),
        ("(issue.property[other].state = Open OR project = APP) AND project = LIB", []),
        ("project = LIB AND (project = APP OR issue.property[other].state = Open)", []),
        ("project = LIB AND (project = APP OR issue.property[other] is not EMPTY)", []),
        ("NOT issue.property[other].state = Open OR key = APP-1", ["APP-1"]),
    ],
)
def test_indexed_properties_are_found(indexed, site, jql, keys):
    """JQL finds what is indexed by its type, of lists each element, and nothing that is not indexed."""
    assert [issue.key for issue in search(site, DEFAULT_USER, jql.replace("{}", "issue.property[release]"))] == keys


def test_times_in_properties_are_of_some_zone(seeded, site):
    """A time in a property counts where its offset says; without one it is UTC, as a day is that begins then."""
    for key, time in (
        ("APP-1", "2026-01-02T01:00:00+02:00"),
        ("APP-2", "2026-01-01T23:00:00"),
        ("LIB-1", "2026-01-02"),
    ):
        seeded.add_property(key, "release", {"at": time})
    seeded.add_indexed_property("release", "at", type="date")

    def found(jql):
        return [issue.key for issue in search(site, DEFAULT_USER, f"issue.property[release].at {jql}")]

    assert found('= "2026-01-01 23:00"') == ["APP-2", "APP-1"]
    assert found('= "2026-01-02"') == ["LIB-1"]
    assert found('<= "2026-01-01 22:59"') == []


def test_property_in_jql_is_written_as_it_is_read():
    """What names a property is written as JQL that says the same."""
    for jql in ('issue.property["a b"].c.d = 1', "issue.property[a] = 1"):
        query = parse(jql)
        assert parse(str(query)) == query
    assert str(parse('issue.property["a b"].c.d = 1')) == 'issue.property["a b"]".c.d" = 1'


@pytest.mark.parametrize(
    ("jql", "kind"),
    [
        ("issue.property[", FieldMissing),
        ("issue.property[=", FieldExpected),
        ("issue.property[release", SymbolMissing),
        ("issue.property[release].state > 1", OperatorUnsupported),
    ],
)
def test_mistakes_in_naming_a_property_are_told(indexed, site, jql, kind):
    """JQL that names a property halfway, or compares it as its type does not, is refused."""
    with pytest.raises(Refused) as caught:
        search(site, DEFAULT_USER, jql)
    assert isinstance(caught.value.refusals[0], kind)


@pytest.fixture
def jira():
    """A site with an issue, a comment on it, and a user."""
    jira = FakeJira()
    jira.add_issue("APP-1")
    jira.add_comment("APP-1", "Said")
    jira.add_user("alice")
    return jira


def test_each_kind_of_thing_has_its_own(jira):
    """Properties are seeded and seen by what has them, and a test that changes what it sees changes nothing."""
    task = next(one for one in jira.site.issue_types.values() if one.name == "Task")
    bearers = ["APP-1", jira.comments_of("APP-1")[0], jira.project("APP"), jira.user("alice"), task]
    for number, bearer in enumerate(bearers):
        jira.add_property(bearer, "k", [number])
    jira.properties_of("APP-1")["k"].append("more")
    assert [jira.properties_of(bearer) for bearer in bearers] == [{"k": [number]} for number in range(5)]
    assert jira.properties_of(jira.issue("APP-1")) == {"k": [0]}
    assert jira.properties_of(jira.default_user) == {}


@pytest.mark.parametrize(
    ("add", "told"),
    [
        (lambda jira: jira.add_property("APP-9", "k", 1), "there is no issue 'APP-9' on the site"),
        (lambda jira: jira.add_property("APP-1", "", 1), "a property has no key"),
        (lambda jira: jira.add_property("APP-1", "k" * 256, 1), "has 256 characters, of 255"),
        (lambda jira: jira.add_property("APP-1", "k", "x" * 32767), "has 32769 characters, of 32768"),
        (lambda jira: jira.add_property("APP-1", "k", {1, 2}), "the property 'k' is no JSON"),
        (
            lambda jira: jira.add_indexed_property("k", "a", type="user"),
            "no type of indexed properties 'user'",
        ),
        (
            lambda jira: [jira.add_indexed_property("k", "a") for _ in range(2)],
            "'a' of the property 'k' is indexed",
        ),
        (lambda jira: jira.add_task("Import", status="STOPPED"), "there is no status of tasks 'STOPPED'"),
        (lambda jira: jira.add_task("Import", submitted_by="bob"), "there is no user 'bob' on the site"),
        (lambda jira: jira.add_task("Import", result=print), "the result of 'Import' is no JSON"),
    ],
)
def test_mistakes_of_a_test_are_told(jira, add, told):
    """A verb says what is wrong with what it is given, and changes nothing."""
    with pytest.raises(UsageError, match=told):
        add(jira)
    assert (jira.properties_of("APP-1"), jira.site.tasks) == ({}, {})


def test_what_goes_takes_its_properties_along(jira):
    """Properties of issues, comments and projects go with them; those of others stay."""
    jira.add_property("APP-1", "k", 1)
    jira.add_property(jira.add_comment("APP-1", "More"), "k", 2)
    jira.add_property(jira.comments_of("APP-1")[0], "k", 3)
    jira.add_property(jira.project("APP"), "k", 4)
    jira.add_property(jira.user("alice"), "k", 5)
    jira.remove_comment("APP-1", "Said")
    assert sorted(one for of_it in jira.site.properties.all().values() for one in of_it.values()) == [1, 2, 4, 5]
    jira.remove_issue("APP-1")
    assert sorted(one for of_it in jira.site.properties.all().values() for one in of_it.values()) == [4, 5]
    assert jira.client().delete("/rest/api/3/project/APP?enableUndo=false", auth=jira.auth).status_code == 204
    assert [*jira.site.properties.all().values()] == [{"k": 5}]


def test_difference_tells_of_properties(jira):
    """What came of properties since a snapshot is told, and a site that is put back has those that it had."""
    jira.add_property("APP-1", "k", {"a": 1})
    before = jira.snapshot()
    jira.add_property("APP-1", "k", {"a": 2})
    jira.add_property(jira.project("APP"), "k", None)
    assert jira.difference(before) == [
        'made the property k of APP-1: {"a": 2}',
        "made the property k of the project 10000: null",
        'removed the property k of APP-1: {"a": 1}',
    ]
    jira.restore(before)
    assert (jira.properties_of("APP-1"), jira.properties_of(jira.project("APP"))) == ({"k": {"a": 1}}, {})


def test_webhooks_and_journal_tell_of_properties_of_issues(jira):
    """Setting and deleting one are told with the issue, and so is one that an app sets in the middle of a test."""
    client, address = jira.client(), "/rest/api/3/issue/APP-1/properties/k"
    assert client.put(address, json={"a": [1]}, auth=jira.auth).status_code == 201
    assert client.delete(address, auth=jira.auth).status_code == 204
    with jira.acting_as("alice"):
        jira.add_property("APP-1", "k", 2)
        jira.add_property(jira.project("APP"), "k", 2)
    told = [(webhook.event, webhook.payload["issue"]["key"], webhook.payload["property"]) for webhook in jira.webhooks]
    assert told == [
        ("issue_property_set", "APP-1", {"key": "k", "value": {"a": [1]}}),
        ("issue_property_deleted", "APP-1", {"key": "k", "value": {"a": [1]}}),
        ("issue_property_set", "APP-1", {"key": "k", "value": 2}),
    ]
    assert [exchange.changes for exchange in jira.exchanges] == [
        ('APP-1: property k \N{RIGHTWARDS ARROW} {"a": [1]}',),
        ("APP-1: no property k",),
    ]


def test_a_client_that_follows_finds_the_task(jira):
    """The address of a task leads to it, as the caller's own."""
    body = {"entitiesIds": [10000], "properties": {"k": 1}}
    alice = jira.user("alice").auth
    reply = jira.client().post("/rest/api/3/issue/properties", json=body, auth=alice, follow_redirects=True)
    assert (reply.status_code, reply.json["status"], reply.json["submittedBy"]) == (200, "COMPLETE", 10001)


def test_task_of_nobody_is_anybodys_without_an_account(jira):
    """What an anonymous caller has started has the number 0 for a user, and he may look at it."""
    jira.allow_only("BROWSE_PROJECTS", "alice")
    body = {"entitiesIds": [10000], "properties": {"k": 1}}
    reply = jira.client().post("/rest/api/3/issue/properties", json=body, follow_redirects=True)
    assert (reply.status_code, reply.json["submittedBy"]) == (200, 0)
    assert jira.properties_of("APP-1") == {}


PROPERTIES = {str(number): number for number in range(10)}


def test_as_many_at_once_as_jira_takes(jira):
    """Ten properties of 10,000 issues are set at once, or of 100 issues each its own, and not one more of either."""
    site = jira.site
    set_on_issues(site, DEFAULT_USER, [*map(str, range(10_000, 20_000))], PROPERTIES)
    assert jira.properties_of("APP-1") == PROPERTIES
    set_by_issue(site, DEFAULT_USER, dict.fromkeys(map(str, range(9950, 10050)), PROPERTIES))
    for refused in (
        lambda: set_on_issues(site, DEFAULT_USER, range(10_001), PROPERTIES),
        lambda: set_on_issues(site, DEFAULT_USER, ["10000"], {**PROPERTIES, "10": 10}),
        lambda: set_by_issue(site, DEFAULT_USER, dict.fromkeys(range(101), PROPERTIES)),
        lambda: set_by_issue(site, DEFAULT_USER, {"10000": {**PROPERTIES, "10": 10}}),
    ):
        with pytest.raises(Refused) as caught:
            refused()
        assert [type(one) for one in caught.value.refusals] == [BulkMiscounted]
    assert [one.description for one in site.tasks.values()] == ["Set properties of issues"] * 2


@pytest.mark.parametrize("status", TASK_STATUSES)
def test_only_what_is_under_way_is_cancelled(jira, status):
    """A task that waits or runs is asked to stop, and any other stays what it is."""
    task = jira.add_task("Import", status=status)
    if status in ("ENQUEUED", "RUNNING"):
        cancel_task(jira.site, DEFAULT_USER, str(task.id))
        assert str(jira.site.tasks[task.id]) == "Import (CANCEL_REQUESTED, 50 %)"
        return
    with pytest.raises(Refused):
        cancel_task(jira.site, DEFAULT_USER, str(task.id))
    assert jira.site.tasks[task.id] is task


def test_worklog_goes_with_its_properties():
    """A worklog that is deleted has no properties any more, and is none that a test could give some."""
    jira = FakeJira()
    jira.add_issue("APP-1")
    worklog = jira.add_worklog("APP-1", "1h")
    jira.add_property(worklog, "rank", 1)
    assert jira.properties_of(worklog) == {"rank": 1}
    path = f"/rest/api/3/issue/APP-1/worklog/{worklog.id}"
    assert jira.client().delete(path, auth=jira.auth).status_code == 204
    assert not jira.site.properties.all()
    with pytest.raises(UsageError, match="there is no worklog 10000 on the site"):
        jira.properties_of(worklog)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "issue/properties", {"entitiesIds": [10000], "properties": {"k": 1}}),
        ("POST", "issue/properties/multi", {"issues": [{"issueID": 10000, "properties": {"k": 1}}]}),
        ("PUT", "issue/properties/k", {"value": 1}),
        ("DELETE", "issue/properties/k", {}),
    ],
)
def test_task_is_that_of_who_started_it(jira, method, path, body):
    """Who starts a task may look at it, and another one who does not administer Jira may not."""
    jira.add_user("bob")
    jira.allow_only("ADMINISTER", "admin")

    def status(user, method, path, body=None):
        reply = jira.client().open(f"/rest/api/3/{path}", method=method, json=body, auth=jira.user(user).auth)
        return reply.status_code

    assert status("alice", method, path, body) == 303
    assert [status(user, "GET", "task/10000") for user in ("alice", "bob", "admin")] == [200, 403, 200]


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        ({}, ["APP-1", "APP-2", "LIB-1"]),
        ({"entityIds": [10000, 10002, 7]}, ["APP-1", "LIB-1"]),
        ({"hasProperty": True}, ["APP-1", "APP-2"]),
        ({"hasProperty": False}, ["LIB-1"]),
        ({"currentValue": {"a": 1, "b": [True]}}, ["APP-1"]),
        ({"currentValue": {"b": [True], "a": 1}}, ["APP-1"]),
        ({"currentValue": {"b": [1], "a": 1}}, []),
        ({"currentValue": None}, ["APP-2"]),
        ({"currentValue": None, "hasProperty": True, "entityIds": [10000]}, []),
    ],
)
def test_property_is_set_where_the_filter_says(seeded, site, wanted, keys):
    """A filter wants issues by their ids, with or without the property, and with a value, however that is written."""
    seeded.add_property("APP-1", "k", {"b": [True], "a": 1})
    seeded.add_property("APP-2", "k", None)
    names = {"entityIds": "issue_ids", "hasProperty": "has_property", "currentValue": "current_value"}
    given = {names[name]: value for name, value in wanted.items()}
    if "current_value" in given:
        given["current_value"] = (given["current_value"],)
    if "issue_ids" in given:
        given["issue_ids"] = [*map(str, given["issue_ids"])]
    set_where(site, DEFAULT_USER, "k", "set", IssueFilter(**given))
    assert [one.key for one in site.issues.values() if site.properties.of(one).get("k") == "set"] == keys


def test_property_of_others_issues_stays(seeded, site):
    """What many issues get passes by those that the caller does not see, may not edit, or that are archived."""
    alice = seeded.add_user("alice")
    seeded.add_issue("APP-3", visible_to=[])
    seeded.add_issue("APP-4", archived=True)
    seeded.deny("EDIT_ISSUES", alice, project="LIB")
    every = [*site.issues]
    set_on_issues(site, alice, every, {"k": 1})
    assert [one.key for one in site.issues.values() if site.properties.of(one)] == ["APP-1", "APP-2"]
    set_by_issue(site, alice, {one: {"m": one} for one in every})
    assert [site.properties.of(one).get("m") for one in site.issues.values()] == ["10000", "10001", None, None, None]
    for key in ("LIB-1", "APP-3", "APP-4"):
        seeded.add_property(key, "k", 1)
    delete_where(site, alice, "k", IssueFilter())
    assert [one.key for one in site.issues.values() if "k" in site.properties.of(one)] == ["LIB-1", "APP-3", "APP-4"]
