"""The add_ verbs: what they put on the site, and what they say of a mistake."""

from datetime import date, datetime

import pytest

from jira_linkfake import ANYONE, UsageError
from jira_linkfake.jira.link_types.finding import link_types_named
from tests.wire.facts import snapshot


@pytest.fixture
def peopled(jira):
    """A FakeJira with a user, a group, a role, a security level, and a link between issues of two projects."""
    alice = jira.add_user("alice", token="secret")
    jira.add_group("devs", [alice])
    jira.add_role("Testers", project="APP", members=[alice])
    jira.add_security_level("Internal", project="APP", members=[alice])
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.add_remote_link("APP-1", "https://example.com/there", global_id="there")
    return jira


def test_project_is_added_once(jira):
    """A project is named by its key unless it is given a name, and is returned when it is there already."""
    assert jira.add_project("NEW").name == "NEW"
    crm = jira.add_project("CRM", name="Customers")
    assert jira.add_project("CRM") is jira.add_project("CRM", name="Customers") is crm
    assert (crm.id, crm.key, crm.name) == ("10003", "CRM", "Customers")


def test_project_has_a_lead(peopled):
    """A project is led by the admin unless it is given another lead."""
    alice = peopled.site.people.users["alice"]
    assert peopled.add_project("NEW").lead is peopled.default_user
    assert peopled.add_project("CRM", lead="alice").lead is peopled.add_project("WEB", lead=alice).lead is alice
    assert peopled.add_project("CRM").lead is peopled.add_project("CRM", lead=alice).lead is alice


def test_issue_has_defaults(jira):
    """An issue that is given a key alone is a task to do of medium priority, which everybody sees, in its project."""
    issue = jira.add_issue("NEW-7")
    assert (issue.id, issue.key, issue.project, issue.summary) == ("10003", "NEW-7", "NEW", "Summary of NEW-7")
    assert (issue.type.name, issue.status.name, issue.priority.name) == ("Task", "To Do", "Medium")
    assert (issue.security_level, issue.archived) == (None, False)
    assert issue.created == issue.updated
    assert "NEW" in jira.site.projects


def test_issue_is_as_it_was_asked_for(peopled):
    """Summary, type, status, priority, level and archive of an issue are what the test asks for."""
    issue = peopled.add_issue(
        "APP-9",
        summary="",
        type="Bug",
        status="Done",
        priority=None,
        security_level="Internal",
        archived=True,
    )
    assert (issue.summary, issue.type.name, issue.status.category.key) == ("", "Bug", "done")
    assert (issue.priority, issue.security_level.name, issue.archived) == (None, "Internal", True)


def test_issue_has_text_people_and_custom_fields(peopled):
    """Description, labels, parent, people and custom fields of an issue are what the test asks for."""
    issue = peopled.add_issue(
        "APP-9",
        description="It crashes",
        labels=["red"],
        parent="app-1",
        assignee="alice",
        reporter=peopled.default_user,
        fields={"customfield_10010": 3, "duedate": "2026-03-01"},
    )
    assert (issue.description, issue.labels, issue.parent_id) == ("It crashes", ["red"], "10000")
    assert (issue.assignee.name, issue.reporter.name, issue.creator.name) == ("alice", "admin", "admin")
    assert issue.custom_fields == {"customfield_10010": 3}
    assert issue.due == date(2026, 3, 1)
    assert peopled.add_issue("APP-10", reporter=None).reporter is None


def test_issues_are_added_in_order(jira):
    """Several issues are added at once, in the order of their keys."""
    assert [(issue.id, issue.key) for issue in jira.add_issues("NEW-1", "NEW-2")] == [
        ("10003", "NEW-1"),
        ("10004", "NEW-2"),
    ]
    assert jira.add_issues() == []


def test_visible_to_makes_a_level(jira):
    """`visible_to` makes a security level of the issue's project with these members."""
    alice, bob = jira.add_user("alice"), jira.add_user("bob")
    level = jira.add_issue("APP-9", visible_to=[alice]).security_level
    assert (level.name, level.project) == ("of APP-9", "APP")
    assert [jira.site.people.is_in_level(user, level) for user in (alice, bob)] == [True, False]


def test_visible_to_makes_a_level_for_a_key_that_comes_again(jira):
    """An issue that is added again after it was removed has a level of its own."""
    alice = jira.add_user("alice")
    first = jira.add_issue("APP-9", visible_to=[alice]).security_level
    jira.remove_issue("APP-9")
    again = jira.add_issue("APP-9", visible_to=[jira.default_user]).security_level
    assert (first.name, again.name) == ("of APP-9", "of APP-9 (2)")
    assert not jira.site.people.is_in_level(alice, again)


def test_level_goes_by_itself_or_by_name(peopled):
    """An issue's security level is what `add_security_level` returned, or its name in the issue's project."""
    level = peopled.add_security_level("Secret", project="APP", members=[ANYONE])
    peopled.add_security_level("Secret", project="LIB")
    by_itself, by_name = (
        peopled.add_issue("APP-8", security_level=level),
        peopled.add_issue("APP-9", security_level="Secret"),
    )
    assert by_itself.security_level == by_name.security_level == level


def test_user_has_an_email_an_account_and_groups(peopled):
    """A user's email is made from the name unless given, the account is a new one, and groups are joined."""
    bob = peopled.add_user("Bob van Dyke", groups=["devs", peopled.add_group("ops")])
    assert (bob.name, bob.email, bob.token) == ("Bob van Dyke", "bob.van.dyke@example.com", None)
    assert bob.account_id == "712020:00000000-0000-4000-8000-000000010002"
    people = peopled.site.people
    assert all(people.is_one_of(bob, [people.groups[name]]) for name in ("devs", "ops"))
    assert peopled.add_user("carol", email="c@example.org", token="t").auth == ("c@example.org", "t")


def test_role_keeps_its_id_in_every_project(peopled):
    """A role of one name has one id on the whole site, and its members in each project."""
    in_lib = peopled.add_role("Testers", project="LIB")
    in_app = peopled.site.people.roles["APP", "Testers"]
    assert (in_lib.id, in_lib.project) == (in_app.id, "LIB")
    assert peopled.add_role("Leads", project=peopled.add_project("LIB")).id != in_app.id
    alice = peopled.site.people.users["alice"]
    assert [peopled.site.people.is_one_of(alice, [role]) for role in (in_app, in_lib)] == [True, False]


def test_link_types_may_share_a_name(jira):
    """A second type of a name can be added, as there is on imported sites, but not the same type twice."""
    first = jira.add_link_type("Tests", inward="is tested by", outward="tests")
    second = jira.add_link_type("Tests", inward="is checked by", outward="checks")
    assert [one.id for one in (first, second)] == ["10004", "10005"]
    assert link_types_named(jira.site, "Tests") == [first, second]


@pytest.mark.parametrize(
    ("issue", "phrase", "other"), [("APP-1", "clones", "LIB-1"), ("LIB-1", "is cloned by", "APP-1")]
)
def test_link_goes_by_either_phrase(jira, issue, phrase, other):
    """A link is seeded with either phrase of its type, between issues or their keys."""
    link = jira.add_link(issue, phrase, jira.site.issues.with_key(other))
    assert (link.type.name, str(link)) == ("Cloners", "APP-1 clones LIB-1")
    assert jira.links == [link]


def test_seeded_link_needs_no_permission_and_no_room(jira):
    """No permission, no limit and no switch keeps a test from seeding a link, and no request has made it."""
    jira.deny("LINK_ISSUES")
    jira.link_limit = 0
    jira.linking_enabled = False
    jira.add_link("APP-1", "relates to", "LIB-1")
    assert jira.sentences() == ["APP-1 relates to LIB-1"]
    assert jira.recorded_links == jira.exchanges == []


def test_comment_is_added_without_a_request(peopled):
    """A seeded comment is the admin's and public unless told otherwise, and moves the issue; nobody is told of it."""
    comment = peopled.add_comment("APP-1", "Said")
    assert (comment.author, comment.update_author, comment.visibility) == (peopled.default_user,) * 2 + (None,)
    assert peopled.site.issues.with_key("APP-1").updated == comment.created
    assert peopled.comments_of("app-1") == [comment]
    assert peopled.site.events == []


def test_text_is_a_document_too(peopled):
    """Wherever a text is seeded, an Atlassian document is taken; it is the site's from then on."""
    document = {"type": "doc", "version": 1, "content": [{"type": "rule"}]}
    notes = peopled.add_field("Notes", type="paragraph").id
    issue = peopled.add_issue("APP-7", description=document, fields={notes: document})
    comment = peopled.add_comment("APP-7", document)
    by_field = peopled.add_issue("APP-8", fields={"description": document})
    kept = [issue.description_document, comment.document, by_field.description_document, issue.custom_fields[notes]]
    assert (issue.description, comment.body, by_field.description) == ("[rule]",) * 3
    document["content"].clear()
    assert kept == [{"type": "doc", "version": 1, "content": [{"type": "rule"}]}] * 4
    with pytest.raises(UsageError, match="it is a list, not an object"):
        peopled.add_issue("APP-9", fields={notes: ["a"]})
    empty = peopled.add_issue("APP-9", description=document)
    assert (empty.description, empty.description_document) == (None, None)


def test_comment_can_be_restricted(peopled):
    """A seeded comment goes to a group or to a role, whoever its author is, and whatever the limit and permissions."""
    peopled.deny("ADD_COMMENTS")
    peopled.comment_limit = 0
    people = peopled.site.people
    to_group = peopled.add_comment("APP-1", "Said", author="alice", visible_to=people.groups["devs"])
    to_role = peopled.add_comment("APP-1", "Said", visible_to=people.roles["APP", "Testers"])
    assert (to_group.author.name, to_group.visibility.type, to_group.visibility.value) == ("alice", "group", "devs")
    assert (to_role.visibility.type, to_role.visibility.value) == ("role", "Testers")


def test_watchers_and_voters_are_who_is_named(peopled):
    """Who makes an issue or comments on it watches it, unless it is said who does; nobody votes by themselves."""
    made, told = peopled.add_issue("APP-8"), peopled.add_issue("APP-9", watchers=[], voters=["alice"])
    assert ([*map(str, peopled.watchers_of(made))], peopled.voters_of(made)) == (["admin"], [])
    assert (peopled.watchers_of(told), [*map(str, peopled.voters_of(told))]) == ([], ["alice"])
    peopled.add_comment("APP-8", "Seen", author="alice")
    peopled.add_watcher("APP-9", "alice")
    peopled.add_watcher("APP-9", "alice")
    peopled.add_vote("APP-8", "admin")
    assert [str(user) for key in ("APP-8", "APP-9") for user in peopled.watchers_of(key)] == ["admin", "alice", "alice"]
    assert [str(user) for user in peopled.voters_of("APP-8")] == ["admin"]


def test_nobody_watches_by_themselves_while_watching_is_off(jira):
    """Who makes an issue watches it only where issues are watched at all."""
    jira.watching_enabled = False
    assert jira.watchers_of(jira.add_issue("APP-9")) == []


def test_work_is_logged(peopled):
    """Work has an author, a start, a comment and readers, and makes less of what is to be done."""
    peopled.add_issue("APP-9", fields={"timetracking": {"originalEstimate": "1d"}})
    logged = peopled.add_worklog(
        "APP-9", "2h", author="alice", started=datetime(2026, 2, 3), comment="Seen", visible_to="Testers"
    )
    assert peopled.worklogs_of("APP-9") == [logged]
    assert (str(logged.author), logged.time_spent, logged.comment) == ("alice", "2h", "Seen")
    assert (f"{logged.started:%Y-%m-%d}", logged.visibility.value) == ("2026-02-03", "Testers")
    assert peopled.issue("APP-9").remaining_estimate == 6 * 3600


@pytest.mark.parametrize("span", ["soon", "0m", ""])
def test_work_takes_a_time(peopled, span):
    """What is no time, or less than a minute, is no work."""
    with pytest.raises(UsageError, match="is no time that somebody worked: it takes one such as '3h 30m'"):
        peopled.add_worklog("APP-1", span)
    assert peopled.worklogs_of("APP-1") == []


def test_remote_link_has_a_url_and_all_else_that_is_asked_for(jira):
    """A seeded remote link has its URL for a title unless told otherwise, and moves its issue; nobody is told of it."""
    plain = jira.add_remote_link("app-1", "https://example.com/1")
    assert (plain.title, plain.summary, plain.relationship, plain.global_id) == (plain.url, None, None, None)
    assert (plain.application, plain.icon, plain.status) == ({}, {}, {})
    status = {"resolved": True}
    full = jira.add_remote_link(
        "APP-1",
        "https://example.com/2",
        title="Two",
        summary="s",
        relationship="causes",
        global_id="g" * 255,
        application={"name": "App"},
        icon={"title": "i"},
        status=status,
    )
    status.clear()
    assert (full.title, full.summary, full.relationship, full.global_id) == ("Two", "s", "causes", "g" * 255)
    assert (full.application, full.icon, full.status) == ({"name": "App"}, {"title": "i"}, {"resolved": True})
    assert jira.remote_links_of("app-1") == [plain, full]
    assert jira.remote_links_of(jira.site.issues.with_key("APP-2")) == []
    assert jira.site.issues.with_key("APP-1").updated == jira.site.clock.now
    assert jira.site.events == []


def test_seeded_remote_link_needs_no_permission_and_no_room(jira):
    """Seeding ignores permissions, the limit and whether linking is on; the same URL can be there twice."""
    jira.deny("LINK_ISSUES")
    jira.remote_link_limit, jira.linking_enabled = 0, False
    for issue in ("APP-1", "APP-1", "APP-2"):
        jira.add_remote_link(issue, "https://example.com")
    jira.add_remote_link("APP-1", "https://example.com", global_id="g")
    jira.add_remote_link("APP-2", "https://example.com", global_id="g")
    assert [len(jira.remote_links_of(issue)) for issue in ("APP-1", "APP-2")] == [3, 2]


def test_status_has_a_category(jira):
    """A status is in progress unless it is given another of Jira's categories, and issues can have it."""
    assert jira.add_status("Review").category.key == "indeterminate"
    assert jira.add_status("Released", category="Done").category.key == "done"
    assert jira.add_issue("APP-9", status="Review").status.name == "Review"


def test_priority_can_be_had_by_issues(jira):
    """A priority has an id of its own, and issues can have it."""
    urgent = jira.add_priority("Urgent")
    assert (urgent.id, urgent.description) == ("10000", "")
    assert jira.add_issue("APP-9", priority="Urgent").priority == urgent


def test_field_has_an_id_and_a_type(jira):
    """A custom field's id is its name in an issue's fields; its values are texts unless it is given another type."""
    points = jira.add_field("Story points", type="number")
    team = jira.add_field("Team")
    jira.add_issue("APP-9", fields={points.id: 3, team.id: "Red"})
    assert (points.id, team.id, str(team)) == ("customfield_10000", "customfield_10001", "field Team")
    assert (points.type, team.type) == ("number", "string")


@pytest.mark.parametrize(
    ("type_", "told"),
    [
        ("text", ("string", None, "textfield")),
        ("paragraph", ("string", None, "textarea")),
        ("number", ("number", None, "float")),
        ("date", ("date", None, "datepicker")),
        ("labels", ("array", "string", "labels")),
        ("select", ("option", None, "select")),
    ],
)
def test_field_has_jiras_words_for_its_type(jira, type_, told):
    """A field has a type of Jira's values, that of one of several, and the kind of field that Jira has for them."""
    field = jira.add_field("Team", type=type_)
    assert (field.type, field.items, field.custom_type) == told


def test_field_of_an_issue_is_one_of_the_sites(jira):
    """An issue brings its custom fields along, under their ids, and a new field takes the next id that is free."""
    jira.add_issue("APP-9", fields={"customfield_10001": 3, "customfield_7": "x"})
    assert [(field.id, field.name, field.type) for field in jira.site.fields.values()] == [
        ("customfield_10001", "customfield_10001", "any"),
        ("customfield_7", "customfield_7", "any"),
    ]
    assert [jira.add_field(name).id for name in ("Team", "Squad")] == ["customfield_10000", "customfield_10002"]
    jira.add_issue("APP-10", fields={"customfield_10000": "Red"})
    assert [field.name for field in jira.site.fields.values()][2:] == ["Team", "Squad"]


def test_transition_that_is_added_is_in_the_place_of_the_others_to_its_status(jira):
    """Statuses that nothing was added to keep theirs; screens have what is required, each field once."""
    close = jira.add_transition("Close", to="Done", screen=["resolution"], required=["resolution", "assignee"])
    reject = jira.add_transition("Reject", to=close.to, sources=["To Do", jira.site.statuses["10001"]])
    assert (close.id, close.name, close.to.name, str(reject)) == ("10000", "Close", "Done", "transition Reject")
    assert (close.screen.fields, close.screen.required) == (("resolution", "assignee"), ("resolution", "assignee"))
    assert (close.sources, reject.sources, reject.screen) == (None, {"10000", "10001"}, None)


def test_issue_type_has_a_level(jira):
    """A type of issues is a standard one unless it is given another level, and issues can have it."""
    spike, step = jira.add_issue_type("Spike"), jira.add_issue_type("Step", hierarchy_level=-1)
    assert (spike.subtask, step.subtask, spike.avatar_id) == (False, True, 10318)
    assert jira.add_issue("APP-9", type="Spike").type.name == "Spike"


EMPTY = {"type": "doc", "version": 1, "content": []}
DEEP: dict[str, object] = EMPTY
for _ in range(200_000):
    DEEP = {"type": "doc", "version": 1, "content": [DEEP]}

MISTAKES = {
    "project key": (
        lambda jira: jira.add_project("new"),
        "'new' is no key of a project: it takes a letter of A-Z and more of A-Z, 0-9 and _, as in 'PROJ'",
    ),
    "other name of a project": (
        lambda jira: jira.add_project("APP", name="Apples"),
        "the project APP is there already, and is named 'APP'",
    ),
    "lead of a project that is there": (
        lambda jira: jira.add_project("APP", lead="alice"),
        "the project APP is there already, and its lead is admin",
    ),
    "lead": (
        lambda jira: jira.add_project("NEW", lead="alicia"),
        "there is no user 'alicia' on the site: did you mean 'alice'?",
    ),
    "type of a field": (
        lambda jira: jira.add_field("Team", type="txt"),
        "there is no type of fields 'txt': did you mean 'text'?",
    ),
    "issue key": (
        lambda jira: jira.add_issue("APP"),
        "'APP' is no key of an issue: it takes a project's key in capitals and a number: 'PROJ-1'",
    ),
    "issue key that starts with zero": (
        lambda jira: jira.add_issue("APP-01"),
        "'APP-01' is no key of an issue: it takes a project's key in capitals and a number: 'PROJ-1'",
    ),
    "issue that is there": (lambda jira: jira.add_issue("APP-1"), "the issue APP-1 is there already"),
    "issue type": (
        lambda jira: jira.add_issue("APP-9", type="bug"),
        "there is no issue type 'bug' on the site: did you mean 'Bug'?",
    ),
    "status": (
        lambda jira: jira.add_issue("APP-9", status="Todo"),
        "there is no status 'Todo' on the site: did you mean 'To Do'?",
    ),
    "priority": (
        lambda jira: jira.add_issue("APP-9", priority="Blocker"),
        "there is no priority 'Blocker' on the site: known: 'High', 'Highest', 'Low', 'Lowest', 'Medium'.",
    ),
    "security level": (
        lambda jira: jira.add_issue("APP-9", security_level="internal"),
        "the project APP has no security level 'internal': did you mean 'Internal'?",
    ),
    "number in the place of a name": (
        lambda jira: jira.add_issue("APP-9", status=5),
        "there is no status '5' on the site: known: 'Done', 'In Progress', 'To Do'.",
    ),
    "number in the place of a project": (
        lambda jira: jira.add_version("1.0", project=7),
        "there is no project '7' on the site: known: 'APP', 'LIB'.",
    ),
    "security level of another project": (
        lambda jira: jira.add_issue("LIB-9", security_level="Internal"),
        "the project LIB has no security level 'Internal': there are none.",
    ),
    "security level and visible_to": (
        lambda jira: jira.add_issue("APP-9", security_level="Internal", visible_to=[]),
        "APP-9 takes a security_level or visible_to, not both",
    ),
    "name in visible_to": (
        lambda jira: jira.add_issue("APP-9", visible_to=["alcie"]),
        "there is no user, group or role 'alcie' on the site: did you mean 'alice'?",
    ),
    "user's name": (
        lambda jira: jira.add_user("alice", email="other@example.com"),
        "the user 'alice' is there already: user('alice') returns them",
    ),
    "user's email": (
        lambda jira: jira.add_user("bob", email="ALICE@example.com"),
        "the email of the user 'bob' is alice's already",
    ),
    "user's token": (
        lambda jira: jira.add_user("bob", token="secret"),
        "the token of the user 'bob' is alice's already",
    ),
    "user's group": (
        lambda jira: jira.add_user("bob", groups=["dev"]),
        "there is no group 'dev' on the site: did you mean 'devs'?",
    ),
    "group": (lambda jira: jira.add_group("devs"), "the group 'devs' is there already: group('devs') returns it"),
    "group's member": (
        lambda jira: jira.add_group("ops", [ANYONE]),
        "ANYONE cannot be a member: a group has users",
    ),
    "role": (
        lambda jira: jira.add_role("Testers", project="APP"),
        "the project APP has the role 'Testers' already",
    ),
    "role's project": (
        lambda jira: jira.add_role("Testers", project="APPS"),
        "there is no project 'APPS' on the site: did you mean 'APP'?",
    ),
    "role's member": (
        lambda jira: jira.add_role("Leads", project="APP", members=[ANYONE]),
        "ANYONE cannot be a member: a role has users and groups",
    ),
    "level": (
        lambda jira: jira.add_security_level("Internal", project="APP"),
        "the project APP has the security level 'Internal' already",
    ),
    "level's project": (
        lambda jira: jira.add_security_level("Internal", project="NOPE"),
        "there is no project 'NOPE' on the site: known: 'APP', 'LIB'.",
    ),
    "assignee": (
        lambda jira: jira.add_issue("NEW-1", assignee="alicia"),
        "there is no user 'alicia' on the site: did you mean 'alice'?",
    ),
    "parent": (
        lambda jira: jira.add_issue("NEW-1", parent="APP-7"),
        "there is no issue 'APP-7' on the site: did you mean 'APP-2'?",
    ),
    "labels": (
        lambda jira: jira.add_issue("NEW-1", labels="red"),
        "labels='red' is one text: it takes several, as in labels=['red']",
    ),
    "custom field": (
        lambda jira: jira.add_issue("NEW-1", fields={"Story Points": 3}),
        (
            "fields has names such as 'customfield_10010', not 'Story Points': known: 'assignee', 'components',"
            " 'description', 'duedate', 'environment', 'fixVersions', 'issuetype', 'labels', 'parent', 'priority',"
            " 'reporter', 'resolution', 'security', 'summary', 'timetracking', 'versions'."
        ),
    ),
    "required field on no screen": (
        lambda jira: jira.add_field("Team", on_screens=False, required=True),
        "the field 'Team' is required, and on no screen on which anybody could set it",
    ),
    "transition's status": (
        lambda jira: jira.add_transition("Close", to="Don"),
        "there is no status 'Don' on the site: did you mean 'Done'?",
    ),
    "transition's sources": (
        lambda jira: jira.add_transition("Close", to="Done", sources=["To do"]),
        "there is no status 'To do' on the site: did you mean 'To Do'?",
    ),
    "text for a screen": (
        lambda jira: jira.add_transition("Close", to="Done", screen="resolution"),
        "'resolution' is one: it takes several, in a list",
    ),
    "screen's field": (
        lambda jira: jira.add_transition("Close", to="Done", screen=["resolutions"]),
        "a screen cannot have the field 'resolutions': did you mean 'resolution'?",
    ),
    "screen's field that nobody sets": (
        lambda jira: jira.add_transition("Close", to="Done", required=["votes"]),
        (
            "a screen cannot have the field 'votes': known: 'assignee', 'comment', 'components', "
            "'description', 'duedate', 'environment', 'fixVersions', 'issuelinks', 'issuetype', 'labels', 'parent', "
            "'priority', 'project', 'reporter', 'resolution', 'security', 'summary', 'timetracking', 'versions', "
            "'worklog'."
        ),
    ),
    "value that the field does not take": (
        lambda jira: jira.add_issue("NEW-1", fields={"duedate": "tomorrow"}),
        "duedate='tomorrow' is no value of the field: duedate was given 'tomorrow', which is no date as yyyy-MM-dd",
    ),
    "field that only transitions change": (
        lambda jira: jira.add_issue("NEW-1", fields={"status": {"name": "Done"}}),
        (
            "fields has names such as 'customfield_10010', not 'status': known: 'assignee', 'components',"
            " 'description', 'duedate', 'environment', 'fixVersions', 'issuetype', 'labels', 'parent', 'priority',"
            " 'reporter', 'resolution', 'security', 'summary', 'timetracking', 'versions'."
        ),
    ),
    "value that is no JSON": (
        lambda jira: jira.add_issue("NEW-1", fields={"customfield_10010": {"red"}}),
        "customfield_10010={'red'} is no JSON, as a field's value is in a reply",
    ),
    "number that is no JSON": (
        lambda jira: jira.add_issue("NEW-1", fields={"customfield_10010": float("nan")}),
        "customfield_10010=nan is no JSON, as a field's value is in a reply",
    ),
    "several issues": (
        lambda jira: jira.add_issues(["NEW-1", "NEW-2"]),
        "['NEW-1', 'NEW-2'] is several: it takes them one by one, as in add_issues(*keys)",
    ),
    "one of several issues": (
        lambda jira: jira.add_issues("NEW-1", "APP-1"),
        "the issue APP-1 is there already",
    ),
    "the same issue twice": (lambda jira: jira.add_issues("NEW-1", "NEW-1"), "the issue NEW-1 is named twice"),
    "who watches the first issue of a project": (
        lambda jira: jira.add_issue("NEW-1", watchers=["alcie"]),
        "there is no user, group or role 'alcie' on the site: did you mean 'alice'?",
    ),
    "who sees the first issue of a project": (
        lambda jira: jira.add_issue("NEW-1", visible_to=["alcie"]),
        "there is no user, group or role 'alcie' on the site: did you mean 'alice'?",
    ),
    "status None": (
        lambda jira: jira.add_issue("APP-9", status=None),
        "there is no status 'None' on the site: did you mean 'Done'?",
    ),
    "label with a space": (
        lambda jira: jira.add_issue("APP-9", labels=["two words"]),
        "labels=['two words'] is no value of the field: 'two words' is no label: it is empty or has a space",
    ),
    "filter of a board": (
        lambda jira: jira.add_board("Team", filter="Bugs"),
        "there is no filter 'Bugs' on the site: there are none.",
    ),
    "lead of a project with another category": (
        lambda jira: jira.add_project("APP", lead="alice", category="Products"),
        "the project APP is there already, and its lead is admin",
    ),
    "text for members": (
        lambda jira: jira.add_group("all", "alice"),
        "'alice' is one: it takes several, in a list",
    ),
    "single member": (
        lambda jira: jira.add_group("all", jira.default_user),
        "'admin' is one: it takes several, in a list",
    ),
    "text for groups": (
        lambda jira: jira.add_user("bob", groups="devs"),
        "'devs' is one: it takes several, in a list",
    ),
    "level's member": (
        lambda jira: jira.add_security_level("Secret", project="APP", members=[None]),
        "None is none of the site's users, groups and roles: they go by name or as values",
    ),
    "link type": (
        lambda jira: jira.add_link_type("Blocks", inward="is blocked by", outward="blocks"),
        "the link type 'Blocks' is there already, with the same phrases",
    ),
    "link's issue": (
        lambda jira: jira.add_link("APP-1", "blocks", "LIB-2"),
        "there is no issue 'LIB-2' on the site: did you mean 'LIB-1'?",
    ),
    "link's phrase": (
        lambda jira: jira.add_link("APP-1", "is blocking", "LIB-1"),
        "no link type reads 'is blocking': did you mean 'is blocked by'?",
    ),
    "link to itself": (
        lambda jira: jira.add_link("APP-1", "blocks", "app-1"),
        "Jira links no issue to itself: APP-1 blocks APP-1",
    ),
    "link that is there": (
        lambda jira: jira.add_link("LIB-1", "is blocked by", "APP-1"),
        "the link is there already: LIB-1 is blocked by APP-1",
    ),
    "comment's issue": (
        lambda jira: jira.add_comment("APP-9", "Said"),
        "there is no issue 'APP-9' on the site: did you mean 'APP-2'?",
    ),
    "comment's author": (
        lambda jira: jira.add_comment("APP-1", "Said", author="alicia"),
        "there is no user 'alicia' on the site: did you mean 'alice'?",
    ),
    "document of a comment": (
        lambda jira: jira.add_comment("APP-1", {"type": "doc", "version": 1, "content": [{"text": "a"}]}),
        "the comment on APP-1 is neither a text nor an Atlassian document: it has a node without a type at content[0]",
    ),
    "document of a comment that is too deep": (
        lambda jira: jira.add_comment("APP-1", DEEP),
        "the comment on APP-1 is neither a text nor an Atlassian document: it has more than 100 levels of nodes",
    ),
    "document that is no JSON": (
        lambda jira: jira.add_comment("APP-1", {**EMPTY, "content": [{"type": "x", "attrs": {"a": {1}}}]}),
        "the comment on APP-1 is no JSON, as a field's value is in a reply",
    ),
    "document that is too deep for JSON": (
        lambda jira: jira.add_comment("APP-1", {**EMPTY, "content": [{"type": "x", "attrs": DEEP}]}),
        "the comment on APP-1 is no JSON, as a field's value is in a reply",
    ),
    "document without words": (
        lambda jira: jira.add_comment("APP-1", EMPTY),
        "the comment on APP-1 says nothing: Jira takes no empty one",
    ),
    "description": (
        lambda jira: jira.add_issue("NEW-1", description=5),
        "the description of NEW-1 is neither a text nor an Atlassian document: it is a number, not an object",
    ),
    "description among the fields": (
        lambda jira: jira.add_issue("NEW-1", fields={"description": {"type": "doc"}}),
        "the field description is neither a text nor an Atlassian document: it has null as its version, not 1",
    ),
    "empty comment": (
        lambda jira: jira.add_comment("APP-1", " "),
        "the comment on APP-1 says nothing: Jira takes no empty one",
    ),
    "name of a comment's readers": (
        lambda jira: jira.add_comment("APP-1", "Said", visible_to="alice"),
        "the user alice cannot read a comment alone: it takes a group or a role of the project",
    ),
    "comment's role of another project": (
        lambda jira: jira.add_comment("LIB-1", "Said", visible_to=jira.site.people.roles["APP", "Testers"]),
        "the role Testers in APP does not count in LIB: a role is a project's",
    ),
    "comment's group of another site": (
        lambda jira: jira.add_comment("APP-1", "Said", visible_to=type(jira)().add_group("devs")),
        "group devs is not of this site: hand over what this FakeJira's add_ verbs returned",
    ),
    "remote link's issue": (
        lambda jira: jira.add_remote_link("APP-9", "https://example.com"),
        "there is no issue 'APP-9' on the site: did you mean 'APP-2'?",
    ),
    "remote link to nowhere": (
        lambda jira: jira.add_remote_link("APP-1", ""),
        "the remote link of APP-1 takes a URL and a title that are not empty",
    ),
    "remote link without a title": (
        lambda jira: jira.add_remote_link("APP-1", "https://example.com", title=""),
        "the remote link of APP-1 takes a URL and a title that are not empty",
    ),
    "empty global id": (
        lambda jira: jira.add_remote_link("APP-1", "https://example.com", global_id=""),
        "a global_id takes 1 to 255 characters, not 0",
    ),
    "global id that is too long": (
        lambda jira: jira.add_remote_link("APP-1", "https://example.com", global_id="g" * 256),
        "a global_id takes 1 to 255 characters, not 256",
    ),
    "global id that is there": (
        lambda jira: jira.add_remote_link("APP-1", "https://example.com", global_id="there"),
        "APP-1 has a remote link with the global id 'there' already",
    ),
    "status category": (
        lambda jira: jira.add_status("Review", category="in progress"),
        "there is no status category 'in progress': did you mean 'In Progress'?",
    ),
}


@pytest.mark.parametrize(("mistake", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_told_and_seeds_nothing(peopled, mistake, sentence):
    """A mistake in a verb is an error whose sentence names the nearest right thing, and the site stays as it was."""
    before = snapshot(peopled.site)
    with pytest.raises(UsageError) as caught:
        mistake(peopled)
    assert str(caught.value) == sentence
    assert snapshot(peopled.site) == before


def test_a_custom_field_takes_values_of_its_kind(peopled):
    """A value that a custom field cannot hold is an error, as a request for it is refused; a longer text is taken."""
    points, note = peopled.add_field("Points", type="number").id, peopled.add_field("Note").id
    with pytest.raises(UsageError) as caught:
        peopled.add_issue("NEW-1", fields={points: "3"})
    assert str(caught.value) == f"{points}='3' is no value of the field: {points} was given something that is no number"
    assert peopled.add_issue("NEW-1", fields={note: "x" * 256, points: 3}).custom_fields == {note: "x" * 256, points: 3}


@pytest.mark.parametrize("add", [lambda jira: jira.add_status("Done"), lambda jira: jira.add_issue_type("Bug")])
def test_a_status_or_type_is_added_once(jira, add):
    """A name that a status or a type of issues has already is a mistake, and changes nothing."""
    before = snapshot(jira.site)
    with pytest.raises(UsageError, match="is there already"):
        add(jira)
    assert snapshot(jira.site) == before


def test_project_has_the_types_it_is_given(jira):
    """A project has all types of the site, or those that it was added with, by name or as values."""
    bug = jira.add_issue("ALL-1", type="Bug").type
    jira.add_project("FEW", types=[bug, "Sub-task"])

    assert jira.add_issue("FEW-1", type="Bug").type == bug
    with pytest.raises(UsageError, match="there is no issue type 'Task' in FEW: did you mean 'Sub-task'"):
        jira.add_issue("FEW-2")
    with pytest.raises(UsageError, match="there is no issue type 'Saga' on the site"):
        jira.add_project("NEW", types=["Saga"])
    with pytest.raises(UsageError, match="the project FEW is there already, with its types: name them when it is new"):
        jira.add_project("FEW", types=["Bug"])
    assert jira.add_project("FEW") == jira.project("FEW")


def test_team_managed_project_has_types_of_its_own(jira):
    """Its types have names that others have, and an issue that moves gets the one of its new project."""
    jira.add_project("TEAM", team_managed=True)
    own = jira.add_issue("TEAM-1", type="Bug").type
    shared = jira.add_issue("NEW-1", type=own).type

    assert (own.name, own.project_id, shared.project_id) == ("Bug", jira.project("TEAM").id, None)
    assert jira.move_issue("NEW-1", "TEAM-2").type == own
    assert jira.move_issue("TEAM-1", "NEW-2").type == shared
    assert jira.set_issue("TEAM-2", type="Task").type.project_id == own.project_id
    with pytest.raises(UsageError, match="the project TEAM is there already, with its types"):
        jira.add_project("TEAM", team_managed=True)
    jira.add_project("FEW", types=["Epic"])
    with pytest.raises(UsageError, match="there is no issue type 'Bug' in FEW: known: 'Epic'"):
        jira.move_issue("NEW-2", "FEW-1")


def test_projects_share_a_category(jira):
    """A category is made for the first project that is to have it, and a project can get one later."""
    one = jira.add_project("ONE", category="Inner").category
    jira.add_project("TWO")

    assert jira.add_project("TWO", category=one).category == one
    assert jira.add_project("TWO").category == one
    assert jira.add_project("THREE", category="Outer").category.id == str(int(one.id) + 1)
