"""Components: who gets the issues that are created in them, and what history and webhooks tell of them."""

import pytest

from jira_linkfake.errors import UsageError


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
    assert ask("DELETE", "project/APP").status_code == 204
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
