"""Data written by hand has every subject of a site, and what is wrong with it is told where it is."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

import pytest

from jira_linkfake import ANYONE, FakeJira, UsageError, load
from jira_linkfake.jira.people.model import Role
from jira_linkfake.jira.webhooks.model import JQL_FILTER

SITE = """
clock: 2026-05-01T12:00:00Z
project_categories: [{name: Inner, description: Ours}]
groups: [{name: devs, members: [alice]}, {name: ops, id: ops-id}]
users:
  - {name: alice, email: alice@acme.example, token: secret, groups: [ops], preferences: {user.notify.own: "true"},
     share_scope: GLOBAL}
  - {name: admin, groups: [devs]}
  - {name: bot, scopes: ["read:jira-work"], has_token: yes, email_hidden: on}
statuses: [{name: Review, category: In Progress}, {name: Done, description: It is done.}]
priorities: [Urgent, {name: Medium, color: "#000000"}]
resolutions: [{name: Postponed, default: true}, {name: Done, description: Ready}, {name: Duplicate, removed: true}]
issue_types: [Incident, {name: Epic, description: Large}, {name: Request, project: TEAM}]
link_types:
  - {name: Tests, inward: is tested by, outward: tests}
  - {name: Blocks, outward: holds up}
  - {name: Cloners, removed: true}
  - {name: Gone, removed: true}
projects:
  - {key: PROJ, name: Project, lead: alice, category: Inner, types: [Epic, Task, Sub-task, Incident], url: "https://x.example"}
  - {key: TEAM, team_managed: yes, types: [Task]}
roles: [{name: Testers, project: PROJ, members: [devs, {user: alice}]}, {name: Nobody's, id: 10777}]
security_levels: [{name: Secret, project: PROJ, members: [{role: Testers}, {group: devs}, SIGNED_IN]}]
permissions:
  - {permission: LINK_ISSUES, project: PROJ, allow: [Testers, ANYONE], deny: [bot]}
  - {permission: ADD_COMMENTS, deny: [bot]}
  - {permission: BULK_CHANGE, allow: [devs]}
permission_schemes:
  - {name: Default Permission Scheme, description: For all., grants: {EDIT_ISSUES: {allow: [SIGNED_IN], deny: [bot]}}}
  - {name: Team's, id: 10300, projects: [TEAM], grants: {LINK_ISSUES: {allow: [devs, Nobody's]}, MOVE_ISSUES: {}}}
  - Spare
webhooks:
  - {name: CI, url: "http://127.0.0.1:9/ci", events: [issuelink_created], jql: project = PROJ, secret: s3cret, id: 7,
     updated_by: alice, updated: 2026-04-01}
  - {name: Elsewhere, url: "https://ci.example/hook", events: [comment_created], has_secret: yes, enabled: no,
     exclude_body: yes, description: Later, jql: project = GONE, unchecked: yes}
versions:
  - {name: 1.0, project: PROJ, release_date: 2026-02-01, released: yes, driver: alice,
     related_work: [{id: w-1, category: Testing, title: Plan, url: "https://x.example/plan"}]}
components: [{name: Editor, project: PROJ, lead: alice}]
custom_fields:
  - {name: Points, type: number, id: customfield_10050, description: How large}
  - {name: Free, type: any, searcher: null}
  - {name: Iteration, software: sprint, id: customfield_10007}
  - {name: Epic Name, software: epic name}
  - Words
transitions:
  - {name: Look, to: Review, sources: [To Do], screen: [customfield_10050], required: [resolution]}
  - {name: End, to: Done}
filters:
  - {name: Open bugs, jql: sprint in openSprints() AND parent = PROJ-9, owner: alice, description: What is wrong,
     shared_with: [devs, {user: bot}, {group: ops}, {role: Testers},
                   {role: Testers, project: PROJ}, {project: TEAM}, SIGNED_IN],
     editable_by: [{former_group: gone, id: gone-id}], favourite_of: [alice], columns: [summary, customfield_10007]}
  - {name: Old, id: 10500, jql: project = GONE, unchecked: yes, shared_with: [{former_project: 10300}],
     share_ids: [10700]}
boards:
  - {name: Team, project: PROJ, id: 7}
  - {name: Bugs, filter: Open bugs, type: kanban, owner: alice}
  - {name: Ours, project: TEAM, type: simple, sprints: yes, jql: project = TEAM}
  - {name: Lost, former_filter: 10300, former_project: 10300}
sprints:
  - {name: Sprint 1, board: Team, state: closed, start: 2026-01-01, completed: 2026-01-20, id: 3}
  - {name: Sprint 2, board: {id: 7}, state: active, goal: No bugs}
  - {name: Sprint 2, board: Ours}
  - {name: Before, former_board: 5, state: closed, end: 2025-06-15}
issues:
  - {key: PROJ-9, type: Epic, epic_name: Big, epic_color: color_3, epic_done: yes}
  - {key: PROJ-8, type: Epic, summary: Small, epic_done: yes}
  - {key: PROJ-5, type: Sub-task, parent: PROJ-1, visible_to: [alice]}
  - key: PROJ-1
    type: Incident
    status: Review
    priority: Urgent
    security_level: Secret
    description: {type: doc, version: 1, content: [{type: paragraph, content: [{type: text, text: "1.0"}]}]}
    environment: "*new*"
    labels: [on, 1.0, 2026-01-01]
    fix_versions: [1.0]
    affects_versions: [1.0]
    components: [Editor]
    due: 2026-03-01
    original_estimate: 1d
    remaining_estimate: 7200
    assignee: alice
    creator: null
    watchers: [bot]
    voters: [alice]
    old_keys: [OLD-1]
    sprints: [Before, Sprint 1, {id: 4}]
    rank: "1|hzzzzz:"
    created: 2026-01-01 10:00
    fields: {customfield_10050: 5, customfield_10060: [x, true, null, {a: 1.5}]}
  - {key: PROJ-2, status: Done, resolution: null, reporter: null, priority: null}
  - {key: TEAM-1, status: Done, resolution: Postponed, resolved: 2026-02-01T10:00:00+02:00, updated: 2026-02-02,
     created: 2026-01-01}
links:
  - PROJ-1 is tested by PROJ-2
  - {link: PROJ-1 holds up TEAM-1, type: Blocks}
comments:
  - {issue: PROJ-1, body: Said., author: alice, visible_to: {role: Testers}, created: 2026-04-01}
  - {issue: PROJ-2, body: Said by nobody., author: null}
attachments:
  - {issue: PROJ-1, filename: log.txt, content: It crashed.}
  - {issue: PROJ-1, filename: what, content_base64: AAEC, author: alice, created: 2026-04-01}
worklogs:
  - {issue: PROJ-2, time_spent: 3h 30m, author: alice, comment: Some *work*, properties: {sync: 1}}
  - {issue: PROJ-1, time_spent: 60, created: 2026-04-02}
remote_links: [{issue: PROJ-1, url: "https://x.example/1", global_id: x=1}]
properties:
  - {issue: PROJ-1, key: release, value: {approved: true, count: 5, quoted: "5"}}
  - {project: PROJ, key: rank, value: 1}
  - {user: alice, key: theme, value: dark}
  - {issue_type: Epic, key: color, value: null}
viewed_projects: [{user: alice, project: PROJ}, {user: alice, project: TEAM}]
indexed_properties: [{key: release, path: approved}]
tasks: [{description: Import, status: COMPLETE, progress: 100, submitted_by: alice}]
"""


@pytest.fixture(scope="module")
def jira() -> FakeJira:
    """A site that is filled from all that."""
    return load(SITE.encode())


def test_people_and_projects(jira: FakeJira) -> None:
    """Users, groups, roles, permissions and projects are as they are said."""
    alice, bot = jira.user("alice"), jira.user("bot")
    assert (alice.auth, bot.auth) == (("alice@acme.example", "secret"), ("bot@example.com", "token-of-bot"))
    assert (bot.email_hidden, bot.scopes) == (True, frozenset({"read:jira-work"}))
    people = jira.site.people
    assert [user.name for user in people.members_of(jira.group("devs"))] == ["admin", "alice"]
    assert (jira.group("ops").id, people.groups_of(alice)) == ("ops-id", [jira.group("devs"), jira.group("ops")])
    assert jira.site.preferences[alice.account_id] == {"user.notify.own": "true"}
    grant = jira.site.grants.of("LINK_ISSUES", "PROJ")
    testers = people.roles["PROJ", "Testers"]
    assert (grant.allowed, grant.denied) == ({Role(id=testers.id, name="Testers"), ANYONE}, {bot})
    assert jira.site.grants.of("ADD_COMMENTS", None).denied == {bot}
    project = jira.project("PROJ")
    assert (project.name, project.lead, project.url) == ("Project", alice, "https://x.example")
    assert project.category is not None
    assert project.category.description == "Ours"
    assert [one.name for one in jira.site.types_of(project)] == ["Task", "Sub-task", "Incident", "Epic"]
    assert [one.name for one in jira.site.types_of(jira.project("TEAM"))] == ["Task", "Request"]
    assert people.role_names[10777] == "Nobody's"


def test_permission_schemes(jira: FakeJira) -> None:
    """A scheme that is there is changed, and another one is given to its projects; each has what is said everywhere."""
    site = jira.site
    default, teams, own, spare = sorted(
        site.grants.schemes.values(), key=lambda one: (one.id != 0, one.name == "Spare")
    )
    assert (default.id, default.name, default.description) == (0, "Default Permission Scheme", "For all.")
    assert (teams.id, teams.name, site.grants.scheme_of("TEAM")) == (10300, "Team's", teams)
    assert (own.project, site.grants.scheme_of("PROJ"), spare.name) == ("PROJ", own, "Spare")
    devs, bot = jira.group("devs"), jira.user("bot")
    assert site.grants.of("BULK_CHANGE", None).allowed == {devs}
    assert site.grants.of("LINK_ISSUES", "TEAM").allowed == {devs, Role(id=10777, name="Nobody's")}
    assert site.grants.of("MOVE_ISSUES", "TEAM").allowed == frozenset()
    for project in ("PROJ", "TEAM", None):
        for permission in ("EDIT_ISSUES", "ADD_COMMENTS"):
            assert site.grants.of(permission, project).denied == {bot}


def test_webhooks(jira: FakeJira) -> None:
    """What an administrator would have registered is told without its secret; one that is not told is a new one."""
    told = jira.client().get("/rest/webhooks/1.0/webhook", auth=jira.auth)
    ci, elsewhere = told.json
    assert (ci["self"].rpartition("/")[2], ci["events"], ci["enabled"]) == ("7", ["issuelink_created"], True)
    assert (ci["filters"], ci["lastUpdatedDisplayName"]) == ({JQL_FILTER: "project = PROJ"}, "alice")
    assert (elsewhere["description"], elsewhere["excludeBody"], elsewhere["enabled"]) == ("Later", True, False)
    assert [one.secret for one in jira.site.admin_webhooks.values()] == ["s3cret", "secret-of-Elsewhere"]
    assert "s3cret" not in told.text + str(jira.dump())


def test_how_work_goes(jira: FakeJira) -> None:
    """Statuses, types, fields and transitions are added, changed and taken out."""
    site = jira.site
    assert [one.name for one in site.statuses.values()] == ["To Do", "In Progress", "Review", "Done"]
    assert [one.name for one in site.link_types.values()] == ["Duplicate", "Relates", "Tests", "Blocks"]
    assert (site.link_types["10000"].inward, site.link_types["10000"].outward) == ("is blocked by", "holds up")
    assert [one.name for one in site.resolutions.values()] == ["Won't Do", "Cannot Reproduce", "Postponed", "Done"]
    assert site.default_resolution == next(one.id for one in site.resolutions.values() if one.name == "Postponed")
    assert site.priorities["3"].color == "#000000"
    transition, end = site.transitions.values()
    assert (end.to.name, end.sources, end.screen) == ("Done", None, None)
    assert (transition.to.name, transition.sources) == ("Review", {"10000"})
    assert transition.screen is not None
    assert transition.screen.fields == ("customfield_10050", "resolution")
    points = site.fields["customfield_10050"]
    assert (points.name, points.type, points.description) == ("Points", "number", "How large")
    free = next(one for one in site.fields.values() if one.name == "Free")
    assert (free.type, free.searchable, free.clauses) == ("any", False, (f"cf[{free.custom_id}]", "Free"))


def test_issues(jira: FakeJira) -> None:
    """Issues have each attribute, and texts that YAML could take for something else are texts."""
    one = jira.issue("PROJ-1")
    assert (one.type.name, one.status.name, one.priority and one.priority.name) == ("Incident", "Review", "Urgent")
    assert (one.labels, one.description, one.environment) == (["on", "1.0", "2026-01-01"], "1.0", "*new*")
    assert (one.due, one.original_estimate, one.remaining_estimate) == (date(2026, 3, 1), 28800, 7200)
    fields = {name: one.custom_fields[name] for name in ("customfield_10050", "customfield_10060")}
    assert fields == {"customfield_10050": 5, "customfield_10060": ["x", True, None, {"a": 1.5}]}
    assert (one.creator, one.created) == (None, datetime(2026, 1, 1, 10, tzinfo=timezone.utc))
    assert [user.name for user in jira.watchers_of("PROJ-1")] == ["bot"]
    assert [user.name for user in jira.voters_of("PROJ-1")] == ["alice"]
    assert jira.issue("OLD-1") == one
    assert [jira.site.versions.by_id[part].name for part in one.fix_versions] == ["1.0"]
    assert (jira.issue("PROJ-5").parent_id, jira.issue("PROJ-2").resolution) == (one.id, None)
    done = jira.issue("TEAM-1")
    assert (done.resolution and done.resolution.name, done.resolved) == (
        "Postponed",
        datetime(2026, 2, 1, 8, tzinfo=timezone.utc),
    )
    assert done.updated == datetime(2026, 2, 2, tzinfo=timezone.utc)


def test_what_issues_have(jira: FakeJira) -> None:
    """Links, comments, files, work, remote links and properties are there, with their authors and times."""
    assert jira.sentences() == ["PROJ-2 tests PROJ-1", "PROJ-1 holds up TEAM-1"]
    [said] = jira.comments_of("PROJ-1")
    assert (said.author, said.visibility and said.visibility.value) == (jira.user("alice"), "Testers")
    assert said.created == said.updated == datetime(2026, 4, 1, tzinfo=timezone.utc)
    assert [one.author for one in jira.comments_of("PROJ-2")] == [None]
    files = list(jira.site.attachments.values())
    assert [(one.filename, one.mime_type, one.content) for one in files] == [
        ("log.txt", "text/plain", b"It crashed."),
        ("what", "application/octet-stream", b"\x00\x01\x02"),
    ]
    [work] = jira.worklogs_of("PROJ-2")
    assert (work.seconds, work.comment, jira.properties_of(work)) == (12600, "Some *work*", {"sync": 1})
    assert [one.created.month for one in jira.worklogs_of("PROJ-1")] == [4]
    assert [one.global_id for one in jira.remote_links_of("PROJ-1")] == ["x=1"]
    assert jira.properties_of("PROJ-1") == {"release": {"approved": True, "count": 5, "quoted": "5"}}
    assert jira.properties_of(jira.user("alice")) == {"theme": "dark"}
    assert ("release", "approved") in jira.site.indexed_properties
    recent = jira.client().get("/rest/api/3/project/recent", auth=jira.user("alice").auth).json
    assert [project["key"] for project in recent] == ["TEAM", "PROJ"]
    assert [(one.status, one.submitted_by) for one in jira.site.tasks.values()] == [("COMPLETE", jira.user("alice"))]
    assert jira.clock.now == datetime(2026, 5, 1, 12, tzinfo=timezone.utc)


def test_what_is_planned(jira: FakeJira) -> None:
    """Filters, boards, sprints, ranks and epics are there, each as it is said or as its verb has it."""
    site, alice = jira.site, jira.user("alice")
    bugs, old, *of_boards = site.filters.values()
    assert (bugs.owner, bugs.favourite_of, bugs.columns) == (
        alice,
        (alice.account_id,),
        ("summary", "customfield_10007"),
    )
    assert [(share.id, share.type) for share in bugs.shares] == [
        *((10000 + place, kind) for place, kind in enumerate(["group", "user", "group", "projectRole", "projectRole"])),
        (10005, "project"),
        (10006, "loggedin"),
    ]
    assert [(share.id, str(share.holder)) for share in bugs.editors] == [(10007, "group gone")]
    assert (old.id, old.shares[0].id, old.shares[0].project_id) == ("10500", 10700, "10300")
    assert [(one.name, one.jql) for one in of_boards] == [
        ("Filter for Team", "project = PROJ ORDER BY Rank ASC"),
        ("Filter for Ours", "project = TEAM"),
    ]
    assert [(one.id, str(one), one.has_sprints) for one in site.boards.values()] == [
        ("7", "Team (scrum)", True),
        ("8", "Bugs (kanban)", False),
        ("9", "Ours (simple)", True),
        ("10", "Lost (scrum)", True),
    ]
    assert [(one.id, one.board_id, str(one)) for one in site.sprints.values()] == [
        ("3", "7", "Sprint 1 (closed)"),
        ("4", "7", "Sprint 2 (active)"),
        ("5", "9", "Sprint 2 (future)"),
        ("6", "5", "Before (closed)"),
    ]
    assert (str(site.sprints["3"].end), str(site.sprints["6"].start)) == (
        "2026-01-15 00:00:00+00:00",
        "2025-06-01 00:00:00+00:00",
    )
    shown = jira.client().get("/rest/agile/1.0/issue/PROJ-1", auth=jira.auth).get_json()["fields"]
    assert (shown["sprint"]["name"], [one["name"] for one in shown["closedSprints"]]) == (
        "Sprint 2",
        ["Before", "Sprint 1"],
    )
    assert ([one["id"] for one in shown["customfield_10007"]], shown["customfield_10019"]) == ([6, 3, 4], "0|hzzzzz:")
    epics = jira.client().get("/rest/agile/1.0/board/7/epic", auth=jira.auth).get_json()["values"]
    assert [(one["name"], one["color"]["key"], one["done"]) for one in epics] == [
        ("Big", "color_3", True),
        ("Small", "color_1", True),
    ]
    assert (site.fields["customfield_10007"].name, site.share_scopes) == ("Iteration", {alice.account_id: "GLOBAL"})


def test_all_of_it_is_dumped(jira: FakeJira) -> None:
    """What was written by hand is written again, and makes the same site; the clock of a real time goes on."""
    data = jira.dump()
    assert load(data).dump() == data
    assert load(data, now="real").clock.now.year > 2026 - 1
    assert "secret" not in str(data).replace("'has_secret': True", "")


def test_history_is_what_it_says() -> None:
    """With `history` there is what it tells and nothing of the loading; without, links have theirs."""
    data: dict[str, Any] = {"issues": ["A-1", "A-2", "A-3"], "links": ["A-1 blocks A-2"]}
    told = [
        {"issue": "A-1", "changes": [{"field": "summary", "from_text": "a", "to_text": "b"}], "created": "2026-01-01"},
        {"linked": "A-1 blocks A-3", "author": "admin"},
        {
            "unlinked": "A-3 is blocked by A-1",
            "type": {"id": "7", "name": "X", "inward": "is blocked by", "outward": "blocks"},
        },
    ]
    assert [len(one) for one in load(data).site.history.values()] == [1, 1]
    jira = load({**data, "history": told})
    values = [
        jira.client().get(f"/rest/api/3/issue/{key}/changelog", auth=jira.auth).get_json()
        for key in ("A-1", "A-2", "A-3")
    ]
    shown = [
        [item["toString"] or item["fromString"] for one in page["values"] for item in one["items"]] for page in values
    ]
    assert shown == [
        ["b", "This work item blocks A-3", "This work item blocks A-3"],
        [],
        ["This work item is blocked by A-1", "This work item is blocked by A-1"],
    ]


HOOK = {"name": "x", "url": "http://127.0.0.1:9/", "events": ["issuelink_created"]}
TWO = {"issues": ["A-1", "A-2"]}
PLANNED = {
    "projects": ["A"],
    "filters": [{"name": "Bugs", "jql": ""}],
    "boards": [{"name": "Team", "project": "A"}, {"name": "Kanban", "project": "A", "type": "kanban"}],
    "sprints": [{"name": "Sprint 1", "board": "Team"}, {"name": "Sprint 1", "board": "Team", "state": "active"}],
}
WRONG: list[tuple[dict[str, Any], str]] = [
    (
        {"issues": [{"key": "a"}]},
        "issues[0]: 'a' is no key of an issue: it takes a project's key in capitals and a number: 'PROJ-1'",
    ),
    ({"issues": ["A-1", "A-1"]}, "issues[1]: the issue A-1 is there already"),
    (
        {"issues": [{"key": "A-1", "id": 7}, {"key": "A-2", "id": "7"}]},
        "issues[1]: the issue of the id 7 is there already: A-1 (Task, To Do): Summary of A-1",
    ),
    ({"issues": [{"key": "A-1", "labels": ["x", 1.0]}]}, "issues[0].labels[1]: 1.0 is no text: write it as '1.0'"),
    ({"issues": [{"key": "A-1", "labels": "x"}]}, "issues[0].labels: 'x' is one: it takes several, in a list"),
    (
        {"issues": [{"key": "A-1", "watchers": ["admin", "adm"]}]},
        "issues[0].watchers[1]: there is no user 'adm' on the site: did you mean 'admin'?",
    ),
    (
        {"issues": [{"key": "A-1", "created": "soon"}]},
        "issues[0].created: 'soon' is no time: it takes one such as '2026-02-01T10:00:00Z'",
    ),
    (
        {"issues": [{"key": "A-1", "created": "2026-13-01T10:00"}]},
        "issues[0].created: '2026-13-01T10:00' is no time: it takes one such as '2026-02-01T10:00:00Z'",
    ),
    (
        {"issues": [{"key": "A-1", "due": "soon"}]},
        "issues[0].due: 'soon' is no date: it takes one such as '2026-02-01'",
    ),
    ({"issues": [{"key": "A-1", "archived": "maybe"}]}, "issues[0].archived: 'maybe' is neither true nor false"),
    ({"issues": [{"key": "A-1", "id": "x"}]}, "issues[0].id: 'x' is no id: it takes a number such as 10000"),
    (
        {"issues": [{"key": "A-1", "original_estimate": "long"}]},
        "issues[0].original_estimate: 'long' is no span of time: it takes one such as '3h 30m', or seconds",
    ),
    (
        {"issues": [{"key": "A-1", "description": {"type": "x"}}]},
        "issues[0].description: the description of A-1 is neither a text nor an Atlassian document: it",
    ),
    (
        {"issues": [{"key": "A-1", "type": {"id": "7"}}]},
        "issues[0].type: there is no issue type of the id '7' on the site: known:",
    ),
    (
        {"issues": [{"key": "A-1", "fix_versions": [{"id": "7"}]}]},
        "issues[0].fix_versions[0]: there is no version of the id '7' on the site: there are none.",
    ),
    ({"issues": [{"key": "A-1", "old_keys": ["A-1"]}]}, "issues[0]: the issue of the id A-1 is there already: 10000"),
    ({"issues": [{"key": "A-1", "type": None}]}, "issues[0].type is null"),
    (
        {"issues": [{"key": "A-1", "visible_to": [{"grop": "x"}]}]},
        "issues[0].visible_to[0]: {'grop': 'x'} is no holder: it takes a name, or user, group or role with one",
    ),
    (
        {**TWO, "links": ["A-1 A-2"]},
        "links[0].link: 'A-1 A-2' is no link: it takes a sentence such as 'PROJ-1 blocks PROJ-2'",
    ),
    ({**TWO, "links": ["A-1 blocks A-2"] * 2}, "links[1].link: the link is there already: A-1 blocks A-2"),
    (
        {**TWO, "links": [{"link": "A-1 blocks A-2", "type": "Clones"}]},
        "links[0].type: there is no link type 'Clones' on the site: did you mean 'Cloners'?",
    ),
    (
        {**TWO, "links": [{"link": "A-1 blocks A-2", "type": {"id": "10001"}}]},
        "links[0].link: the link type 'Cloners' has no phrase 'blocks': known: 'clones', 'is cloned by'.",
    ),
    (
        {**TWO, "comments": [{"issue": "A-3", "body": "x"}]},
        "comments[0].issue: there is no issue 'A-3' on the site: did you mean",
    ),
    (
        {**TWO, "comments": [{"issue": "A-1", "body": "x", "visibility": {}}]},
        "comments[0].visibility: {} will not do: it takes an object with type, value, identifier",
    ),
    (
        {**TWO, "comments": [{"issue": "A-1", "body": "x", "visible_to": {"role": "x"}}]},
        "comments[0].visible_to: there is no role 'x' on the site: there are none.",
    ),
    (
        {**TWO, "remote_links": [{"issue": "A-1", "url": "x", "id": 1}, {"issue": "A-1", "url": "y", "id": 1}]},
        "remote_links[1]: the remote link of the id 1 is there already",
    ),
    (
        {**TWO, "attachments": [{"issue": "A-1", "filename": "x", "content_base64": "?"}]},
        "attachments[0].content_base64: '?' is no base64",
    ),
    (
        {**TWO, "properties": [{"key": "x", "value": 1}]},
        "properties[0]: a property is of one thing: it takes one of issue, comment, worklog, project, user, issue_type",
    ),
    (
        {**TWO, "properties": [{"comment": 7, "key": "x", "value": 1}]},
        "properties[0].comment: there is no comment of the id '7' on the site: there are none.",
    ),
    ({**TWO, "history": [{"issue": "A-1"}]}, "history[0]: it takes one of changes, linked and unlinked"),
    ({**TWO, "history": [{"linked": ""}]}, "history[0].linked: '' is no link: it takes a sentence"),
    (
        {**TWO, "history": [{"linked": "A-1 x A-2", "type": 7}]},
        "history[0].linked: there is no link type of the id '7'",
    ),
    (
        {**TWO, "history": [{"linked": "A-1 x A-2", "type": {}}]},
        "history[0].type: {} will not do: it takes an object with",
    ),
    ({**TWO, "remote_links": [{"issue": "A-1", "url": "x", "icon": "y"}]}, "remote_links[0].icon: 'y' is no object"),
    ({**TWO, "worklogs": [{"issue": "A-1", "time_spent": 1}]}, "worklogs[0]: 1 is no time that somebody worked"),
    ({**TWO, "history": [{"changes": []}]}, "history[0]: it takes the issue that was changed"),
    (
        {**TWO, "history": [{"issue": "A-1", "changes": [{"feild": "x"}]}]},
        "history[0].changes[0]: {'feild': 'x'} is no change: it takes an object with field",
    ),
    (
        {**TWO, "history": [{"issue": "A-1", "changes": [{"field": "x", "fro": 1}]}]},
        "history[0].changes[0]: a change has no 'fro': did you mean 'from_id'?",
    ),
    (
        {"users": [{"name": "admin", "account_id": "x"}]},
        "users[0]: the user 'admin' is there already, and is another one",
    ),
    ({"projects": ["A", {"key": "A", "id": 7}]}, "projects[1]: the project A is there already, and has the id 10000"),
    (
        {"projects": ["A"], "versions": [{"name": "1", "project": "A", "related_work": [{}]}]},
        "versions[0].related_work: {} will not do: it takes an object with id, category, title, url",
    ),
    (
        {
            "projects": ["A", "B"],
            "roles": [{"name": "R", "project": "A", "id": 3}, {"name": "R", "project": "B", "id": 4}],
        },
        "roles[1]: the role R in B has the id 3, as in other projects",
    ),
    (
        {"projects": [{"key": "A", "browsable": [1]}]},
        "projects[0].browsable[0]: 1 is no grant: it takes allow and deny",
    ),
    ({"users": [{"name": "x", "removed": True}]}, "users[0]: of what is gone, or in no project, it takes account_id"),
    ({"roles": [{"name": "x"}]}, "roles[0]: of what is gone, or in no project, it takes id"),
    (
        {**TWO, "worklogs": [{"issue": "A-1", "time_spent": 60, "removed": "2026-01-01", "id": 1}]},
        "worklogs[0]: of what is gone, or in no project, it takes started and created and updated",
    ),
    (
        {**TWO, "attachments": [{"issue": "A-1", "filename": "x", "content": "\ud83d"}]},
        "attachments[0].content: UTF-8 has no",
    ),
    (
        {"projects": ["A"], "versions": [{"name": "1", "project": "A", "related_work": 5}]},
        "versions[0].related_work: 5 is one: it takes several, in a list",
    ),
    ({"link_types": [{"name": "Tests"}]}, "link_types[0]: the link type 'Tests' is new: it takes inward and outward"),
    (
        {"permission_schemes": [{"name": "x", "grants": {"LINK_ISUES": {}}}]},
        "permission_schemes[0].grants: there is no 'LINK_ISUES' in projects: did you mean 'LINK_ISSUES'?",
    ),
    (
        {"permission_schemes": [{"name": "x", "grants": {"LINK_ISSUES": {"alow": []}}}]},
        "permission_schemes[0].grants.LINK_ISSUES: {'alow': []} is no grant: it takes allow and deny",
    ),
    (
        {"permission_schemes": [{"name": "x", "grants": []}]},
        "permission_schemes[0].grants: [] will not do: it takes an",
    ),
    (
        {"permission_schemes": [{"name": "x", "grants": {"LINK_ISSUES": {"allow": ["amin"]}}}]},
        "permission_schemes[0].grants: there is no user, group or role 'amin' on the site: did you mean 'admin'?",
    ),
    (
        {"permission_schemes": [{"name": "x", "grants": {"LINK_ISSUES": {"deny": [{"role": "admin"}]}}}]},
        "permission_schemes[0].grants: there is no role 'admin' on the site: there are none.",
    ),
    (
        {"groups": ["admin"], "permission_schemes": [{"name": "x", "grants": {"LINK_ISSUES": {"allow": ["admin"]}}}]},
        "permission_schemes[0].grants: 'admin' is the name of several: write {user: admin} or {group: admin}",
    ),
    (
        {"permission_schemes": [{"name": "x", "projects": ["A"]}]},
        "permission_schemes[0].projects[0]: there is no project 'A' on the site: there are none.",
    ),
    (
        {"webhooks": [{**HOOK, "events": ["jira:issue_creatd"]}]},
        "webhooks[0].events[0]: there is no 'jira:issue_creatd'",
    ),
    ({"webhooks": [{**HOOK, "events": []}]}, "webhooks[0]: the webhook has no events"),
    ({"webhooks": [{**HOOK, "url": "x"}]}, "webhooks[0]: "),
    ({"webhooks": [{**HOOK, "jql": "y ="}]}, "webhooks[0].jql: it is wrong: "),
    ({"webhooks": [{**HOOK, "id": 1}, {**HOOK, "id": 1}]}, "webhooks[1]: the webhook of the id 1 is there already"),
    ({"filters": [{"name": "x", "jql": "y ="}]}, "filters[0].jql: it is wrong: "),
    ({"filters": [{"name": "x"}]}, "filters[0].jql is missing"),
    (
        {"filters": [{"name": "x", "jql": "", "columns": ["sumary"]}]},
        "filters[0].columns[0]: no list shows a field 'sumary': did you mean 'summary'?",
    ),
    (
        {"filters": [{"name": "x", "jql": ""}, {"name": "X", "jql": ""}]},
        "filters[1]: admin has the filter 'x' already",
    ),
    (
        {"filters": [{"name": "x", "jql": "", "shared_with": [{"projct": "A"}]}]},
        "filters[0].shared_with[0]: {'projct': 'A'} is nobody to share with: it takes a name, or user, group, role or",
    ),
    (
        {"filters": [{"name": "x", "jql": "", "editable_by": ["ANYONE", {"project": "A"}]}]},
        "filters[0].editable_by[1]: there is no project 'A' on the site: there are none.",
    ),
    ({"boards": [{"name": "x", "type": "scrumm"}]}, "boards[0].type: there is no 'scrumm': did you mean 'scrum'?"),
    ({"boards": [{"name": "x"}]}, "boards[0]: the board 'x' takes a project, a filter or jql"),
    ({"boards": [{"name": "x", "jql": "y = 1"}]}, "boards[0].jql: it is wrong: "),
    (
        {"filters": [{"name": "y", "jql": ""}], "boards": [{"name": "x", "jql": "", "filter": "y"}]},
        "boards[0]: the board 'x' takes a filter or jql, not both",
    ),
    (
        {**PLANNED, "boards": [{"name": "Team", "filter": "Bug"}]},
        "boards[0].filter: there is no filter 'Bug' on the site: did you mean 'Bugs'?",
    ),
    ({**PLANNED, "sprints": [{"name": "x"}]}, "sprints[0]: the sprint 'x' takes a board"),
    (
        {**PLANNED, "sprints": [{"name": "x", "board": "Teem"}]},
        "sprints[0].board: there is no board 'Teem' on the site: did you mean 'Team'?",
    ),
    (
        {**PLANNED, "sprints": [{"name": "x", "board": {"id": 8}}]},
        "sprints[0].board: there is no board of the id '8' on the site: ",
    ),
    (
        {**PLANNED, "sprints": [{"name": "x", "board": "Kanban"}]},
        "sprints[0]: the board Kanban (kanban) has no sprints: one of the type 'scrum' has",
    ),
    (
        {**PLANNED, "sprints": [{"name": "x", "board": "Team", "start": "2026-01-02", "end": "2026-01-01"}]},
        "sprints[0]: the sprint 'x' ends at 2026-01-01 00:00:00+00:00, which is not after its start at 2026-01-02",
    ),
    (
        {**PLANNED, "sprints": [{"name": "x", "board": "Team", "completed": "2026-01-02"}]},
        "sprints[0]: the sprint 'x' is not closed, and has no completed",
    ),
    (
        {**PLANNED, "issues": [{"key": "A-1", "sprints": ["Sprint 1"]}]},
        "issues[0].sprints[0]: several sprints are called 'Sprint 1': name one by its id, of 1 and 2",
    ),
    (
        {**PLANNED, "issues": [{"key": "A-1", "sprints": [{"id": 1}, {"id": 2}]}]},
        "issues[0]: A-1 is in one sprint that is not closed, not in Sprint 1 (future) and Sprint 1 (active)",
    ),
    (
        {"issues": [{"key": "A-1", "rank": "first"}]},
        "issues[0].rank: 'first' is no rank: it takes one as Jira writes it, such as '0|i0000f:'",
    ),
    ({"issues": [{"key": "A-1", "epic_done": True}]}, "issues[0]: A-1 is no epic, which alone has epic_done"),
    (
        {"custom_fields": [{"name": "x", "software": "sprint"}, {"name": "y", "software": "sprint"}]},
        "custom_fields[1]: Jira Software's field 'sprint' is there already: customfield_10020",
    ),
    ({**TWO, "last_ids": 5}, "last_ids: 5 is no object"),
    ({**TWO, "last_ids": {"issue": "x"}}, "last_ids.issue: 'x' is no whole number"),
    (
        {"custom_fields": [{"name": "x", "id": "x"}]},
        "custom_fields[0].id: 'x' will not do: it takes one such as 'customfield_10001'",
    ),
    ({"issues": [5]}, "issues[0]: 5 will not do: it takes a text or an object with key, id, old_keys,"),
    ({"comments": ["x"]}, "comments[0]: 'x' will not do: it takes an object with"),
    ({"issues": {}}, "issues is no list"),
    ({"issues": [{"key": "A-1", "x" * 70: 1}]}, "issues[0].xxx"),
    ({"statuses": [{"name": {"x" * 80: 1}}]}, "statuses[0].name: {'xxx"),
]


@pytest.mark.parametrize(("data", "message"), WRONG, ids=[message[:60] for _, message in WRONG])
def test_what_is_wrong_is_told_where_it_is(data: dict[str, Any], message: str) -> None:
    """Each mistake has its path and the nearest right thing, and leaves the site as it was."""
    jira = FakeJira()
    before = jira.snapshot()
    with pytest.raises(UsageError) as mistake:
        jira.load(data)
    assert str(mistake.value).startswith(message)
    assert jira.difference(before) == []
    assert jira.site.last_ids() == FakeJira().site.last_ids()


def test_only_the_first_mistakes_are_told() -> None:
    """Of many mistakes the first twenty are told, and how many there are more."""
    with pytest.raises(UsageError) as mistake:
        FakeJira().load({"issues": [{}] * 25})
    assert str(mistake.value).startswith("issues[0].key is missing; issues[1].key is missing; ")
    assert str(mistake.value).endswith("issues[19].key is missing; ... and 5 more")


def test_python_values_are_taken() -> None:
    """Data in Python has dates and times as such."""
    berlin = datetime.fromisoformat("2026-01-01T10:00:00+01:00")
    jira = load(
        {"issues": [{"key": "A-1", "due": date(2026, 1, 2), "created": berlin, "updated": datetime(2026, 1, 3)}]}
    )
    assert (jira.issue("A-1").due, jira.issue("A-1").created.hour) == (date(2026, 1, 2), 9)
    assert load({"issues": [{"key": "A-1", "created": date(2026, 1, 2)}]}).issue("A-1").created.day == 2


def test_people_and_projects_that_are_there_get_more() -> None:
    """The same people and projects may stand in several files; what they add comes to what is there."""
    jira = load({"users": ["alice"], "groups": ["devs"], "projects": ["A"]})
    jira.load(
        {
            "users": [{"name": "alice", "groups": ["devs"]}],
            "groups": ["devs"],
            "projects": [{"key": "A", "description": "x"}],
        }
    )
    assert [user.name for user in jira.site.people.members_of(jira.group("devs"))] == ["alice"]
    assert jira.project("A").description == "x"


def test_a_status_in_use_is_changed_where_it_is_used() -> None:
    """What data says of a status, a priority or a type holds for issues that have it, and keeps transitions whole."""
    jira = FakeJira()
    jira.add_project("A", types=["Task"], category="Inner")
    jira.add_project("B")
    jira.add_issue("A-1", status="In Progress")
    jira.add_transition("Go", to="In Progress", sources=["In Progress", "To Do"])
    jira.add_transition("Back", to="To Do")
    jira.load(
        {
            "statuses": [{"name": "In Progress", "id": 3}],
            "priorities": [{"name": "Medium", "description": "Middling"}],
            "issue_types": [{"name": "Task", "id": 8}, {"name": "Bug", "removed": True}],
            "project_categories": [{"name": "Inner", "description": "Ours"}],
        }
    )
    one = jira.issue("A-1")
    assert (one.status.id, one.type.id, one.priority and one.priority.description) == ("3", "8", "Middling")
    assert [(each.to.id, each.sources) for each in jira.site.transitions.values()] == [
        ("3", {"3", "10000"}),
        ("10000", None),
    ]
    assert jira.project("A").types == {"8"}
    assert "Bug" not in [issue_type.name for issue_type in jira.site.issue_types.values()]
    assert jira.project("A").category is not None
    assert jira.add_issue("A-2").type.id == "8"


def test_a_type_of_links_in_use_keeps_its_id() -> None:
    """The id of a type that has links cannot be changed by data."""
    jira = load({"issues": ["A-1", "A-2"], "links": ["A-1 blocks A-2"]})
    with pytest.raises(UsageError, match=r"^link_types\[0\]: the link type 'Blocks' has links, and the id 10000$"):
        jira.load({"link_types": [{"name": "Blocks", "id": 7}]})
