"""An issue that has moved: both keys lead to it, and answers have the new one."""

from __future__ import annotations

import pytest

from jira_linkfake import UsageError


def test_both_keys_lead_to_a_moved_issue(jira, post_link):
    """By the old key and the new one it is read, linked and asserted, under its new key; its links go with it."""
    made = jira.add_link("APP-1", "blocks", "APP-2")
    before = jira.site.issues.with_key("APP-1")
    moved = jira.move_issue("APP-1", "NEW-7")
    assert (moved.id, moved.key, moved.project) == (before.id, "NEW-7", "NEW")
    assert moved.updated > before.updated
    for key in ("APP-1", "app-1", "NEW-7"):
        reply = jira.client().get(f"/rest/api/3/issue/{key}", auth=jira.auth)
        assert reply.json["key"] == "NEW-7"
        assert [link["id"] for link in reply.json["fields"]["issuelinks"]] == [str(made.id)]
    assert post_link(jira, "APP-1").status_code == 201
    assert jira.sentences() == ["NEW-7 blocks APP-2", "NEW-7 blocks LIB-1"]
    jira.assert_linked("APP-1", "blocks", "LIB-1")


def test_a_moved_issue_is_its_new_projects(jira):
    """What counts in the new project counts for the issue, and its security level has stayed behind."""
    secret = jira.add_issue("APP-9", visible_to=[])
    jira.move_issue(secret, "NEW-1")
    read = jira.client().get
    assert read("/rest/api/3/issue/APP-9", auth=jira.auth).status_code == 200
    jira.deny("BROWSE_PROJECTS", project="NEW")
    assert read("/rest/api/3/issue/APP-9", auth=jira.auth).status_code == 404
    assert read("/rest/api/3/issue/APP-1", auth=jira.auth).status_code == 200


def test_a_moved_issue_is_found_in_its_new_project_alone(jira):
    """A search of a project finds the issues that moved there, and looks at none that left."""
    moved = jira.move_issue("APP-1", "NEW-1")
    assert moved.id in jira.site.issues.index.in_project("NEW")
    assert moved.id not in jira.site.issues.index.in_project("APP")


def test_a_moved_comment_is_for_its_role_in_the_new_project(jira):
    """A comment for a role is read by those who have the role where the issue is now; at first that is nobody."""
    alice = jira.add_user("alice")
    jira.add_comment("APP-1", "Between us", visible_to=jira.add_role("Testers", project="APP", members=[alice]))
    jira.move_issue("APP-1", "NEW-1")

    def read():
        return jira.client().get("/rest/api/2/issue/NEW-1/comment", auth=alice.auth).json["total"]

    assert read() == 0
    jira.add_role("Testers", project="NEW", members=[alice])
    assert read() == 1


def test_a_move_is_told_in_history_and_by_a_webhook(jira):
    """Both tell the keys and the projects; a receiver that is registered gets the webhook at once."""
    level = jira.add_security_level("Board", project="APP", members=[jira.default_user])
    jira.add_issue("APP-9", security_level=level)
    jira.add_project("NEW", name="Newer")
    got = []
    jira.webhooks.register(got.append)
    jira.move_issue("APP-9", "NEW-7")
    path = "/rest/api/2/issue/APP-9?expand=changelog&fields=updated"
    [entry] = jira.client().get(path, auth=jira.auth).json["changelog"]["histories"]
    jira_field = {"fieldtype": "jira", "from": None, "to": None}
    assert entry["items"] == [
        {"field": "Key", **jira_field, "fromString": "APP-9", "toString": "NEW-7"},
        {
            "field": "project",
            "fieldtype": "jira",
            "fieldId": "project",
            "from": "10000",
            "fromString": "APP",
            "to": "10002",
            "toString": "Newer",
        },
        {
            "field": "security",
            "fieldtype": "jira",
            "fieldId": "security",
            "from": str(level.id),
            "fromString": "Board",
            "to": None,
            "toString": None,
        },
    ]
    [payload] = got
    assert (payload["webhookEvent"], payload["issue"]["key"]) == ("jira:issue_updated", "NEW-7")
    assert payload["changelog"] == {"id": entry["id"], "items": entry["items"]}
    assert payload["issue"]["self"].startswith(jira.url)


def test_history_keeps_what_a_link_was_called(jira, get):
    """A link's change keeps the key and the phrase of its time, whatever moves and is renamed afterwards."""
    link = jira.add_link("APP-1", "blocks", "APP-2")
    jira.move_issue("APP-2", "NEW-7")
    renamed = {"name": "Stops", "inward": "is stopped by", "outward": "stops"}
    jira.client().put(f"/rest/api/2/issueLinkType/{link.type.id}", json=renamed, auth=jira.auth)
    [entry] = get("issue/APP-1/changelog")["values"]
    assert (entry["items"][0]["to"], entry["items"][0]["toString"]) == ("APP-2", "This work item blocks APP-2")
    assert get("issue/APP-1?fields=issuelinks")["fields"]["issuelinks"][0]["outwardIssue"]["key"] == "NEW-7"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("APP-8", "NEW-1"), "there is no issue 'APP-8' on the site: did you mean 'APP-2'?"),
        (("APP-1", "LIB-1"), "the issue LIB-1 is there already"),
        (
            ("APP-1", "LIB"),
            "'LIB' is no key of an issue: it takes a project's key in capitals and a number: 'PROJ-1'",
        ),
        (("APP-1", "APP-7"), "APP-1 is in the project APP already: an issue moves to another one"),
    ],
)
def test_a_move_that_makes_no_sense_is_an_error(jira, arguments, sentence):
    """An issue moves to another project, under a key that is free; what is refused changes nothing."""
    keys = set(jira.site.issues.ids)
    with pytest.raises(UsageError) as caught:
        jira.move_issue(*arguments)
    assert str(caught.value).startswith(sentence[:40])
    assert set(jira.site.issues.ids) == keys


def test_an_old_key_is_taken(jira):
    """A key that leads to a moved issue is not free for another one."""
    jira.move_issue("APP-1", "NEW-1")
    with pytest.raises(UsageError, match="the issue APP-1 is there already"):
        jira.add_issue("APP-1")


def _times(jira, get):
    fields = get("issue/APP-1?fields=updated,resolutiondate,statuscategorychangedate")["fields"]
    return tuple(fields[name] and fields[name][11:19] for name in sorted(fields))


def test_each_time_of_an_issue_is_that_of_its_own_change(jira, ask, get):
    """Any change moves the time of the last update; those of the category and the resolution move with these alone."""
    jira.add_status("Review")
    made = "00:00:01"
    assert _times(jira, get) == (None, made, made)
    told = []
    for do in (
        lambda: ask("PUT", "issue/APP-1", json={"fields": {"summary": "New"}}),
        lambda: jira.transition("APP-1", "In Progress"),
        lambda: jira.transition("APP-1", "Review"),
        lambda: ask("PUT", "issue/APP-1", json={"fields": {"summary": "Newer"}}),
        lambda: jira.transition("APP-1", "Done"),
        lambda: ask("PUT", "issue/APP-1", json={"fields": {"summary": "Newest"}}),
        lambda: jira.set_issue("APP-1", fields={"resolution": {"name": "Won't Do"}}),
        lambda: jira.transition("APP-1", "To Do"),
        lambda: jira.move_issue("APP-1", "LIB-7"),
    ):
        jira.clock.advance(3599)
        do()
        told.append(_times(jira, get))
    assert told == [  # of the resolution, the category and the last update
        (None, made, "01:00:03"),
        (None, "02:00:03", "02:00:03"),
        (None, "02:00:03", "03:00:03"),
        (None, "02:00:03", "04:00:03"),
        ("05:00:03", "05:00:03", "05:00:03"),
        ("05:00:03", "05:00:03", "06:00:03"),
        ("07:00:03", "05:00:03", "07:00:03"),
        (None, "08:00:03", "08:00:03"),
        (None, "08:00:03", "09:00:03"),
    ]


def test_a_moved_issue_keeps_what_the_other_project_has_too(jira, get):
    """Versions and components of the same names, and who can be assigned there; history tells what goes."""
    alice = jira.add_user("alice")
    for project in ("APP", "NEW"):
        jira.add_version("1.0", project=jira.add_project(project))
        jira.add_component("Core", project=project)
    jira.add_version("2.0", project="APP")
    jira.add_component("Old", project="APP")
    jira.deny("ASSIGNABLE_USER", alice, project="NEW")
    jira.add_issue("APP-9", fix_versions=["1.0", "2.0"], components=["Core", "Old"], assignee=alice)
    moved = jira.move_issue("APP-9", "NEW-1")
    assert (moved.fix_versions, moved.components, moved.assignee) == (("10001",), ("10001",), None)
    [entry] = get("issue/NEW-1/changelog")["values"]
    assert [(one["field"], one["fromString"], one["toString"]) for one in entry["items"]] == [
        ("Key", "APP-9", "NEW-1"),
        ("project", "APP", "NEW"),
        ("assignee", "alice", None),
        ("Fix Version", "1.0", None),
        ("Fix Version", "2.0", None),
        ("Fix Version", None, "1.0"),
        ("Component", "Core", None),
        ("Component", "Old", None),
        ("Component", None, "Core"),
    ]


def test_sub_tasks_move_with_their_issue(jira):
    """Each has a key of its own in the other project, and moves by itself nowhere."""
    jira.add_issue("APP-9", type="Sub-task", parent="APP-1")
    with pytest.raises(UsageError, match="APP-9 is a sub-task: it moves with its parent"):
        jira.move_issue("APP-9", "NEW-9")
    jira.move_issue("APP-1", "NEW-4")
    assert [(one.key, one.parent_id) for one in jira.issues if one.project == "NEW"] == [
        ("NEW-4", None),
        ("NEW-5", jira.site.issues.with_key("APP-1").id),
    ]


def test_an_issue_does_not_move_where_its_sub_tasks_cannot_be(jira):
    """A project without any type for them does not take it."""
    jira.add_issue("APP-9", type="Sub-task", parent="APP-1")
    jira.add_project("NEW", types=["Task"])
    with pytest.raises(UsageError, match="APP-1 cannot move to NEW: NEW has no type of issue 'Sub-task'"):
        jira.move_issue("APP-1", "NEW-4")
