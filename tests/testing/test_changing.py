"""The verbs that change a site in the middle of a test."""

from __future__ import annotations

import asyncio
import threading

import pytest

from jira_linkfake import FakeJira, UsageError


def _history(get, key):
    """Return the last entry of an issue's history: who did it, and what of each field changed."""
    entry = get(f"issue/{key}/changelog")["values"][-1]
    items = [(item["field"], item["fromString"], item["toString"]) for item in entry["items"]]
    return entry["author"]["displayName"], items


def test_an_issue_is_set(jira, get):
    """Each value is set, goes by its name, and is told in history as the admin's doing; no webhook is sent."""
    jira.add_user("alice")
    epic = jira.add_issue("APP-3", type="Epic")
    jira.add_field("Points", type="number")
    changed = jira.set_issue(
        "APP-1",
        summary="New",
        description="Why",
        status="Done",
        priority="High",
        labels=["crash"],
        assignee="alice",
        reporter="alice",
        parent=epic,
        type="Bug",
        fields={"customfield_10000": 3, "duedate": "2026-02-01"},
    )
    assert changed == jira.issue("APP-1")
    fields = get("issue/APP-1", version="2")["fields"]
    assert [fields[name]["name"] for name in ("status", "priority", "issuetype")] == ["Done", "High", "Bug"]
    assert [fields[name]["displayName"] for name in ("assignee", "reporter")] == ["alice", "alice"]
    assert [fields[name] for name in ("summary", "description", "labels", "customfield_10000", "duedate")] == [
        "New",
        "Why",
        ["crash"],
        3,
        "2026-02-01",
    ]
    assert fields["parent"]["key"] == "APP-3"
    author, items = _history(get, "APP-1")
    assert author == "admin"
    assert {("summary", "Summary of APP-1", "New"), ("status", "To Do", "Done"), ("labels", "", "crash")} < set(items)
    assert list(jira.webhooks) == []


def test_what_is_not_named_stays(jira):
    """A value that is not named stays as it is, and None takes one away."""
    before = jira.set_issue("APP-1", assignee="admin", priority="High", description="Why")
    after = jira.set_issue("APP-1", assignee=None, priority=None)
    assert (before.assignee, after.assignee, after.priority) == (jira.default_user, None, None)
    assert (after.description, after.summary, after.status) == ("Why", before.summary, before.status)


def test_what_history_does_not_tell_is_set_too(jira, ask):
    """An issue is archived, and hidden, on the fly or by a level, though no permission lets anybody."""
    jira.deny("EDIT_ISSUES")
    bob = jira.add_user("bob")
    assert jira.set_issue("APP-1", archived=True).archived
    assert ask("PUT", "issue/APP-1", json={"fields": {"summary": "x"}}).status_code != 204
    jira.set_issue("APP-2", visible_to=["bob"])
    assert (ask("GET", "issue/APP-2").status_code, ask("GET", "issue/APP-2", auth=bob.auth).status_code) == (404, 200)
    jira.set_issue("APP-2", visible_to=["admin"])
    assert (ask("GET", "issue/APP-2").status_code, ask("GET", "issue/APP-2", auth=bob.auth).status_code) == (200, 404)
    jira.add_security_level("Internal", project="APP", members=["bob"])
    assert str(jira.set_issue("APP-2", security_level="Internal").security_level) == "security level Internal"
    assert jira.set_issue("APP-2", security_level=None).security_level is None


def test_an_issue_is_moved_on(jira, get):
    """A transition moves an issue to a status by its name, and history tells of it."""
    jira.deny("TRANSITION_ISSUES")
    assert jira.transition("APP-1", "Done").status.name == "Done"
    author, items = _history(get, "APP-1")
    assert author == "admin"
    assert ("status", "To Do", "Done") in items


def test_a_moved_issue_is_told_in_history(jira, get):
    """History tells the project and the key that a moved issue had."""
    jira.move_issue("APP-1", "LIB-7")
    assert _history(get, "LIB-7") == ("admin", [("Key", "APP-1", "LIB-7"), ("project", "APP", "LIB")])


def test_an_issue_is_removed(jira, get, ask):
    """An issue goes with its sub-tasks, links and comments, and the others' history tells of the links."""
    jira.add_issue("APP-3", type="Sub-task", parent="APP-1")
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.deny("DELETE_ISSUES")
    jira.remove_issue("APP-1")
    assert [issue.key for issue in jira.issues] == ["APP-2", "LIB-1"]
    assert jira.links == []
    assert ask("GET", "issue/APP-1").status_code == 404
    assert _history(get, "LIB-1") == ("admin", [("Link", "This work item is blocked by APP-1", None)])


@pytest.mark.parametrize("sentence", [("APP-1", "blocks", "LIB-1"), ("LIB-1", "is blocked by", "APP-1")])
def test_a_link_is_removed(jira, get, sentence):
    """A link is removed, said from either end, and history tells of it."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.remove_link(*sentence)
    assert jira.links == []
    assert _history(get, "APP-1") == ("admin", [("Link", "This work item blocks LIB-1", None)])


def test_a_link_type_is_renamed(jira):
    """Every link of a type reads as the type does now, by its name or by an older value."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    stops = jira.set_link_type("Blocks", name="Stops", outward="stops")
    assert (stops.name, stops.outward, stops.inward) == ("Stops", "stops", "is blocked by")
    assert jira.sentences() == ["APP-1 stops LIB-1"]
    jira.set_link_type(stops, inward="is stopped by")
    jira.assert_linked("LIB-1", "is stopped by", "APP-1")


def test_a_comment_is_removed(jira):
    """A comment goes by its text, by its id as a number or a text, or as a value."""
    for handle in (lambda one: one, lambda one: one.id, lambda one: str(one.id), lambda one: one.body):
        jira.add_comment("APP-1", "Kept")
        comment = jira.add_comment("APP-1", "Not yet")
        jira.remove_comment("APP-1", handle(comment))
        assert {one.body for one in jira.comments_of("APP-1")} == {"Kept"}


MISTAKES = {
    "issue": (lambda jira: jira.set_issue("APP-9"), "there is no issue 'APP-9' on the site: did you mean 'APP-2'?"),
    "status": (
        lambda jira: jira.transition("APP-1", "done"),
        "there is no status 'done' on the site: did you mean 'Done'?",
    ),
    "labels": (
        lambda jira: jira.set_issue("APP-1", labels="red"),
        "labels='red' is one text: it takes several, as in labels=['red']",
    ),
    "two ways to hide": (
        lambda jira: jira.set_issue("APP-1", visible_to=[], security_level=None),
        "APP-1 takes a security_level or visible_to, not both",
    ),
    "link that is not there": (
        lambda jira: jira.remove_link("APP-1", "blocks", "LIB-1"),
        "APP-1 blocks LIB-1 is not linked: APP-1 clones APP-2",
    ),
    "link of an issue without any": (
        lambda jira: jira.remove_link("LIB-1", "blocks", "APP-1"),
        "LIB-1 blocks APP-1 is not linked: it has no links",
    ),
    "link type": (
        lambda jira: jira.set_link_type("blocks", name="x"),
        "there is no link type 'blocks' on the site: did you mean 'Blocks'?",
    ),
    "link type of another site": (
        lambda jira: jira.set_link_type(FakeJira().add_link_type("Tests", inward="x", outward="y"), name="x"),
        "there is no link type 'Tests' on the site: known: 'Blocks', 'Cloners', 'Duplicate', 'Relates'.",
    ),
    "empty phrase": (
        lambda jira: jira.set_link_type("Blocks", inward=" "),
        "inward=' ' will not do: it takes a text that says something",
    ),
    "comment": (
        lambda jira: jira.remove_comment("APP-1", "Nott yet"),
        "APP-1 has no comment 'Nott yet': did you mean 'Not yet'?",
    ),
    "text of several comments": (
        lambda jira: jira.remove_comment("APP-1", "Twice"),
        "2 comments on APP-1 say 'Twice': hand over the one that you mean",
    ),
    "actor": (
        lambda jira: jira.acting_as("alcie").__enter__(),
        "there is no user 'alcie' on the site: known: 'admin'.",
    ),
    "method": (
        lambda jira: jira.on_request("PATCH", "issueLink", print),
        "method='PATCH' will not do: known: 'DELETE', 'GET', 'POST', 'PUT'.",
    ),
    "path": (
        lambda jira: jira.on_request("GET", "issueLinks", print),
        "Jira has nothing at path='issueLinks': did you mean 'issueLink'?",
    ),
    "function": (
        lambda jira: jira.on_request("GET", "issueLink", "print"),
        "'print' cannot be called: on_request takes a function of nothing",
    ),
    "function of a request": (
        lambda jira: jira.on_request("GET", "issueLink", len),
        "<built-in function len> takes something: on_request takes a function of nothing",
    ),
    "address": (
        lambda jira: jira.on_request("GET", f"{jira.url}/rest/api/3/issueLink?x=1", print),
        (
            "Jira has nothing at path='https://your-domain.atlassian.net/rest/api/3/issueLink?x=1': did you mean"
            " '/rest/api/3/issueLink'?"
        ),
    ),
}


@pytest.mark.parametrize(("mistake", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_told(jira, mistake, sentence):
    """A mistake in a verb is an error whose sentence names the right thing."""
    jira.add_link("APP-1", "clones", "APP-2")
    for body in ("Not yet", "Twice", "Twice"):
        jira.add_comment("APP-1", body)
    with pytest.raises(UsageError) as caught:
        mistake(jira)
    assert str(caught.value) == sentence


def test_a_name_of_two_link_types_is_told(jira):
    """A name that two types have names neither."""
    jira.add_link_type("Blocks", inward="x", outward="y")
    with pytest.raises(UsageError, match="'Blocks' is the name of several link types"):
        jira.set_link_type("Blocks", name="Stops")


def test_a_custom_field_that_is_set_is_there(jira, get):
    """A custom field that the site did not have it has once an issue has a value of it."""
    jira.set_issue("APP-1", fields={"customfield_10010": 3})
    jira.assert_issue("APP-1", customfield_10010=3)
    assert "customfield_10010" in [field["id"] for field in get("field")]


def test_threads_act_each_as_their_own(jira):
    """Whoever is inside an `acting_as` acts as that user, whatever others do meanwhile, and so does what they start."""
    for name in ("alice", "bob"):
        jira.add_user(name)
    both = threading.Barrier(2, timeout=5)

    def comment(name):
        with jira.acting_as(name):
            both.wait()
            jira.add_comment("APP-1", f"by {name}")
            both.wait()

    with jira.acting_as("alice"), FakeJira(base_url="https://other.example.com").acting_as("admin"):
        jira.add_comment("LIB-1", "by alice")
    with jira.acting_as("alice"):
        helper = threading.Thread(target=jira.add_comment, args=("LIB-1", "by alice"))
        helper.start()
        helper.join()
    threads = [threading.Thread(target=comment, args=(name,)) for name in ("alice", "bob")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    said = [comment for key in ("APP-1", "LIB-1") for comment in jira.comments_of(key)]
    assert sorted(comment.body for comment in said) == ["by alice", "by alice", "by alice", "by bob"]
    assert all(comment.body == f"by {comment.author}" for comment in said)
    assert jira.add_comment("APP-1", "by nobody").author == jira.default_user


async def _comment(jira, name, before, after):
    with jira.acting_as(name):
        await asyncio.sleep(before)
        jira.add_comment("APP-1", f"by {name}")
        await asyncio.sleep(after)


def test_tasks_act_each_as_their_own(jira):
    """Tasks that are inside an `acting_as` at once, and leave it in another order, act each as their own user."""
    jira.add_user("alice")

    async def both():
        await asyncio.gather(_comment(jira, "alice", 0.01, 0), _comment(jira, "admin", 0, 0.02))

    asyncio.run(both())
    assert {(comment.author.name, comment.body) for comment in jira.comments_of("APP-1")} == {
        ("alice", "by alice"),
        ("admin", "by admin"),
    }
    assert jira.add_comment("APP-1", "by nobody").author == jira.default_user


def test_whoever_acts_is_told_in_history_and_in_webhooks(jira, get):
    """Inside `acting_as` verbs act as a user: webhooks are sent, and history and new things name the user."""
    alice = jira.add_user("alice")
    got = []
    jira.webhooks.register(lambda payload: got.append((payload["webhookEvent"], bool(jira.issues))))
    with jira.acting_as("alice") as actor:
        assert actor == alice
        jira.add_issue("APP-3")
        jira.set_issue("APP-1", labels=["crash"])
        jira.transition("APP-1", "Done")
        jira.add_link("APP-1", "blocks", "LIB-1")
        comment = jira.add_comment("APP-1", "Not yet")
        jira.remove_comment("APP-1", comment)
        jira.remove_link("APP-1", "blocks", "LIB-1")
        jira.add_remote_link("APP-1", "https://example.com/1")
        jira.move_issue("APP-2", "LIB-2")
        jira.remove_issue("APP-3")
        jira.set_link_type("Blocks", outward="stops")
    assert [event for event, _ in got] == [webhook.event for webhook in jira.webhooks]
    assert [webhook.event for webhook in jira.webhooks] == [
        "jira:issue_created",
        "jira:issue_updated",
        "jira:issue_updated",
        "issuelink_created",
        "jira:issue_updated",
        "jira:issue_updated",
        "comment_created",
        "comment_deleted",
        "issuelink_deleted",
        "jira:issue_updated",
        "jira:issue_updated",
        "jira:issue_updated",
        "jira:issue_updated",
        "jira:issue_deleted",
    ]
    assert {webhook.payload["user"]["displayName"] for webhook in jira.webhooks.of("jira:issue_updated")} == {"alice"}
    assert jira.webhooks[0].payload["issue"]["fields"]["reporter"]["displayName"] == "alice"
    assert comment.author == alice
    assert _history(get, "LIB-2")[0] == "alice"
    jira.set_issue("APP-1", summary="By the admin again")
    assert (len(jira.webhooks), _history(get, "APP-1")[0]) == (14, "admin")


def test_acting_as_somebody_ends_with_its_block(jira):
    """One block inside another acts as its own user, and an error ends it, too."""
    jira.add_user("alice")
    with jira.acting_as("alice"):
        with pytest.raises(UsageError), jira.acting_as("admin"):
            jira.add_comment("APP-1", " ")
        assert jira.add_comment("APP-1", "One").author.name == "alice"
        with jira.acting_as("admin"):
            assert jira.add_comment("APP-1", "Two").author.name == "admin"
    assert jira.add_comment("APP-1", "Three").author.name == "admin"
    assert [webhook.event for webhook in jira.webhooks] == ["comment_created"] * 2


def test_a_race_is_brought_about(jira, ask, post_link):
    """The function is called once, before the first request that matches, with the site free for requests."""
    calls = []

    def delete():
        calls.append(len(jira.exchanges))
        ask("DELETE", "issue/LIB-1")

    jira.on_request("POST", "issueLink", delete)
    assert ask("GET", "issue/LIB-1").status_code == 200
    assert post_link(jira).status_code == 404
    jira.add_issue("LIB-1")
    assert post_link(jira).status_code == 201
    assert calls == [1]
    assert [exchange.method for exchange in jira.exchanges] == ["GET", "DELETE", "POST", "POST"]


def test_a_race_comes_with_faults_too(jira, ask):
    """The function is called before a fault meets the request, and what it raises comes out of the request."""
    from jira_linkfake.scenarios import server_error

    server_error(jira, times=1)
    jira.on_request("GET", "issue/APP-1", lambda: jira.set_issue("APP-1", summary="Changed"))
    assert ask("GET", "issue/APP-1").status_code == 500
    assert jira.issue("APP-1").summary == "Changed"
    jira.on_request("GET", "myself", lambda: {}["nothing"])
    with pytest.raises(KeyError):
        ask("GET", "myself")


def test_a_child_that_is_no_sub_task_stays(jira):
    """Only sub-tasks go with an issue: a story of an epic is left without a parent."""
    epic = jira.add_issue("APP-3", type="Epic")
    jira.add_issue("APP-4", type="Story", parent=epic)
    jira.remove_issue(epic)
    assert [issue.key for issue in jira.issues] == ["APP-1", "APP-2", "LIB-1", "APP-4"]
