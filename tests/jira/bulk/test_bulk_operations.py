"""Bulk operations, as far as single answers do not show them: what is edited, what is moved, and what it costs."""

from __future__ import annotations

import sys

import pytest

DOCUMENT = {
    "type": "doc",
    "version": 1,
    "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Hi"}]}],
}
ALICE = "712020:00000000-0000-4000-8000-000000010001"
ANY = ("cascading", "color", "time", "group", "groups", "options", "version", "url")


def done(ask, path, body):
    """Return what became of a bulk operation."""
    task = ask("POST", f"bulk/issues/{path}", json=body, version=3).json["taskId"]
    return ask("GET", f"bulk/queue/{task}", version=3).json


def edit(ask, *names, **values):
    """Edit issues, with what is selected read off the values."""
    selected = []
    for name, value in values.items():
        of_kind = {"originalEstimateField": "timeoriginalestimate", "timeTrackingField": "timetracking"}
        of_kind |= {"issueType": "issuetype"}
        items = value if isinstance(value, list) else [value]
        selected += [one.get("fieldId", of_kind.get(name, name)) for one in items]
    body = {"selectedIssueIdsOrKeys": names, "selectedActions": selected, "editedFieldsInput": values}
    return done(ask, "fields", body)


@pytest.fixture
def numbers(jira):
    """Return the ids of custom fields by what they hold."""
    jira.add_user("alice")
    for kind in ("number", "date", "select", "users"):
        jira.add_field(f"A {kind}", type=kind)
    of_any = {f"customfield_{20000 + place}": None for place, _ in enumerate(ANY)}
    jira.add_issue("APP-7", fields={**of_any, "labels": ["old"]}, assignee="alice")
    own = {one.name.removeprefix("A "): one.id for one in jira.site.fields.values() if one.name.startswith("A ")}
    return {**own, **dict(zip(ANY, of_any, strict=True))}


def test_every_kind_of_field_is_edited_and_cleared(jira, ask, numbers):
    """Each has its own way of telling a value, and nothing."""
    n = numbers
    version = jira.add_version("1.0", project="APP")
    core = jira.add_component("Core", project="APP")
    result = edit(
        ask,
        "APP-7",
        cascadingSelectFields=[
            {"fieldId": n["cascading"], "parentOptionValue": {"optionId": 1}, "childOptionValue": {"optionId": 2}}
        ],
        clearableNumberFields=[{"fieldId": n["number"], "value": 1.5}],
        colorFields=[{"fieldId": n["color"], "color": {"name": "teal"}}],
        datePickerFields=[
            {"fieldId": n["date"], "date": {"formattedDate": "24/Nov/26"}},
            {"fieldId": "duedate", "date": {"formattedDate": "25-11-2026"}},
        ],
        dateTimePickerFields=[{"fieldId": n["time"], "dateTime": {"formattedDateTime": "2026-11-24T10:00"}}],
        issueType={"issueTypeId": "10004"},
        labelsFields=[{"fieldId": "labels", "bulkEditMultiSelectFieldOption": "ADD", "labels": [{"name": "new"}]}],
        multipleGroupPickerFields=[{"fieldId": n["groups"], "groups": [{"groupName": "staff"}]}],
        multipleSelectClearableUserPickerFields=[{"fieldId": n["users"], "users": [{"accountId": ALICE}]}],
        multipleSelectFields=[{"fieldId": n["options"], "options": [{"optionId": 3}]}],
        multipleVersionPickerFields=[
            {
                "fieldId": "fixVersions",
                "bulkEditMultiSelectFieldOption": "REPLACE",
                "versions": [{"versionId": version.id}],
            }
        ],
        multiselectComponents={
            "fieldId": "components",
            "bulkEditMultiSelectFieldOption": "ADD",
            "components": [{"componentId": int(core.id)}],
        },
        originalEstimateField={"originalEstimateField": "1d"},
        priority={"priorityId": "1"},
        richTextFields=[{"fieldId": "description", "richText": {"adfValue": DOCUMENT}}],
        singleGroupPickerFields=[{"fieldId": n["group"], "group": {"groupName": "staff"}}],
        singleLineTextFields=[{"fieldId": "summary", "text": "Better"}],
        singleSelectClearableUserPickerFields=[{"fieldId": "assignee", "user": None}],
        singleSelectFields=[{"fieldId": n["select"], "option": {"optionId": 4}}],
        singleVersionPickerFields=[{"fieldId": n["version"], "version": {"versionId": version.id}}],
        status={"statusId": "10001"},
        timeTrackingField={"timeRemaining": "2h"},
        urlFields=[{"fieldId": n["url"], "url": "https://example.com"}],
    )
    assert (result["processedAccessibleIssues"], result.get("failedAccessibleIssues")) == ([10003], None)
    issue = jira.site.issues.with_key("APP-7")
    assert (issue.summary, issue.type.name, issue.status.name, issue.priority.name, issue.assignee) == (
        *("Better", "Bug", "In Progress", "Highest"),
        None,
    )
    assert (issue.labels, issue.fix_versions, issue.components) == (["old", "new"], (version.id,), (core.id,))
    assert (issue.original_estimate, issue.remaining_estimate, issue.due.isoformat()) == (28800, 7200, "2026-11-25")
    assert issue.description == "Hi"
    assert {name: issue.custom_fields[n[name]] for name in n} == {
        "number": 1.5,
        "date": "2026-11-24",
        "select": {"id": "4"},
        "users": [{"accountId": ALICE}],
        "cascading": {"id": "1", "child": {"id": "2"}},
        "color": "teal",
        "time": "2026-11-24T10:00",
        "group": {"name": "staff"},
        "groups": [{"name": "staff"}],
        "options": [{"id": "3"}],
        "version": {"id": version.id},
        "url": "https://example.com",
    }
    cleared = edit(
        ask,
        "APP-7",
        cascadingSelectFields=[{"fieldId": n["cascading"], "parentOptionValue": {"optionId": None}}],
        datePickerFields=[{"fieldId": n["date"], "date": {"formattedDate": ""}}],
        labelsFields=[{"fieldId": "labels", "bulkEditMultiSelectFieldOption": "REMOVE_ALL", "labels": []}],
        multiselectComponents={
            "fieldId": "components",
            "bulkEditMultiSelectFieldOption": "REMOVE",
            "components": [{"componentId": int(core.id)}],
        },
        richTextFields=[{"fieldId": "description", "richText": {}}],
        singleGroupPickerFields=[{"fieldId": n["group"], "group": {"groupName": ""}}],
        singleSelectClearableUserPickerFields=[{"fieldId": "assignee", "user": {"accountId": ALICE}}],
        singleSelectFields=[{"fieldId": n["select"], "option": {"optionId": -1}}],
    )
    assert cleared["processedAccessibleIssues"] == [10003]
    issue = jira.site.issues.with_key("APP-7")
    assert (issue.labels, issue.components, issue.description, issue.assignee.name) == ([], (), None, "alice")
    assert not {n["cascading"], n["date"], n["group"], n["select"]} & issue.custom_fields.keys()


def move(ask, targets):
    """Move issues to places, with `follow` and `values` as they are said."""
    sources = {
        target: {
            "inferClassificationDefaults": True,
            "inferFieldDefaults": "targetMandatoryFields" not in said,
            "inferStatusDefaults": True,
            "inferSubtaskTypeDefault": True,
            **said,
        }
        for target, said in targets.items()
    }
    return done(ask, "move", {"targetToSourcesMapping": sources})


def keys(jira):
    """Return the keys of all issues, in the order in which they came."""
    return [issue.key for issue in jira.issues]


def test_sub_tasks_are_moved_by_name_and_stay_with_their_issue(jira, ask):
    """They get the types that are said; an issue whose sub-tasks are not all named stays, with those that are."""
    for number in (7, 8):
        jira.add_issue(f"APP-{number}", type="Sub-task", parent="APP-1")
    by_name = {"inferSubtaskTypeDefault": False}
    lack = move(
        ask,
        {
            "LIB,10002": {**by_name, "issueIdsOrKeys": ["APP-1"]},
            "LIB,10003,APP-1": {**by_name, "issueIdsOrKeys": ["APP-7"]},
        },
    )
    assert lack["processedAccessibleIssues"] == []
    assert lack["failedAccessibleIssues"].keys() == {"10000", "10003"}
    assert jira.exchanges[-2].reason.startswith("project cannot be set: its sub-task APP-8 is not moved along")
    whole = move(
        ask,
        {
            "LIB,10002": {**by_name, "issueIdsOrKeys": ["APP-1"]},
            "LIB,10003,APP-1": {**by_name, "issueIdsOrKeys": ["APP-7", "APP-8"]},
        },
    )
    assert whole["processedAccessibleIssues"] == [10000, 10003, 10004]
    assert keys(jira) == ["LIB-2", "APP-2", "LIB-1", "LIB-3", "LIB-4"]


def test_several_issues_are_moved_with_sub_tasks_that_are_named(jira, ask, monkeypatch):
    """Each sub-task goes with its own issue, as the type that is said of it; as many as may be moved at once."""
    monkeypatch.setattr("jira_linkfake.jira.bulk.rules.MOST_AT_ONCE", 4)
    part = jira.add_issue_type("Part", hierarchy_level=-1)
    jira.add_issue("APP-7", type="Sub-task", parent="APP-1")
    jira.add_issue("APP-8", type="Sub-task", parent="APP-2")
    by_name = {"inferSubtaskTypeDefault": False}
    result = move(
        ask,
        {
            "LIB,10002": {**by_name, "issueIdsOrKeys": ["APP-1", "APP-2"]},
            f"LIB,{part.id},APP-1": {**by_name, "issueIdsOrKeys": ["APP-7"]},
            "LIB,10003,APP-2": {**by_name, "issueIdsOrKeys": ["APP-8"]},
        },
    )
    assert result["processedAccessibleIssues"] == [10000, 10003, 10001, 10004]
    moved = {one.id: one for one in jira.issues if one.type.subtask}
    assert [(one.type.name, one.parent_id) for one in moved.values()] == [("Part", "10000"), ("Sub-task", "10001")]


def test_a_hidden_sub_task_goes_along_and_is_not_told(jira, ask):
    """Not even by how many issues there were; in its own project it keeps its security level."""
    jira.add_issue("APP-7", type="Sub-task", parent="APP-1", visible_to=[])

    result = move(ask, {"APP,10004": {"issueIdsOrKeys": ["APP-1"]}})

    assert (result["processedAccessibleIssues"], result["totalIssueCount"]) == ([10000], 1)


def test_a_sub_task_becomes_an_issue_and_an_epic_loses_its_children(jira, ask, get):
    """What was a part of an issue and cannot be any more has no parent, and history says so."""
    jira.add_issue("APP-7", type="Epic")
    jira.add_issue("APP-8", parent="APP-7")
    jira.add_issue("APP-9", type="Sub-task", parent="APP-8")
    result = move(
        ask,
        {
            "APP,10004": {"issueIdsOrKeys": ["APP-7", "APP-9"]},
            "APP,10000": {"issueIdsOrKeys": ["APP-8"], "inferSubtaskTypeDefault": False},
        },
    )
    assert result["processedAccessibleIssues"] == [10005, 10003, 10004]
    assert [
        (one.key, one.type.name, one.parent_id) for one in jira.issues if one.key in ("APP-7", "APP-8", "APP-9")
    ] == [
        ("APP-7", "Bug", None),
        ("APP-8", "Epic", None),
        ("APP-9", "Bug", None),
    ]
    entries = get("issue/APP-8/changelog")["values"]
    assert [[one["field"] for one in entry["items"]] for entry in entries] == [
        ["IssueParentAssociation"],
        ["issuetype"],
    ]


def test_an_issue_moves_under_another_parent_or_not_at_all(jira, ask):
    """A sub-task takes a parent of its project, and an issue one of the level above."""
    jira.add_issue("APP-7", type="Epic")
    jira.add_issue("LIB-7", type="Sub-task", parent="LIB-1")
    result = move(
        ask,
        {
            "APP,10002,APP-7": {"issueIdsOrKeys": ["APP-1", "LIB-1"]},
            "LIB,10002,APP-2": {"issueIdsOrKeys": ["APP-2"]},
        },
    )
    assert result["failedAccessibleIssues"].keys() == {"10001"}
    assert [one.parent_id for one in jira.issues][:3] == ["10003", None, "10003"]
    assert keys(jira) == ["APP-1", "APP-2", "APP-8", "APP-7", "APP-9"]


def test_an_issue_with_sub_tasks_is_moved_as_what_can_have_them(jira, ask):
    """Sub-tasks stay below an issue of their level; as an epic it would have none."""
    jira.add_issue("APP-7", type="Sub-task", parent="APP-1")
    epic = next(one.id for one in jira.site.issue_types.values() if one.name == "Epic")

    result = move(ask, {f"LIB,{epic}": {"issueIdsOrKeys": ["APP-1"]}})

    assert [*result["failedAccessibleIssues"]] == ["10000", "10003"]
    assert jira.site.issues.with_key("APP-1").type.name == "Task"


def test_an_epic_keeps_its_issues_in_another_project(jira):
    """What is below an epic stays where it is, and below it."""
    epic = jira.add_issue("APP-7", type="Epic")
    jira.add_issue("APP-8", parent=epic)

    assert jira.move_issue(epic, "LIB-7").key == "LIB-7"
    assert jira.site.issues.with_key("APP-8").parent_id == epic.id


def test_fields_that_must_have_a_value_get_it(jira, ask):
    """A value counts where the issue has none, or where the field is the project's own and nothing is kept."""
    jira.add_field("Team", required=True)
    jira.add_field("Seen", type="users", required=True)
    jira.add_field("Day", type="date", required=True)
    jira.add_field("Size", type="number", required=True)
    jira.add_version("1.0", project="APP")
    new = jira.add_version("2.0", project="LIB")
    jira.add_issue("APP-7", fix_versions=["1.0"], fields={"customfield_10002": "2026-01-01"})
    values = {
        "customfield_10000": {"value": ["Blue"], "type": "raw"},
        "customfield_10001": {"value": [ALICE], "retain": True},
        "customfield_10002": {"value": "2027-01-01"},
        "fixVersions": {"value": [new.id], "retain": False},
        "description": {"value": DOCUMENT, "type": "adf"},
        "customfield_10003": {"value": ["2.5"]},
        "labels": {"value": []},
        "duedate": {"value": ["2027-01-01"]},
    }
    jira.add_user("alice")
    lack = {"LIB,10002": {"issueIdsOrKeys": ["APP-7"], "targetMandatoryFields": None, "inferFieldDefaults": False}}
    assert move(ask, lack)["failedAccessibleIssues"] == {
        "10003": ["Team is required.", "Seen is required.", "Size is required."]
    }
    words = {**values, "customfield_10003": {"value": ["two"]}}
    wrong = {"LIB,10002": {"issueIdsOrKeys": ["APP-7"], "targetMandatoryFields": [{"fields": words}]}}
    assert move(ask, wrong)["failedAccessibleIssues"] == {"10003": ["Operation value must be a number"]}
    whole = {"LIB,10002": {"issueIdsOrKeys": ["APP-7"], "targetMandatoryFields": [{"fields": values}]}}
    assert move(ask, whole)["processedAccessibleIssues"] == [10003]
    moved = jira.site.issues.with_key("APP-7")
    assert (moved.fix_versions, moved.description, moved.due) == ((new.id,), None, None)
    assert moved.custom_fields == {
        "customfield_10000": "Blue",
        "customfield_10001": [{"accountId": ALICE}],
        "customfield_10002": "2026-01-01",
        "customfield_10003": 2.5,
    }


def _calls_of_a_move(jira, ask, project, count):
    """Return how many functions of the package are called when so many linked issues are moved at once."""
    jira.add_project(f"{project}X")
    names = [f"{project}-{number}" for number in range(1, count + 1)]
    for one in jira.add_issues(*names)[1:]:
        jira.add_link(names[0], "blocks", one.key)
    calls = 0

    def count_call(frame, event, _):
        nonlocal calls
        calls += event == "call" and "jira_linkfake" in frame.f_code.co_filename

    sys.setprofile(count_call)
    try:
        result = move(ask, {f"{project}X,10002": {"issueIdsOrKeys": names}})
    finally:
        sys.setprofile(None)
    assert len(result["processedAccessibleIssues"]) == count
    assert len(jira.links_of(names[0])) == count - 1
    return calls


def test_a_bulk_move_costs_as_much_for_each_issue(jira, ask):
    """Twice as many issues with twice as many links take twice as many calls, whatever else is on the site."""
    few, many = (_calls_of_a_move(jira, ask, project, count) for project, count in (("FEW", 20), ("MANY", 40)))
    rest = _calls_of_a_move(jira, ask, "REST", 20)
    assert rest < 1.02 * few
    assert many < 2.02 * few


def test_an_issue_that_two_transitions_name_is_counted_once(jira, ask):
    """It has failed if one of them has, though the other is made."""
    ways = [{"selectedIssueIdsOrKeys": ["APP-1"], "transitionId": one} for one in ("31", "999")]
    task = ask("POST", "bulk/issues/transition", json={"bulkTransitionInputs": ways}).json["taskId"]
    told = ask("GET", f"bulk/queue/{task}").json
    assert (told["totalIssueCount"], told["processedAccessibleIssues"]) == (1, [])
    assert told["failedAccessibleIssues"] == {"10000": ["Transition id '999' is not valid for this issue."]}
    assert jira.issue("APP-1").status.name == "Done"
