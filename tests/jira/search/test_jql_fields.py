"""What each field of JQL finds, by each operator that it has."""

from dataclasses import replace
from datetime import datetime

import pytest

from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.projects.model import ProjectCategory
from jira_linkfake.jira.search import refusals as wrong
from jira_linkfake.jira.search.evaluation import CLAUSES, search

ALL = ["LIB-2", "APP-4", "APP-3", "LIB-1", "APP-2", "APP-1"]

LATER = {"duedate": "2026-03-02", "environment": "On staging"}


@pytest.fixture(autouse=True)
def tracker(seeded, site):
    """Six issues in two projects: an epic with a child, a bug with everything, and one without a priority."""
    alice = seeded.add_user("Alice", token="alice-token")
    category = site.project_categories["10000"] = ProjectCategory(id="10000", name="Infrastructure")
    site.projects.put(replace(site.projects["LIB"], category=category, lead=alice, type="business"))
    staff = seeded.add_security_level("Staff", project="LIB", members=["admin", alice])
    seeded.add_security_level("Board", project="LIB", members=[alice])
    for name, project in (("1.0", "APP"), ("2.0", "APP"), ("1.0", "LIB")):
        seeded.add_version(name, project=project, released=name == "1.0")
    seeded.add_component("Editor", project="APP", lead=alice)
    seeded.add_component("Backend", project="LIB", lead="admin")
    seeded.add_issue(
        "APP-3",
        summary="Crash on save",
        description="It happens with big files",
        type="Bug",
        status="Done",
        priority="High",
        labels=["Docs", "beta"],
        assignee=alice,
        reporter=alice,
        fields={"duedate": "2026-03-01"},
        fix_versions=["2.0"],
        affects_versions=["1.0"],
        components=["Editor"],
    )
    seeded.add_issue(
        "APP-4",
        type="Epic",
        status="In Progress",
        priority=None,
        reporter=None,
        labels=["beta"],
        fix_versions=["1.0"],
        fields={"timetracking": {"originalEstimate": "1d"}},
    )
    seeded.add_issue(
        "LIB-2",
        parent="APP-4",
        priority="Lowest",
        assignee="admin",
        summary="Saving of 12 files",
        fields=LATER,
        components=["Backend"],
        security_level=staff,
    )
    seeded.add_field("Story points", type="number")
    seeded.add_board("Team", project="APP")
    seeded.add_sprint("Sprint 1", board="Team", state="closed", issues=["APP-3"])
    seeded.add_sprint("Sprint 2", board="Team", state="active", issues=["APP-3"])
    seeded.add_sprint("Sprint 3", board="Team")
    seeded.add_filter("Bugs", "type = Bug ORDER BY key")
    seeded.add_filter("Everything", "ORDER BY key")
    seeded.add_filter("Theirs", "reporter = currentUser()", owner=alice, shared_with=["admin"])
    seeded.add_user("bob")
    for key in ("APP-3", "LIB-2"):
        seeded.add_watcher(key, "bob")
    seeded.add_worklog("APP-4", "2h", author="bob", comment="Looked into it", started=datetime(2026, 2, 3, 4, 5))
    seeded.add_worklog("LIB-2", "45m")
    seeded.add_vote("APP-3", "bob")
    seeded.add_vote("APP-3", "admin")
    seeded.add_link("APP-1", "blocks", "LIB-1")
    seeded.add_link("APP-1", "relates to", "APP-3")
    seeded.add_link("APP-4", "is blocked by", "LIB-2")
    return seeded


def _minus(*keys):
    return [key for key in ALL if key not in keys]


FOUND = [
    ("project = APP", ["APP-4", "APP-3", "APP-2", "APP-1"]),
    ("project = app", ["APP-4", "APP-3", "APP-2", "APP-1"]),
    ("project = 10001", ["LIB-2", "LIB-1"]),
    ("project != APP", ["LIB-2", "LIB-1"]),
    ("filter = bugs", ["APP-3"]),
    ("sprint = 'Sprint 1'", ["APP-3"]),
    ("sprint = 2", ["APP-3"]),
    ("cf[10020] = 2", ["APP-3"]),
    ("CF[10014] = APP-4", ["LIB-2"]),
    ("sprint is EMPTY", _minus("APP-3")),
    ("sprint in openSprints()", ["APP-3"]),
    ("sprint in closedSprints()", ["APP-3"]),
    ("'Epic Link' = APP-4", ["LIB-2"]),
    ('"epic link" = APP-4', ["LIB-2"]),
    ("'Epic Link' is EMPTY", _minus("LIB-2")),
    ("'Epic Link' in linkedIssues(LIB-2)", ["LIB-2"]),
    ("filter = 10001", ["APP-3"]),
    ("savedFilter != Bugs", _minus("APP-3")),
    ("NOT filter = Bugs", _minus("APP-3")),
    ("request in (Bugs, Everything)", ALL),
    ("searchRequest not in (Bugs, Everything)", []),
    ("filter = Theirs", ["LIB-2", "LIB-1", "APP-2", "APP-1"]),
    ("project in (APP, LIB)", ALL),
    ("project not in (APP, LIB)", []),
    ("project is empty", []),
    ("watcher = bob", ["LIB-2", "APP-3"]),
    ("watchers = 2", ["LIB-2", "APP-3"]),
    ("watchers > 1", ["LIB-2", "APP-3"]),
    ("watchers >= 2", ["LIB-2", "APP-3"]),
    ("watchers < 2", _minus("LIB-2", "APP-3")),
    ("watchers <= 1", _minus("LIB-2", "APP-3")),
    ("worklogAuthor = bob", ["APP-4"]),
    ("worklogAuthor is not EMPTY", ["LIB-2", "APP-4"]),
    ("worklogDate = 2026-02-03", ["APP-4"]),
    ("worklogDate > '2026-02-02 12:00'", ["APP-4"]),
    ("worklogDate >= 2026-02-03", ["APP-4"]),
    ("worklogDate < 2026-02-03", ["LIB-2"]),
    ("worklogDate <= startOfDay()", ["LIB-2"]),
    ("worklogComment ~ looked", ["APP-4"]),
    ("worklogComment !~ looked", []),
    ("text ~ looked", []),
    ("timespent = 2h", ["APP-4"]),
    ("timeSpent > 45", ["APP-4"]),
    ("timespent >= 45m", ["LIB-2", "APP-4"]),
    ("timespent < 1h", ["LIB-2"]),
    ("timespent <= 45m", ["LIB-2"]),
    ("remainingEstimate = 6h", ["APP-4"]),
    ("timeestimate > 5h", ["APP-4"]),
    ("remainingEstimate >= 6h", ["APP-4"]),
    ("remainingEstimate < 1h", ["LIB-2"]),
    ("remainingEstimate <= 0m", ["LIB-2"]),
    ("originalEstimate = 8h", ["APP-4"]),
    ("timeoriginalestimate > 1h", ["APP-4"]),
    ("originalEstimate >= 1d", ["APP-4"]),
    ("originalEstimate < 1w", ["APP-4"]),
    ("originalEstimate <= 1d", ["APP-4"]),
    ("voter = bob", ["APP-3"]),
    ("voter is not EMPTY", ["APP-3"]),
    ("votes = 2", ["APP-3"]),
    ("votes > 0", ["APP-3"]),
    ("votes >= 2", ["APP-3"]),
    ("votes < 1", _minus("APP-3")),
    ("votes <= 0", _minus("APP-3")),
    ("project is not empty", ALL),
    ("key = APP-1", ["APP-1"]),
    ("issuekey = app-1", ["APP-1"]),
    ("issue = 10000", ["APP-1"]),
    ("id = '10000'", ["APP-1"]),
    ("key != APP-1", _minus("APP-1")),
    ("key in (APP-1, LIB-1, APP-1)", ["LIB-1", "APP-1"]),
    ("key not in (APP-1, LIB-1)", _minus("APP-1", "LIB-1")),
    ("key > APP-2", ["APP-4", "APP-3"]),
    ("key >= APP-2", ["APP-4", "APP-3", "APP-2"]),
    ("key < APP-2", ["APP-1"]),
    ("key <= APP-2", ["APP-2", "APP-1"]),
    ("key is not empty", ALL),
    ("type = Bug", ["APP-3"]),
    ("issuetype = bug", ["APP-3"]),
    ("issuetype = 10004", ["APP-3"]),
    ("issuetype != Task", ["APP-4", "APP-3"]),
    ("issuetype in (Epic, Bug)", ["APP-4", "APP-3"]),
    ("status = 'to do'", _minus("APP-4", "APP-3")),
    ("status = 10002", ["APP-3"]),
    ("status = '10002'", ["APP-3"]),
    ("status not in (Done, 'To Do')", ["APP-4"]),
    ("statusCategory = Done", ["APP-3"]),
    ("statusCategory = new", _minus("APP-4", "APP-3")),
    ("statusCategory = indeterminate", ["APP-4"]),
    ("statusCategory != 3", _minus("APP-3")),
    ("priority = High", ["APP-3"]),
    ("priority = 2", ["APP-3"]),
    ("priority != Medium", ["LIB-2", "APP-3"]),
    ("priority > Medium", ["APP-3"]),
    ("priority >= Medium", _minus("APP-4", "LIB-2")),
    ("priority < Medium", ["LIB-2"]),
    ("priority <= Medium", _minus("APP-4", "APP-3")),
    ("priority is EMPTY", ["APP-4"]),
    ("priority = EMPTY", ["APP-4"]),
    ("priority != null", _minus("APP-4")),
    ("priority in (High, EMPTY)", ["APP-4", "APP-3"]),
    ("priority not in (High, EMPTY)", _minus("APP-4", "APP-3")),
    ("summary ~ crash", ["APP-3"]),
    ("summary !~ crash", _minus("APP-3")),
    ("summary ~ 12", ["LIB-2"]),
    ("summary is empty", []),
    ("description ~ 'big files'", ["APP-3"]),
    ("description !~ small", ["APP-3"]),
    ("description is empty", _minus("APP-3")),
    ("description ~ EMPTY", _minus("APP-3")),
    ("description !~ EMPTY", ["APP-3"]),
    ("description is not empty", ["APP-3"]),
    ("text ~ happens", ["APP-3"]),
    ("text ~ save", ["APP-3"]),
    ("labels = docs", ["APP-3"]),
    ("labels = BETA", ["APP-4", "APP-3"]),
    ("labels != docs", ["APP-4"]),
    ("labels in (docs, other)", ["APP-3"]),
    ("labels not in (other)", ["APP-4", "APP-3"]),
    ("labels is empty", _minus("APP-4", "APP-3")),
    ("labels = never-given", []),
    ("assignee = Alice", ["APP-3"]),
    ("assignee = 'alice@example.com'", ["APP-3"]),
    ("assignee = 712020:00000000-0000-4000-8000-000000010000", ["LIB-2"]),
    ("assignee != alice", ["LIB-2"]),
    ("assignee is empty", _minus("LIB-2", "APP-3")),
    ("assignee = currentUser()", ["LIB-2"]),
    ("assignee in (currentUser(), alice)", ["LIB-2", "APP-3"]),
    ("reporter = alice", ["APP-3"]),
    ("reporter is empty", ["APP-4"]),
    ("creator = alice", []),
    ("creator = currentUser()", ALL),
    ("creator is EMPTY", []),
    ("creator != alice", ALL),
    ("level = staff", ["LIB-2"]),
    ("level != Staff", []),
    ("level is EMPTY", _minus("LIB-2")),
    ("category = infrastructure", ["LIB-2", "LIB-1"]),
    ("category = 10000", ["LIB-2", "LIB-1"]),
    ("category not in (Infrastructure)", []),
    ("category is EMPTY", _minus("LIB-2", "LIB-1")),
    ("projectType = Business", ["LIB-2", "LIB-1"]),
    ("projectType != business", _minus("LIB-2", "LIB-1")),
    ("projectType in (software, service_desk)", _minus("LIB-2", "LIB-1")),
    ("workRatio = 25", ["APP-4"]),
    ("workratio > 24", ["APP-4"]),
    ("workratio >= 25", ["APP-4"]),
    ("workratio < 25", []),
    ("workratio <= 25", ["APP-4"]),
    ("workratio is EMPTY", _minus("APP-4")),
    ("type in standardIssueTypes()", ALL),
    ("type in subTaskIssueTypes()", []),
    ("project in projectsLeadByUser()", _minus("LIB-2", "LIB-1")),
    ("project in projectsLeadByUser(alice)", ["LIB-2", "LIB-1"]),
    ("parent = APP-4", ["LIB-2"]),
    ("parent in (APP-4, APP-1)", ["LIB-2"]),
    ("parent is empty", _minus("LIB-2")),
    ("parent != APP-1", ["LIB-2"]),
    ("created < '2026-01-01 00:01'", ALL),
    ("createdDate >= '2026/01/01'", ALL),
    ("createdDate <= 2026-01-02", ALL),
    ("created > '2026-01-02'", []),
    ("created >= -1h", ALL),
    ("created > 1767225603000", ["LIB-2", "APP-4", "APP-3"]),
    ("created = 1767225603000", ["LIB-1"]),
    ("created in (1767225603000, now())", ["LIB-1"]),
    ("created != 1767225603000", _minus("LIB-1")),
    ("updated = now()", ["LIB-2", "APP-4"]),
    ("updatedDate < now()", _minus("LIB-2", "APP-4")),
    ("updated <= -1h", []),
    ("updated > -1h", ALL),
    ("updated >= now()", ["LIB-2", "APP-4"]),
    ("resolution = Done", ["APP-3"]),
    ("resolution = 10000", ["APP-3"]),
    ("resolution = unresolved", _minus("APP-3")),
    ("resolution is EMPTY", _minus("APP-3")),
    ("resolution is not EMPTY", ["APP-3"]),
    ("resolution != Unresolved", ["APP-3"]),
    ("resolution in (Unresolved, Done)", ALL),
    ("resolution not in (Unresolved, Done)", []),
    ("resolution != Duplicate", ["APP-3"]),
    ("resolved = 1767225604000", ["APP-3"]),
    ("resolutiondate != 1767225603000", ["APP-3"]),
    ("resolved < now()", ["APP-3"]),
    ("resolved <= -1h", []),
    ("resolved > -1h", ["APP-3"]),
    ("resolved >= -1h", ["APP-3"]),
    ("resolved is empty", _minus("APP-3")),
    ("statusCategoryChangedDate = 1767225604000", ["APP-3"]),
    ("statusCategoryChangedDate < 1767225604000", ["LIB-1", "APP-2", "APP-1"]),
    ("statusCategoryChangedDate <= 1767225603000", ["LIB-1", "APP-2", "APP-1"]),
    ("statusCategoryChangedDate > 1767225604000", ["LIB-2", "APP-4"]),
    ("statusCategoryChangedDate >= -1h", ALL),
    ("environment ~ staging", ["LIB-2"]),
    ("environment !~ staging", []),
    ("environment is empty", _minus("LIB-2")),
    ("text ~ staging", ["LIB-2"]),
    ("fixVersion = '1.0'", ["APP-4"]),
    ("fixVersion = 10001", ["APP-3"]),
    ("fixVersion != '1.0'", ["APP-3"]),
    ("fixVersion < '2.0'", ["APP-4"]),
    ("fixVersion <= '2.0'", ["APP-4", "APP-3"]),
    ("fixVersion > 10000", ["APP-3"]),
    ("fixVersion > 10002", []),
    ("fixVersion >= 10000", ["APP-4", "APP-3"]),
    ("fixVersion in ('1.0', '2.0')", ["APP-4", "APP-3"]),
    ("fixVersion is EMPTY", _minus("APP-3", "APP-4")),
    ("fixVersion in releasedVersions()", ["APP-4"]),
    ("fixVersion in releasedVersions(lib)", []),
    ("fixVersion in unreleasedVersions(APP, 10001)", ["APP-3"]),
    ("fixVersion = latestReleasedVersion(APP)", ["APP-4"]),
    ("fixVersion = earliestUnreleasedVersion(APP)", ["APP-3"]),
    ("fixVersion = earliestUnreleasedVersion(LIB)", []),
    ("component = editor", ["APP-3"]),
    ("component = 10001", ["LIB-2"]),
    ("component != editor", ["LIB-2"]),
    ("component in (editor, Backend)", ["LIB-2", "APP-3"]),
    ("component not in (editor, Backend)", []),
    ("component is EMPTY", _minus("APP-3", "LIB-2")),
    ("component in componentsLeadByUser()", ["LIB-2"]),
    ("component in componentsLeadByUser(alice)", ["APP-3"]),
    ("component in componentsLeadByUser('alice@example.com')", ["APP-3"]),
    ("component in componentsLeadByUser(nobody)", []),
    ("affectedVersion = '1.0'", ["APP-3"]),
    ("affectedVersion < '2.0'", ["APP-3"]),
    ("affectedVersion <= '1.0'", ["APP-3"]),
    ("affectedVersion > '1.0'", []),
    ("affectedVersion >= '1.0'", ["APP-3"]),
    ("due = 2026-03-01", ["APP-3"]),
    ("duedate = '2026/3/1 00:00'", ["APP-3"]),
    ("due != 2026-03-01", ["LIB-2"]),
    ("due < 2026-03-02", ["APP-3"]),
    ("due <= 2026-03-02", ["LIB-2", "APP-3"]),
    ("due > 2026-03-01", ["LIB-2"]),
    ("due >= '2026-03-01 00:01'", ["LIB-2"]),
    ("due <= 59d", ["APP-3"]),
    ("due = startOfMonth(2)", ["APP-3"]),
    ("duedate in (2026-03-01, 2026-03-02)", ["LIB-2", "APP-3"]),
    ("due not in (2026-03-01)", ["LIB-2"]),
    ("due is EMPTY", _minus("LIB-2", "APP-3")),
    ("due is not EMPTY", ["LIB-2", "APP-3"]),
    ("issueLinkType = Blocks", ["LIB-2", "APP-4", "LIB-1", "APP-1"]),
    ("issueLinkType = blocks", ["LIB-2", "APP-4", "LIB-1", "APP-1"]),
    ("issueLinkType = 'is blocked by'", ["APP-4", "LIB-1"]),
    ("issueLinkType in ('Relates to', 'is blocked by')", ["APP-4", "APP-3", "LIB-1", "APP-1"]),
    ("issueLinkType != 'is blocked by'", ["LIB-2", "APP-3", "APP-1"]),
    ("issueLinkType is empty", ["APP-2"]),
    ("issueLink = APP-1", ["APP-3", "LIB-1"]),
    ('issueLink = "LIB-2"', ["APP-4"]),
    ("issueLink in (APP-1, LIB-2)", ["APP-4", "APP-3", "LIB-1"]),
    ("issueLink != APP-1", ["LIB-2", "APP-4", "APP-1"]),
    ("issueLink is empty", ["APP-2"]),
]


@pytest.mark.parametrize(("jql", "keys"), FOUND, ids=[jql for jql, _ in FOUND])
def test_field_finds(find, jql, keys):
    """A comparison finds the issues that it is true of, the newest first."""
    assert find(jql) == keys


@pytest.mark.parametrize(("jql", "keys"), FOUND, ids=[jql for jql, _ in FOUND])
def test_negated_comparison_finds_others_that_have_a_value(find, jql, keys):
    """What NOT finds is never found without it, and both together are all that have a value, or all."""
    negated = find(f"NOT {jql}")
    assert set(negated).isdisjoint(keys)
    assert find(f"NOT NOT {jql}") == keys
    assert find(f"({jql}) OR NOT ({jql})") == [key for key in ALL if key in {*keys, *negated}]


def test_name_of_a_type_of_links_goes_before_a_phrase(seeded, find):
    """A phrase that is also a name finds both sides of the type of that name, and no other type."""
    seeded.add_link_type("Causes", outward="causes", inward="is caused by")
    seeded.add_link_type("Origin", outward="comes from", inward="Causes")
    seeded.add_link("APP-1", "is caused by", "APP-2")
    seeded.add_link("LIB-1", "comes from", "LIB-2")
    assert find("issueLinkType = causes") == ["APP-2", "APP-1"]
    assert find("issueLinkType = 'is caused by'") == ["APP-1"]
    assert find("issueLinkType = 'comes from'") == ["LIB-1"]


def test_phrase_that_two_types_share_finds_both(seeded, find):
    """A phrase means the side that reads it, of every type that has it."""
    seeded.add_link_type("Demand", outward="needs", inward="is needed by")
    seeded.add_link_type("Wish", outward="needs", inward="is wanted by")
    seeded.add_link("APP-2", "is needed by", "APP-3")
    seeded.add_link("APP-2", "is wanted by", "LIB-1")
    assert find("issueLinkType = needs") == ["APP-3", "LIB-1"]
    assert find("issueLinkType = 'is needed by'") == ["APP-2"]


def test_comments_are_searched_as_the_caller_may_read_them(seeded, site, find):
    """A comment is found by its words, but not by those who may not read it."""
    staff = seeded.add_group("staff", members=[DEFAULT_USER])
    seeded.add_comment("APP-1", "The cable is loose")
    seeded.add_comment("APP-2", "The cable is cut", visible_to=staff)
    alice = site.people.users["Alice"]
    assert find("comment ~ cable") == ["APP-2", "APP-1"]
    assert find("text ~ cable") == ["APP-2", "APP-1"]
    assert find("comment !~ loose") == ["APP-2"]
    assert find("comment ~ cable", alice) == ["APP-1"]
    assert find("text ~ 'the cable is'", alice) == ["APP-1"]


def test_words_of_two_texts_are_not_put_together(find):
    """All words must stand in one text: in the summary, or in the description."""
    assert find("text ~ 'crash files'") == []
    assert find("text ~ 'crash save'") == ["APP-3"]


REFUSED = [
    ("filter = x", wrong.ValueUnseen(value="x", field="filter", caller=DEFAULT_USER)),
    ("filter is EMPTY", wrong.OperatorUnsupported(operator="is", field="filter")),
    ("project = NOPE", wrong.ValueUnseen(value="NOPE", field="project", caller=DEFAULT_USER)),
    ("Project = 99", wrong.ValueIdUnseen(value="99", field="Project", caller=DEFAULT_USER)),
    ("status = Shipped", wrong.ValueUnseen(value="Shipped", field="status", caller=DEFAULT_USER)),
    ("status = '99'", wrong.ValueUnseen(value="99", field="status", caller=DEFAULT_USER)),
    ("key = APP-9", wrong.IssueKeyUnseen(value="APP-9", field="key", caller=DEFAULT_USER)),
    ("key != APP-9", wrong.IssueKeyUnseen(value="APP-9", field="key", caller=DEFAULT_USER)),
    ("ID = 7", wrong.ValueIdUnseen(value="7", field="ID", caller=DEFAULT_USER)),
    ("key = 0.0", wrong.IssueKeyInvalid(value="0.0", field="key")),
    ("parent = APP-9", wrong.IssueKeyUnseen(value="APP-9", field="parent", caller=DEFAULT_USER)),
    ("issueLink = APP-9", wrong.IssueKeyUnseen(value="APP-9", field="issueLink", caller=DEFAULT_USER)),
    ("issueLinkType = haunts", wrong.ValueUnseen(value="haunts", field="issueLinkType", caller=DEFAULT_USER)),
    ("assignee = nobody", wrong.ValueUnseen(value="nobody", field="assignee", caller=DEFAULT_USER)),
    ("level = Board", wrong.ValueUnseen(value="Board", field="level", caller=DEFAULT_USER)),
    ("category = None", wrong.ValueUnseen(value="None", field="category", caller=DEFAULT_USER)),
    ("projectType = x", wrong.ValueUnseen(value="x", field="projectType", caller=DEFAULT_USER)),
    ("workratio > much", wrong.CountInvalid(value="much", field="workratio")),
    ("creator was alice", wrong.OperatorUnsupported(operator="was", field="creator")),
    ("type in standardIssueTypes(1)", wrong.ArgumentsUnexpected(function="standardIssueTypes", received=1)),
    ("updated > yesterday", wrong.DateInvalid(value="yesterday", field="updated")),
    ("created > 9223372036854775807", wrong.DateInvalid(value="9223372036854775807", field="created")),
    ("text ~ ''", wrong.TextEmpty(field="text")),
    ("text ~ 'AND'", wrong.TextUnreadable(value="AND", field="text")),
    ("summary = test", wrong.OperatorUnsupported(operator="=", field="summary")),
    ("text !~ test", wrong.OperatorUnsupported(operator="!~", field="text")),
    ("project ~ APP", wrong.OperatorUnsupported(operator="~", field="project")),
    ("status > Done", wrong.OperatorUnsupported(operator=">", field="status")),
    ("text is empty", wrong.OperatorUnsupported(operator="is", field="text")),
    ("summary in test", wrong.ListMissing(operator="in", operand='"test"', field="summary")),
    ("status not in EMPTY", wrong.ListMissing(operator="not in", operand="EMPTY", field="status")),
    (
        "assignee in currentUser()",
        wrong.ListMissing(operator="in", operand="currentUser()", field="assignee"),
    ),
    ("status = (Done, 3)", wrong.ListUnsupported(operator="=", operand='("Done", 3)', field="status")),
    (
        "key = linkedIssues(APP-1, blocks)",
        wrong.ListUnsupported(operator="=", operand="linkedIssues(APP-1, blocks)", field="key"),
    ),
    ("status is Done", wrong.EmptyMissing(operator="is", operand='"Done"', field="status")),
    ("text ~ EMPTY", wrong.EmptyUnsupported(field="text")),
    ("comment ~ EMPTY", wrong.EmptyUnsupported(field="comment")),
    ("created > EMPTY", wrong.EmptyUnsupported(field="created")),
    ("cf[10011] = Saving", wrong.JqlNotServed(what="the field 'cf[10011]' in JQL")),
    ("team = 4", wrong.JqlNotServed(what="the field 'team' in JQL")),
    ("team is empty", wrong.JqlNotServed(what="the field 'team' in JQL")),
    ("sprint = 4", wrong.ValueIdUnseen(value="4", field="sprint", caller=DEFAULT_USER)),
    ("sprint in watchedIssues()", wrong.FunctionUnfit(function="watchedIssues", field="sprint")),
    ("timespent > soon", wrong.SpanInvalid(value="soon", field="timespent")),
    ("votes > many", wrong.CountInvalid(value="many", field="votes")),
    ("watchers = -1", wrong.CountInvalid(value="-1", field="watchers")),
    ("votes is EMPTY", wrong.OperatorUnsupported(operator="is", field="votes")),
    ("voter = nobody", wrong.ValueUnseen(value="nobody", field="voter", caller=DEFAULT_USER)),
    ("resolution = Fixed", wrong.ValueUnseen(value="Fixed", field="resolution", caller=DEFAULT_USER)),
    ("summary ~ 'crash~'", wrong.JqlNotServed(what="the text search 'crash~' in JQL")),
]


@pytest.mark.parametrize(("jql", "refusal"), REFUSED, ids=[jql for jql, _ in REFUSED])
def test_what_a_field_does_not_take_is_refused(refuses_jql, jql, refusal):
    """What is compared with a field must be there, and of its kind, and the operator one of the field's."""
    refuses_jql(jql, refusal)


def test_fields_about_links_are_gone_while_linking_is_off(site, refuses_jql, find):
    """Without issue linking there are no links to search by, and everything else is found."""
    site.options.linking_enabled = False
    unseen = wrong.ValueUnseen(value="NOPE", field="project", caller=DEFAULT_USER)
    for jql, field in (("issueLinkType is empty", "issueLinkType"), ("issueLink = APP-1", "issueLink")):
        assert find(jql) == []
        refuses_jql(f"{jql} or project = NOPE", wrong.FieldUnknown(field=field), unseen)
    assert find("key = APP-1") == ["APP-1"]


# Fields with values have these from one piece of code, and some fields stand for all.
SHARED = ("in", "not in", "is", "is not", "!=")


def test_every_operator_of_every_field_is_tried():
    """The comparisons above leave out no field and none of the operators that it has of its own."""
    asked = {tuple(jql.lower().split()[:2]) for jql, _ in FOUND}
    asked |= {("comment", "~"), ("comment", "!~"), ("epic link", "=")}
    own = {(clause.names, operator) for clause in CLAUSES for operator in clause.operators if operator not in SHARED}
    assert [one for one in own if not any((name.lower(), one[1]) in asked for name in one[0])] == []


def _unseen(key, field, hidden_by):
    return wrong.IssueKeyUnseen(value=key, field=field, caller=DEFAULT_USER, hidden_by=hidden_by)


def test_project_has_a_key_a_name_and_an_id(seeded, find):
    """A project is found by each of them; a bare number is first of all an id, and one in quotes a name."""
    seeded.add_project("OPS", name="Operations")
    seeded.add_project("NUM", name="10001")
    seeded.add_issue("OPS-1")
    seeded.add_issue("NUM-1")
    assert find("project = OPS") == find("project = operations") == find("project = 10002") == ["OPS-1"]
    assert (find("project = 10001"), find('project = "10001"')) == (["LIB-2", "LIB-1"], ["NUM-1"])


def test_hidden_is_as_missing(seeded, site, find, refuses_jql):
    """What the caller may not see is not found, not counted as a link, and no value of a field."""
    hidden = seeded.add_issue("APP-9", visible_to=[], parent="APP-4")
    seeded.add_link("APP-9", "blocks", "APP-2")
    seeded.add_issue("LIB-9", parent=hidden)
    seeded.add_issue("SEC-1")
    seeded.deny("BROWSE_PROJECTS", project="SEC")
    assert find("project is not empty") == ["LIB-9", *ALL]
    assert find("issueLinkType is empty") == ["LIB-9", "APP-2"]
    assert find("issueLink is empty") == ["LIB-9", "APP-2"]
    assert find("parent is empty and project = LIB") == ["LIB-9", "LIB-1"]
    assert find("parent = APP-4") == ["LIB-2"]
    for field in ("key", "parent", "issueLink"):
        refuses_jql(f"{field} = APP-9", _unseen("APP-9", field, hidden_by=hidden.security_level))
    unseen = {"value": str(hidden.id), "field": "id", "caller": DEFAULT_USER, "hidden_by": hidden.security_level}
    refuses_jql(f"id = {hidden.id}", wrong.ValueIdUnseen(**unseen))
    sec = {"field": "project", "caller": DEFAULT_USER, "hidden_by": "no Browse projects in SEC"}
    refuses_jql("project = sec", wrong.ValueUnseen(value="sec", **sec))
    refuses_jql("project = 10002", wrong.ValueIdUnseen(value="10002", **sec))
    refuses_jql("key = SEC-1", _unseen("SEC-1", "key", hidden_by="no Browse projects in SEC"))
    assert search(site, None, "project = APP") == []
