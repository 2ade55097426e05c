"""Whole queries: what they find, in which order, and how far they look for it."""

import pytest

from jira_linkfake.jira.issues.store import Issues
from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search import refusals as wrong
from jira_linkfake.jira.search.evaluation import search, seen_issues
from jira_linkfake.jira.search.refusals import FunctionUnknown, OperandMissing


@pytest.fixture(autouse=True)
def more(seeded):
    """Two more issues, with other priorities and people."""
    alice = seeded.add_user("alice")
    seeded.add_issue("APP-10", summary="banana", priority="High", status="Done", type="Bug", assignee=alice)
    seeded.add_issue("LIB-2", summary="Apple", priority=None, status="In Progress", assignee="admin", reporter=alice)


@pytest.mark.parametrize(
    ("jql", "keys"),
    [
        ("project = APP and status = Done", ["APP-10"]),
        ("project = LIB or status = Done", ["LIB-2", "APP-10", "LIB-1"]),
        ("project = LIB or status = Done and priority = Medium", ["LIB-2", "LIB-1"]),
        ("not (project = LIB or status = Done)", ["APP-2", "APP-1"]),
        ("not (project = APP and status = Done)", ["LIB-2", "LIB-1", "APP-2", "APP-1"]),
        ("not (priority = High or priority = Low)", ["LIB-1", "APP-2", "APP-1"]),
        ("key = APP-1 or key = APP-1", ["APP-1"]),
        ("key in (APP-1, APP-2) and not key = APP-1", ["APP-2"]),
        ("(key = APP-1 or key = LIB-1) and (key = APP-1 or key = APP-2)", ["APP-1"]),
    ],
)
def test_clauses_are_joined(find, jql, keys):
    """AND, OR and NOT mean what they say; NOT leaves out issues without a value, as Jira does."""
    assert find(jql) == keys


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        ("", ["LIB-2", "APP-10", "LIB-1", "APP-2", "APP-1"]),
        ("key", ["APP-1", "APP-2", "APP-10", "LIB-1", "LIB-2"]),
        ("key desc", ["LIB-2", "LIB-1", "APP-10", "APP-2", "APP-1"]),
        ("created ASC", ["APP-1", "APP-2", "LIB-1", "APP-10", "LIB-2"]),
        ("updated desc", ["LIB-2", "APP-10", "LIB-1", "APP-2", "APP-1"]),
        ("Rank", ["APP-1", "APP-2", "LIB-1", "APP-10", "LIB-2"]),
        ("summary", ["LIB-2", "APP-10", "APP-1", "APP-2", "LIB-1"]),
        ("priority desc", ["LIB-2", "APP-10", "LIB-1", "APP-2", "APP-1"]),
        ("priority, key desc", ["LIB-1", "APP-2", "APP-1", "APP-10", "LIB-2"]),
        ("status desc, project, id", ["APP-10", "LIB-2", "APP-1", "APP-2", "LIB-1"]),
        ("type", ["APP-10", "LIB-2", "LIB-1", "APP-2", "APP-1"]),
        ("assignee, reporter desc", ["LIB-2", "APP-10", "LIB-1", "APP-2", "APP-1"]),
        ("assignee, key", ["LIB-2", "APP-10", "APP-1", "APP-2", "LIB-1"]),
        ("reporter desc, key", ["LIB-2", "APP-1", "APP-2", "APP-10", "LIB-1"]),
    ],
)
def test_order(find, order, keys):
    """Issues come in the order asked for, and the newest first where it says nothing."""
    assert find(f"project is not empty {order and f'order by {order}'}") == keys


@pytest.mark.parametrize(
    ("jql", "refusals"),
    [
        ("order by key", [wrong.QueryUnbounded()]),
        ("", [wrong.QueryUnbounded()]),
        ("project =", [OperandMissing()]),
        (
            "foo = 1 and (bar = 2 or project = NOPE) order by baz, quux",
            [
                wrong.FieldUnknown(field="foo"),
                wrong.FieldUnknown(field="bar"),
                wrong.ValueUnseen(value="NOPE", field="project", caller=DEFAULT_USER),
                wrong.SortUnsupported(field="baz"),
                wrong.SortUnsupported(field="quux"),
            ],
        ),
        (
            "foo = 1 or project = NOPE or foo = 2",
            [
                wrong.FieldUnknown(field="foo"),
                wrong.ValueUnseen(value="NOPE", field="project", caller=DEFAULT_USER),
            ],
        ),
        (
            "status in (X, f(), Y)",
            [
                wrong.ValueUnseen(value="X", field="status", caller=DEFAULT_USER),
                FunctionUnknown(function="f()"),
                wrong.ValueUnseen(value="Y", field="status", caller=DEFAULT_USER),
            ],
        ),
        ("foo = 1 and team = 2", [wrong.JqlNotServed(what="the field 'team' in JQL")]),
        ("key = APP-1 order by team", [wrong.JqlNotServed(what="ORDER BY team")]),
        ("key = APP-1 order by labels", [wrong.JqlNotServed(what="ORDER BY labels")]),
        ("key = APP-1 order by key, a, b, c, d, e, f, g", [wrong.SortsTooMany(count=8)]),
    ],
)
def test_all_that_is_wrong_is_told(refuses_jql, jql, refusals):
    """Everything wrong with a query is told at once; where something is not served, that alone."""
    refuses_jql(jql, *refusals)


@pytest.mark.parametrize("jql", ["this is not jql", "foo = 1 or foo = 2", "foo = bar and project = APP"])
def test_unknown_field_finds_nothing(jira, ask, find, jql):
    """Where nothing else is wrong with a query, an unknown field finds nothing, and the journal alone says why."""
    assert find(jql) == []
    for reply in (
        ask("GET", f"search/jql?jql={jql}"),
        ask("POST", "search/approximate-count", json={"jql": jql}),
    ):
        assert (reply.status_code, reply.json.get("issues", []), reply.json.get("count", 0)) == (200, [], 0)
        assert jira.exchanges[-1].reason == f"JQL has no field {jql.split()[0]!r}, so nothing is found"


@pytest.fixture
def public(seeded):
    """The site, open to everybody."""
    seeded.allow_only("BROWSE_PROJECTS", ANYONE)


@pytest.mark.usefixtures("public")
def test_anonymous_caller_is_not_told_what_is_not_there(find):
    """Recorded: what an anonymous caller names and does not see finds nothing, and orders nothing."""
    assert find("project = NOPE", None) == []
    assert find("project = APP or nosuchfield = 1", None) == []
    assert find("assignee = noSuchFunction()", None) == []
    assert find("key in (APP-1, APP-2) order by zzfield, key", None) == ["APP-1", "APP-2"]


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize("jql", ["project =", "order by key", "team = 1", "key = APP-1 order by team"])
def test_anonymous_caller_is_told_other_mistakes(site, jql):
    """What cannot be read, restricts nothing, or is not served is told to everybody."""
    with pytest.raises(Refused):
        search(site, None, jql)


def test_issues_by_their_names(seeded, site):
    """Issues are returned by id or key, each once, without those that the caller does not see."""
    seeded.add_issue("SEC-1", visible_to=[])
    names = ["LIB-1", "app-1", "10000", "SEC-1", "APP-99", "x", ""]
    assert [issue.key for issue in seen_issues(site, DEFAULT_USER, names)] == ["LIB-1", "APP-1"]


def test_number_is_an_id_before_it_is_a_name(seeded, find):
    """A number means the id, and the same in quotation marks the name, of a status that is named as another's id."""
    status = seeded.add_status("10002", category="To Do")
    seeded.add_issue("LIB-7", status=status.name)
    seeded.add_issue("LIB-8", status="Done")
    assert find("status = 10002 and key in (LIB-7, LIB-8)") == ["LIB-8"]
    assert find("status = '10002' and key in (LIB-7, LIB-8)") == ["LIB-7"]


def test_as_many_sorts_as_there_may_be(find):
    """A query is ordered by up to seven fields."""
    assert find("key = APP-1 order by key, summary, created, updated, status, priority, project") == ["APP-1"]


def test_order_by_the_last_change(site, find):
    """An issue that was changed last is the first by `updated`, when it was made does not count."""
    site.issues.touch(site.issues.with_key("APP-1").id, site.clock.tick())
    assert find("project = APP order by updated desc, key desc") == ["APP-1", "APP-10", "APP-2"]


@pytest.fixture
def visited(seeded, site, monkeypatch):
    """Return a function that says how many issues are looked at for a query, on a site with many more."""
    seeded.add_issue("APP-11", parent="LIB-2")
    for key in ("APP-2", "LIB-1"):
        seeded.add_link("APP-1", "blocks", key)

    def visited(jql, more):
        seeded.add_issues(*(f"BIG-{number}" for number in range(1, more + 1)))
        looked_at = []
        monkeypatch.setattr(
            Issues,
            "__getitem__",
            lambda issues, one: looked_at.append(one) or dict.__getitem__(issues, one),
            raising=False,
        )
        search(site, DEFAULT_USER, jql)
        return len(looked_at)

    return visited


@pytest.mark.parametrize(
    "jql",
    [
        "issue in linkedIssues(APP-1)",
        "issue in linkedIssues(APP-1, blocks) and status = 'To Do' order by key",
        "project = BIG and issue in linkedIssues(APP-1)",
        "issueLink = APP-1",
        "key = APP-1",
        "summary ~ crash and id in (10000, 10001)",
        "parent = LIB-2",
        "project = APP and status = 'To Do'",
        "status = 'To Do' and project = APP",
        "project = APP or key in linkedIssues(APP-1) and type = Bug",
    ],
)
def test_index_is_used_where_the_query_allows(visited, jql):
    """A query that names issues, their links, a parent or a project looks no further, however big the site is."""
    assert visited(jql, 50) <= 25


@pytest.mark.parametrize(
    "jql", ["status = 'To Do'", "key != APP-1", "key = APP-1 or status = 'To Do'", "not parent = LIB-2"]
)
def test_any_other_query_looks_at_everything(visited, jql):
    """A query that names nothing looks at every issue once, to begin with."""
    assert visited(jql, 50) >= 56


def test_links_cost_the_same_on_every_site(visited):
    """`linkedIssues` looks at as many issues on a site of thousands as on a small one."""
    assert visited("issue in linkedIssues(APP-1)", 2000) <= 10


def test_numbers_of_ids_are_counted_and_not_read(seeded, site, find):
    """Where ids get another digit, the newest issue still comes first, and is ranked last."""
    site._last_ids["issue"] = 99_998
    seeded.add_issue("NEW-1")
    seeded.add_issue("NEW-2")
    assert [issue.id for issue in site.issues.in_project("NEW")] == ["99999", "100000"]
    assert find("project = NEW") == ["NEW-2", "NEW-1"]
    assert find("project = NEW order by rank") == ["NEW-1", "NEW-2"]
    assert find("project = NEW order by rank desc") == ["NEW-2", "NEW-1"]
