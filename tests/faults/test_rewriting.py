"""Faults that leave everything right but in another form."""

from __future__ import annotations

import time

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.faults.rewriting import in_german
from jira_linkfake.scenarios.outages import rate_limited
from jira_linkfake.scenarios.states import (
    issue_archived,
    link_limit_reached,
    linking_disabled,
    no_link_permission,
    other_language,
    shuffled_links,
)


@pytest.fixture
def jira():
    """A site with two issues."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2")
    return jira


def links_of(jira, key="APP-1"):
    """Read an issue's links, by their ids."""
    reply = jira.client().get(f"/rest/api/3/issue/{key}", auth=jira.auth)
    assert int(reply.headers["Content-Length"]) == len(reply.data)
    return [int(link["id"]) - 10000 for link in reply.json["fields"]["issuelinks"]]


def link(jira, type_name="Blocks", source="APP-1", destination="APP-2"):
    """Ask for a link."""
    body = {"type": {"name": type_name}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    return jira.client().post("/rest/api/3/issueLink", json=body, auth=jira.auth)


def test_links_are_shuffled_anew_each_time(jira):
    """The same links come in an order that is never Jira's own; the seed decides which, and one link is one link."""
    for number in range(3, 8):
        jira.add_issue(f"APP-{number}")
        jira.add_link("APP-1", "blocks", f"APP-{number}")
    in_order = links_of(jira)
    shuffled_links(jira, seed=3)
    first, second = links_of(jira), links_of(jira)
    assert sorted(first) == sorted(second) == in_order
    assert len({tuple(in_order), tuple(first), tuple(second)}) == 3
    assert links_of(jira, "APP-7") == [4]
    jira.clear_faults()
    shuffled_links(jira, seed=3)
    assert [links_of(jira), links_of(jira)] == [first, second]
    jira.clear_faults()
    shuffled_links(jira, seed=4)
    assert links_of(jira) != first


def test_what_has_no_links_is_left_as_it_is(jira):
    """Lists of other things, and what is no JSON at all, keep their order and their bytes."""
    paths = ["/rest/api/3/issueLinkType", "/rest/api/3/issue/APP-1?fields=summary", "/rest/api/3/nothing"]
    before = [jira.client().get(path, auth=jira.auth).data for path in paths]
    shuffled_links(jira)
    other_language(jira)
    assert [jira.client().get(path, auth=jira.auth).data for path in paths] == before
    assert link(jira).data == b""


def test_what_looks_like_links_is_data(jira):
    """A custom field's value is left alone, whatever it looks like, and an issue's own links are shuffled beside it."""
    jira.add_link("APP-1", "blocks", "APP-2")
    jira.add_link("APP-1", "clones", "APP-2")
    path = "/rest/api/3/issue/APP-1"
    jira.set_issue(
        "APP-1",
        fields={
            "customfield_10501": {"issuelinks": [0, 0]},
            "customfield_10502": {"fields": {"issuelinks": [1, 2, 3]}},
        },
    )
    before = jira.client().get(path, auth=jira.auth).json["fields"]
    shuffled_links(jira)
    after = jira.client().get(path, auth=jira.auth).json["fields"]
    assert [link["id"] for link in after.pop("issuelinks")] == ["10001", "10000"]
    assert [link["id"] for link in before.pop("issuelinks")] == ["10000", "10001"]
    assert after == before


def test_links_in_what_search_finds_are_shuffled(jira):
    """Each issue of a list has its links in another order."""
    jira.add_link("APP-1", "blocks", "APP-2")
    jira.add_link("APP-1", "clones", "APP-2")
    shuffled_links(jira)
    query = {"jql": "project = APP ORDER BY key", "fields": "issuelinks"}
    found = jira.client().get("/rest/api/3/search/jql", query_string=query, auth=jira.auth).json["issues"]
    assert [[link["id"] for link in issue["fields"]["issuelinks"]] for issue in found] == [["10001", "10000"]] * 2


@pytest.mark.parametrize(
    ("scenario", "arguments", "message"),
    [
        (linking_disabled, (), "Die Verknüpfung von Vorgängen ist derzeit deaktiviert."),
        (None, ("Haunts",), "Kein Typ von Verknüpfungen mit name 'Haunts' gefunden."),
        (
            None,
            ("Blocks", "APP-1", "APP-9"),
            "Der Vorgang existiert nicht, oder Sie sind nicht berechtigt, ihn zu sehen.",
        ),
        (None, ("Blocks", "APP-1", "APP-1"), "Ein Vorgang kann nicht mit sich selbst verknüpft werden."),
        (no_link_permission, (), "Keine Berechtigung, den Vorgang 'APP-1' zu verknüpfen"),
        (link_limit_reached, (), "Der Vorgang 'APP-1' hat die Höchstzahl von 0 Verknüpfungen erreicht."),
        (issue_archived(key="APP-3"), ("Blocks", "APP-3"), "Der Vorgang 'APP-3' ist archiviert."),
        (rate_limited, (), "Zu viele Anfragen."),
    ],
)
def test_errors_are_translated(jira, scenario, arguments, message):
    """What refuses a link says so in German, with the same status and in the same shape."""
    other_language(jira)
    in_english = FakeJira()
    in_english.add_issues("APP-1", "APP-2")
    if scenario is not None:
        scenario(jira)
        scenario(in_english)
    reply = link(jira, *arguments)
    assert reply.json == {"errorMessages": [message], "errors": {}}
    assert reply.status_code == link(in_english, *arguments).status_code


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("issueLink/99", "Es gibt keine Verknüpfung mit der ID '99'."),
        ("issueLink/x", "Die ID der Verknüpfung ist ungültig."),
    ],
)
def test_errors_of_reading_are_translated(jira, path, message):
    """What refuses to show a link says so in German."""
    other_language(jira)
    assert jira.client().get(f"/rest/api/3/{path}", auth=jira.auth).json["errorMessages"] == [message]


def test_errors_by_field_are_translated_too(jira):
    """What has no words stays, in whichever part of an error; a part that is not there is not made."""
    other_language(jira)
    ask = jira.client().post
    by_field = ask("/rest/api/3/issueLink", json={"type": {}, "inwardIssue": {}, "outwardIssue": {}}, auth=jira.auth)
    assert by_field.json["errors"] == {"issuelinks": "No issue link type name or id was given."}
    no_json = ask("/rest/api/3/issueLink", data=b"{", content_type="application/json", auth=jira.auth)
    assert list(no_json.json) == ["errorMessages"]
    assert in_german("Hello") == "Hello"


def test_a_name_of_any_size_is_translated(jira):
    """What a client chose may have lines and quotes, and be long: it is found in time that grows with it alone."""
    other_language(jira)
    for name in ("two\nlines", "it's 'quoted'", " '" * 50_000 + "\n"):
        reply = link(jira, name)
        assert reply.json["errorMessages"] == [f"Kein Typ von Verknüpfungen mit name '{name}' gefunden."]
    started = time.process_time()
    in_german("No issue link type with name '" + " '" * 50_000)
    assert time.process_time() - started < 2


def test_names_are_translated_wherever_they_stand(jira):
    """Types, statuses and priorities are named in German, and what looks alike in a custom field is data."""
    of_its_own = {"self": "http://localhost/rest/api/3/status/10000", "name": "To Do"}
    jira.add_issue("APP-9", status="In Progress", fields={"customfield_10010": of_its_own})
    jira.add_link("APP-9", "blocks", "APP-1")
    other_language(jira)
    fields = jira.client().get("/rest/api/3/issue/APP-9", auth=jira.auth).json["fields"]

    assert (fields["status"]["name"], fields["status"]["untranslatedName"]) == ("In Arbeit", "In Progress")
    assert fields["status"]["statusCategory"]["name"] == "In Progress"
    other = fields["issuelinks"][0]["outwardIssue"]["fields"]
    assert [other[name]["name"] for name in ("issuetype", "status", "priority")] == [
        "Aufgabe",
        "Zu erledigen",
        "Mittel",
    ]
    assert fields["customfield_10010"] == of_its_own


def test_other_names_stay(jira):
    """A status that a test has added has its own name in every language."""
    status = jira.add_status("In Review")
    other_language(jira)
    found = jira.client().get(f"/rest/api/3/status/{status.id}", auth=jira.auth).json
    assert (found["name"], found["untranslatedName"]) == ("In Review", "In Review")


def test_links_below_a_custom_field_are_data(jira):
    """What a custom field holds is neither shuffled nor taken for links."""
    links = [{"id": "1"}, {"id": "2"}, {"id": "3"}]
    jira.add_issue("APP-9", fields={"customfield_10010": {"issuelinks": links, "fields": {"issuelinks": links}}})
    shuffled_links(jira)
    fields = jira.client().get("/rest/api/3/issue/APP-9", auth=jira.auth).json["fields"]
    assert fields["customfield_10010"] == {"issuelinks": links, "fields": {"issuelinks": links}}
