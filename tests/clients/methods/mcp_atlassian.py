"""The Jira tools of mcp-atlassian 0.23, by subject, each called once, in this order, on a site of one of everything."""

from __future__ import annotations

from tests.clients.methods.outcomes import Broken, NotServed, Works, keys

ALICE = "712020:00000000-0000-4000-8000-000000010001"
BLOCKS = {"link_type": "Blocks", "inward_issue_key": "WEB-1", "outward_issue_key": "WEB-2"}
PAGE = {"url": "https://example.com/1", "title": "One"}
SPRINT = {"board_id": "1", "name": "First", "start_date": "2099-01-01T00:00:00Z", "end_date": "2099-01-14T00:00:00Z"}
REQUEST = {"service_desk_id": "1", "request_type_id": "1"}
ANSWERS = [{"questionId": "1", "type": "TEXT", "value": "Yes"}]
NO_QUEUES = "currently implemented for Server/Data Center"
NO_CLOUD_ID = "Forms API requires a cloud_id"
DESKS = "Jira Service Management's REST API"

METHODS = {
    "issues": {
        "get_issue": Works(lambda m: m("get_issue", issue_key="WEB-3")["summary"], "Summary of WEB-3"),
        "create_issue": Works(
            lambda m: m("create_issue", project_key="WEB", summary="New", issue_type="Task")["issue"]["key"], "WEB-4"
        ),
        "batch_create_issues": Works(
            lambda m: m(
                "batch_create_issues", issues='[{"project_key": "WEB", "summary": "Newer", "issue_type": "Epic"}]'
            )["issues"][0]["key"],
            "WEB-5",
        ),
        "update_issue": Works(
            lambda m: m("update_issue", issue_key="WEB-4", fields='{"summary": "Changed"}'),
            "Changed",
            lambda s: s.issue("WEB-4").summary,
        ),
        "assign_issue": Works(
            lambda m: m("assign_issue", issue_key="WEB-4", assignee="alice"),
            "alice",
            lambda s: str(s.issue("WEB-4").assignee),
        ),
        "get_transitions": Works(
            lambda m: [one["name"] for one in m("get_transitions", issue_key="WEB-4")], ["To Do", "In Progress", "Ship"]
        ),
        "transition_issue": Works(
            lambda m: m("transition_issue", issue_key="WEB-4", transition_id="21"),
            "In Progress",
            lambda s: s.issue("WEB-4").status.name,
        ),
        "batch_get_changelogs": Works(
            lambda m: len(m("batch_get_changelogs", issue_ids_or_keys="WEB-4")[0]["changelogs"]), 3
        ),
        "get_issue_dates": Works(lambda m: m("get_issue_dates", issue_key="WEB-4")["current_status"], "In Progress"),
        "get_issue_sla": Works(
            lambda m: m("get_issue_sla", issue_key="WEB-4")["metrics"]["cycle_time"]["reason"], "Issue not resolved"
        ),
        "move_issue": Works(
            lambda m: m("move_issue", issue_key="WEB-4", target_project_key="OPS"),
            "OPS-2",
            lambda s: s.issue("WEB-4").key,
        ),
        "delete_issue": Works(
            lambda m: m("delete_issue", issue_key="WEB-4"),
            ["WEB-1", "WEB-2", "WEB-3", "OPS-1", "WEB-5"],
            lambda s: [one.key for one in s.issues],
        ),
        "get_project_issues": Works(
            lambda m: sorted(one["key"] for one in m("get_project_issues", project_key="WEB")["issues"]),
            ["WEB-1", "WEB-2", "WEB-3", "WEB-5"],
        ),
        "search": Works(lambda m: [one["key"] for one in m("search", jql="fixVersion = 1.0")["issues"]], ["WEB-3"]),
    },
    "links": {
        "get_link_types": Works(
            lambda m: [one["name"] for one in m("get_link_types")], ["Blocks", "Cloners", "Duplicate", "Relates"]
        ),
        "create_issue_link": Works(
            lambda m: m("create_issue_link", **BLOCKS),
            ["WEB-3 blocks WEB-2", "WEB-1 blocks WEB-2"],
            lambda s: s.sentences(),
        ),
        "remove_issue_link": Works(
            lambda m: m("remove_issue_link", link_id="10000"), ["WEB-1 blocks WEB-2"], lambda s: s.sentences()
        ),
        "create_remote_issue_link": Works(
            lambda m: m("create_remote_issue_link", issue_key="WEB-1", **PAGE),
            ["One"],
            lambda s: [one.title for one in s.remote_links_of("WEB-1")],
        ),
        "link_to_epic": Works(
            lambda m: m("link_to_epic", issue_key="WEB-1", epic_key="WEB-5"),
            "10005",
            lambda s: s.issue("WEB-1").parent_id,
        ),
        "get_project_epic_hierarchy": Works(
            lambda m: m("get_project_epic_hierarchy", project_key="WEB")["total_epics"], 1
        ),
        "get_cross_project_dependencies": Works(
            lambda m: m("get_cross_project_dependencies", project_key="WEB")["total_issues_scanned"], 4
        ),
    },
    "comments": {
        "add_comment": Works(
            lambda m: m("add_comment", issue_key="WEB-1", body="Said"),
            ["Said"],
            lambda s: [one.body for one in s.comments_of("WEB-1")],
        ),
        "edit_comment": Works(
            lambda m: m("edit_comment", issue_key="WEB-3", comment_id="10000", body="Do not"),
            ["Do not"],
            lambda s: [one.body for one in s.comments_of("WEB-3")],
        ),
    },
    "watchers and votes": {
        "get_issue_watchers": Works(lambda m: m("get_issue_watchers", issue_key="WEB-3")["watcher_count"], 2),
        "add_watcher": Works(
            lambda m: m("add_watcher", issue_key="WEB-1", user_identifier=ALICE),
            ["admin", "alice"],
            lambda s: [str(one) for one in s.watchers_of("WEB-1")],
        ),
        "remove_watcher": Works(
            lambda m: m("remove_watcher", issue_key="WEB-3", account_id=ALICE),
            ["admin"],
            lambda s: [str(one) for one in s.watchers_of("WEB-3")],
        ),
    },
    "worklogs": {
        "add_worklog": Works(
            lambda m: m("add_worklog", issue_key="WEB-1", time_spent="30m"),
            [1800],
            lambda s: [one.seconds for one in s.worklogs_of("WEB-1")],
        ),
        "get_worklog": Works(lambda m: m("get_worklog", issue_key="WEB-3")["worklogs"][0]["time_spent"], "1h"),
    },
    "attachments": {
        "download_attachments": Works(lambda m: m("download_attachments", issue_key="WEB-3")["downloaded"], 1),
        "get_issue_images": Works(lambda m: m("get_issue_images", issue_key="WEB-3")["downloaded"], 1),
    },
    "people": {
        "get_user_profile": Works(
            lambda m: m("get_user_profile", user_identifier="alice@example.com")["user"]["display_name"], "alice"
        ),
        "search_assignable_users": Works(
            lambda m: m("search_assignable_users", query="alice", project_key="WEB")["users"][0]["display_name"],
            "alice",
        ),
    },
    "projects": {
        "get_all_projects": Works(lambda m: [one["key"] for one in m("get_all_projects")], ["OPS", "WEB"]),
        "search_projects": Works(lambda m: [one["key"] for one in m("search_projects", query="WEB")], ["WEB"]),
        "get_project_issue_types": Works(
            lambda m: [one["name"] for one in m("get_project_issue_types", project_key="WEB")],
            ["Epic", "Story", "Task", "Sub-task", "Bug"],
        ),
        "get_create_fields": Works(
            lambda m: m("get_create_fields", project_key="WEB", issue_type_id="10002")[0]["field_id"], "summary"
        ),
        # It looks for `values`, which Server has; Cloud answers with `fields`.
        "get_project_fields": Broken(lambda m: m("get_project_fields", project_key="WEB"), "[]"),
    },
    "versions": {
        "get_project_versions": Works(
            lambda m: [one["name"] for one in m("get_project_versions", project_key="WEB")], ["1.0", "2.0"]
        ),
        "create_version": Works(lambda m: m("create_version", project_key="WEB", name="3.0")["id"], "10002"),
        "batch_create_versions": Works(
            lambda m: m("batch_create_versions", project_key="WEB", versions='[{"name": "4.0"}]')[0]["success"], True
        ),
        "update_version": Works(lambda m: m("update_version", version_id="10000", released=True)["released"], True),
    },
    "components": {
        "get_project_components": Works(
            lambda m: [one["name"] for one in m("get_project_components", project_key="WEB")], ["Editor"]
        ),
    },
    "types, statuses, priorities, resolutions, fields": {
        "search_fields": Works(lambda m: m("search_fields", keyword="Team")[0]["id"], "customfield_10000"),
        "get_field_options": NotServed(
            lambda m: m("get_field_options", field_id="customfield_10000"), "getContextsForField"
        ),
    },
    "boards": {
        "get_agile_boards": Works(
            lambda m: [one["name"] for one in m("get_agile_boards", project_key="WEB")], ["Team", "Flow"]
        ),
        "get_board_issues": Works(
            lambda m: [one["key"] for one in m("get_board_issues", board_id="1", jql="project = WEB")["issues"]],
            ["WEB-1", "WEB-2", "WEB-3"],
        ),
        "get_sprints_from_board": Works(
            lambda m: [one["name"] for one in m("get_sprints_from_board", board_id="1")], ["Sprint 1", "Sprint 2"]
        ),
        "get_sprint_issues": Works(
            lambda m: [one["key"] for one in m("get_sprint_issues", sprint_id="1")["issues"]], ["WEB-3"]
        ),
        "create_sprint": Works(lambda m: m("create_sprint", **SPRINT)["name"], "First"),
        "update_sprint": Works(
            lambda m: m("update_sprint", sprint_id="1", name="Second"), "Second", lambda s: s.site.sprints["1"].name
        ),
        "add_issues_to_sprint": Works(
            lambda m: m("add_issues_to_sprint", sprint_id="1", issue_keys="WEB-1"),
            ["WEB-1", "WEB-3"],
            lambda s: keys(s, "sprint = 1 ORDER BY key"),
        ),
        "move_issues_to_backlog": Works(
            lambda m: m("move_issues_to_backlog", issue_keys="WEB-1"), ["WEB-3"], lambda s: keys(s, "sprint = 1")
        ),
    },
    "service desks": {
        "get_service_desk_for_project": Broken(
            lambda m: m("get_service_desk_for_project", project_key="WEB"), NO_QUEUES
        ),
        "get_service_desk_queues": Broken(lambda m: m("get_service_desk_queues", service_desk_id="1"), NO_QUEUES),
        "get_queue_issues": Broken(lambda m: m("get_queue_issues", service_desk_id="1", queue_id="1"), NO_QUEUES),
        "get_request_types": NotServed(lambda m: m("get_request_types", service_desk_id="1"), DESKS),
        "get_request_type_fields": NotServed(lambda m: m("get_request_type_fields", **REQUEST), DESKS),
        "create_customer_request": NotServed(
            lambda m: m("create_customer_request", **REQUEST, request_field_values='{"summary": "Ask"}'), DESKS
        ),
        "get_issue_proforma_forms": Broken(lambda m: m("get_issue_proforma_forms", issue_key="WEB-3"), NO_CLOUD_ID),
        "get_proforma_form_details": Broken(
            lambda m: m("get_proforma_form_details", issue_key="WEB-3", form_id="1"), NO_CLOUD_ID
        ),
        "update_proforma_form_answers": Broken(
            lambda m: m("update_proforma_form_answers", issue_key="WEB-3", form_id="1", answers=ANSWERS), NO_CLOUD_ID
        ),
    },
    "development": {
        "get_issue_development_info": NotServed(
            lambda m: m("get_issue_development_info", issue_key="WEB-3"), "development information"
        ),
        "get_issues_development_info": NotServed(
            lambda m: m("get_issues_development_info", issue_keys="WEB-3"), "development information"
        ),
    },
}
