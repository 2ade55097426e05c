"""Components: who gets the issues that are created in them, and what history and webhooks tell of them."""

import pytest

from jira_linkfake.errors import UsageError
from jira_linkfake.jira.components.finding import assignment_of, search_components
from jira_linkfake.jira.components.refusals import (
    ComponentLeadUnknown,
    ComponentNameMissing,
    ComponentNameTaken,
    ComponentNameTooLong,
    ComponentSwapUnknown,
)
from jira_linkfake.jira.components.rules import ComponentFields, create_component, delete_component, update_component
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.projects.finding import PartQuery


@pytest.fixture
def components(jira):
    """A component of each kind, in a project that nobody leads but the admin."""
    jira.add_user("Alice")
    jira.add_user("Bob")
    jira.deny("ASSIGNABLE_USER", "Bob")
    for name, lead, assignee_type in (
        ("Alices", "Alice", "COMPONENT_LEAD"),
        ("Bobs", "Bob", "COMPONENT_LEAD"),
        ("Leaderless", None, "COMPONENT_LEAD"),
        ("Leads", "Alice", "PROJECT_LEAD"),
        ("Nobodys", "Alice", "UNASSIGNED"),
        ("A default", "Bob", "PROJECT_DEFAULT"),
    ):
        jira.add_component(name, project="APP", lead=lead, assignee_type=assignee_type)


def _created(ask, *names, **more):
    fields = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "New", **more}
    if names:
        fields["components"] = [{"name": name} for name in names]
    reply = ask("POST", "issue", json={"fields": fields})
    assert reply.status_code == 201
    return reply.json["key"]


@pytest.mark.parametrize(
    ("names", "unled", "led"),
    [
        ([], None, "admin"),
        (["Alices"], "Alice", "Alice"),
        (["Bobs"], None, "admin"),
        (["Leaderless"], None, "admin"),
        (["Leads"], "admin", "admin"),
        (["Nobodys"], None, None),
        (["A default"], None, "admin"),
        (["Nobodys", "Alices"], "Alice", "Alice"),
        (["Nobodys", "A default"], None, None),
    ],
)
def test_component_decides_who_gets_an_issue(jira, ask, components, names, unled, led):
    """A new issue goes to whom its first component by name says, else to whom the project does."""
    assert str(jira.issue(_created(ask, *names)).assignee or "") == (unled or "")
    assert ask("PUT", "project/APP", json={"assigneeType": "PROJECT_LEAD"}).status_code == 200
    assert str(jira.issue(_created(ask, *names)).assignee or "") == (led or "")


def test_request_decides_before_the_component(jira, ask, components):
    """Whoever is named gets the issue, also nobody; the automatic assignee is the component's, wherever it stands."""
    bob = jira.user("admin").account_id
    assert str(jira.issue(_created(ask, "Alices", assignee={"accountId": bob})).assignee) == "admin"
    assert jira.issue(_created(ask, "Alices", assignee=None)).assignee is None
    key = _created(ask, "Alices", assignee={"accountId": "-1"})
    assert str(jira.issue(key).assignee) == "Alice"
    assert ask("PUT", f"issue/{key}/assignee", json={"accountId": None}).status_code == 204
    assert ask("PUT", f"issue/{key}/assignee", json={"accountId": "-1"}).status_code == 204
    assert str(jira.issue(key).assignee) == "Alice"


def test_lead_who_may_not_be_assigned_gets_nothing(jira, ask):
    """A project whose lead may not be assigned gives its issues to nobody."""
    jira.add_user("Alice")
    jira.add_project("NEW", lead="Alice")
    jira.deny("ASSIGNABLE_USER", "Alice", project="NEW")
    assert ask("PUT", "project/NEW", json={"assigneeType": "PROJECT_LEAD"}).status_code == 200
    assert jira.issue(_created(ask, project={"key": "NEW"})).assignee is None


def test_history_and_webhooks_tell_each_component(jira, ask, get, components):
    """A deleted component leaves its issues for another, and each of both is an item; the component has no webhook."""
    key = _created(ask, "Alices", "Bobs")
    told = len(jira.webhooks)
    assert ask("DELETE", "component/10000?moveIssuesTo=10002").status_code == 204
    (webhook,) = jira.webhooks[told:]
    assert webhook.event == "jira:issue_updated"
    assert [one["name"] for one in webhook.payload["issue"]["fields"]["components"]] == ["Bobs", "Leaderless"]
    (entry,) = get(f"issue/{key}/changelog")["values"]
    went = {"from": "10000", "fromString": "Alices", "to": None, "toString": None}
    came = {"from": None, "fromString": None, "to": "10002", "toString": "Leaderless"}
    of_the_field = {"field": "Component", "fieldtype": "jira", "fieldId": "components"}
    assert entry["items"] == [{**of_the_field, **went}, {**of_the_field, **came}]
    assert [one["name"] for one in get(f"issue/{key}?fields=components")["fields"]["components"]] == [
        "Bobs",
        "Leaderless",
    ]


def test_components_go_with_their_project(jira, ask, components):
    """A project that is deleted, and one that takes its key, has none of them; a moved issue leaves them behind."""
    jira.add_issue("APP-7", components=["Alices"])
    assert jira.move_issue("APP-7", "LIB-7").components == ()
    assert ask("DELETE", "project/APP?enableUndo=false").status_code == 204
    assert ask("GET", "component/10000").status_code == 404
    jira.add_project("APP")
    assert ask("GET", "project/APP/components").json == []


@pytest.mark.parametrize(
    ("add", "words"),
    [
        (
            lambda jira: jira.add_component("alices", project="APP"),
            "the project APP has the component 'alices' already",
        ),
        (
            lambda jira: jira.add_component("x", project="APP", assignee_type="COMPONENT"),
            "a component has no assignee type 'COMPONENT': did you mean 'COMPONENT_LEAD'?",
        ),
        (
            lambda jira: jira.add_issue("APP-9", components=["Alice"]),
            "the project APP has no component 'Alice': did you mean 'Alices'?",
        ),
        (
            lambda jira: jira.add_component("x", project="APP", lead="Alicia"),
            "there is no user 'Alicia' on the site: did you mean 'Alice'?",
        ),
    ],
)
def test_mistakes_of_a_test_are_told(jira, components, add, words):
    """What a test puts there wrongly fails with what is nearest."""
    with pytest.raises(UsageError) as failure:
        add(jira)
    assert str(failure.value) == words


def test_issues_are_ordered_by_their_first_component(jira, ask, get, components):
    """Issues are ordered by the name of their first component, in whatever case."""
    jira.add_component("a first one", project="APP")
    jira.add_issue("APP-7", components=["Nobodys", "a first one"])
    jira.add_issue("APP-8", components=["Alices"])
    found = get("search/jql?jql=project = APP AND component is not EMPTY ORDER BY component&fields=key")["issues"]
    assert [one["key"] for one in found] == ["APP-7", "APP-8"]


def test_first_by_name_decides_wherever_it_came(jira, ask, components):
    """Of several components the first one by name decides, also where it is the youngest."""
    jira.add_component("aaa", project="APP", lead="Alice", assignee_type="COMPONENT_LEAD")
    assert str(jira.issue(_created(ask, "Nobodys", "aaa")).assignee) == "Alice"
    assert jira.issue(_created(ask, "Nobodys", "A default")).assignee is None


@pytest.mark.parametrize(
    ("assignee_type", "lead", "told"),
    [
        ("COMPONENT_LEAD", "Alice", ("Alice", "Alice", "COMPONENT_LEAD", True)),
        ("COMPONENT_LEAD", "Bob", ("Bob", None, "PROJECT_DEFAULT", False)),
        ("COMPONENT_LEAD", None, (None, None, "PROJECT_DEFAULT", False)),
        ("PROJECT_LEAD", "Alice", ("Bob", None, "PROJECT_DEFAULT", False)),
        ("PROJECT_DEFAULT", "Alice", (None, None, "PROJECT_DEFAULT", True)),
        ("UNASSIGNED", "Alice", (None, None, "UNASSIGNED", True)),
    ],
)
def test_who_gets_the_issues_of_a_component(jira, assignee_type, lead, told):
    """Whom a component names gets its issues, if they may be assigned these, and otherwise whom the project names."""
    jira.add_user("Alice")
    jira.add_user("Bob")
    jira.add_project("NEW", lead="Bob")
    jira.deny("ASSIGNABLE_USER", "Bob", project="NEW")
    component = jira.add_component("Editor", project="NEW", lead=lead, assignee_type=assignee_type)
    found = assignment_of(jira.site, component)
    names = [one and one.name for one in (found.nominal, found.real)]
    assert (*names, found.real_type, found.is_valid) == told


def test_components_are_searched_in_an_order(seeded, site):
    """Components come by name unless the query has another order: by description, lead, or what issues have them."""
    for name, lead, description in (("b", "admin", "Z"), ("A", "alice", "y"), ("c", None, None)):
        if lead == "alice":
            seeded.add_user("alice")
        seeded.add_component(name, project="APP", lead=lead, description=description)
    seeded.add_component("d", project="LIB")
    seeded.add_issue("APP-7", components=["c", "b"])
    seeded.add_issue("APP-8", components=["b"])
    seeded.add_issue("APP-9", components=["c"], visible_to=[])

    def found(order, *projects):
        query = PartQuery(order=order)
        of_them = [site.projects[key] for key in projects or ("APP",)]
        return "".join(one.name for one in search_components(site, DEFAULT_USER, of_them, query))

    assert [found(order) for order in ("name", "-name", "", "description", "-description")] == [
        "Abc",
        "cbA",
        "Abc",
        "cAb",
        "bAc",
    ]
    assert [found(order) for order in ("issueCount", "-issueCount")] == ["Acb", "bcA"]
    assert found("lead").index("b") != found("-lead").index("b")
    assert found("name", "APP", "LIB") == "Abcd"


def test_component_needs_a_name(site, refuses):
    """A new component has a name, of its project alone, and spaces around it go; a change may leave it."""
    for name, refusal in ((None, ComponentNameMissing), (" ", ComponentNameMissing), ("n" * 256, ComponentNameTooLong)):
        with refuses(refusal):
            create_component(site, DEFAULT_USER, "APP", ComponentFields(name=name))
    made = create_component(site, DEFAULT_USER, "APP", ComponentFields(name=" Editor ", description="Text"))
    assert (made.id, made.name, made.description, made.lead) == ("10000", "Editor", "Text", None)
    with refuses(ComponentNameTaken) as caught:
        create_component(site, DEFAULT_USER, "10000", ComponentFields(name="EDITOR"))
    assert str(caught.value) == "APP has the component 'Editor' already"
    assert create_component(site, DEFAULT_USER, "LIB", ComponentFields(name="Editor")).id == "10001"
    lead = DEFAULT_USER.account_id
    changed = update_component(site, DEFAULT_USER, "10000", ComponentFields(name="EDITOR", lead=lead))
    assert (changed.name, changed.description, changed.lead) == ("EDITOR", "Text", DEFAULT_USER)
    assert update_component(site, DEFAULT_USER, "10000", ComponentFields(description="")).lead == DEFAULT_USER
    assert update_component(site, DEFAULT_USER, "10000", ComponentFields(lead="")).lead is None
    with refuses(ComponentLeadUnknown):
        update_component(site, DEFAULT_USER, "10000", ComponentFields(lead="1"))


def test_issues_get_another_component_of_the_project(seeded, site, refuses):
    """A component that is deleted leaves its issues for another one of the project, and not for itself."""
    for name, project in (("a", "APP"), ("b", "APP"), ("c", "LIB")):
        seeded.add_component(name, project=project)
    seeded.add_issue("APP-7", components=["a"])
    for wanted in ("10000", "10002", "7", "x", ""):
        with refuses(ComponentSwapUnknown) as caught:
            delete_component(site, DEFAULT_USER, "10000", wanted)
        assert str(caught.value) == f"APP has no other component {wanted!r} for the issues to get"
    delete_component(site, DEFAULT_USER, "10000", "+10001")
    assert site.issues.with_key("APP-7").components == ("10001",)
    delete_component(site, DEFAULT_USER, "10001", None)
    assert site.issues.with_key("APP-7").components == ()


def test_issues_without_a_component_come_last(jira, get, components):
    """Ordered by their components, issues that have none come behind those that have one."""
    jira.add_issue("APP-7", components=["Nobodys"])
    found = get("search/jql?jql=project = APP ORDER BY component, key&fields=key")["issues"]
    assert [one["key"] for one in found] == ["APP-7", "APP-1", "APP-2"]
