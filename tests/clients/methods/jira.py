"""The public methods of pycontribs' `JIRA`, by subject, each called once on a site that has one of everything."""

from __future__ import annotations

import io

from tests.clients.methods.outcomes import Broken, NotServed, Refused, Works, keys

METHODS = {
    "issues": {
        "issue": Works(lambda j: j.issue("WEB-3").fields.summary, "Summary of WEB-3"),
        "create_issue": Works(lambda j: j.create_issue(project="WEB", summary="New", issuetype="Task").key, "WEB-4"),
        "create_issues": Works(
            lambda j: [
                one["status"] for one in j.create_issues([{"project": "WEB", "summary": "New", "issuetype": "Task"}])
            ],
            ["Success"],
        ),
        "assign_issue": Works(
            lambda j: j.assign_issue("WEB-1", "alice"), "alice", lambda s: str(s.issue("WEB-1").assignee)
        ),
        "createmeta": Works(lambda j: [one["key"] for one in j.createmeta("WEB")["projects"]], ["WEB"]),
        "createmeta_issuetypes": Broken(
            lambda j: [one["name"] for one in j.createmeta_issuetypes("WEB")["issueTypes"]],
            "Unsupported JIRA deployment type: Cloud",
        ),
        "createmeta_fieldtypes": Broken(
            lambda j: j.createmeta_fieldtypes("WEB", "10002")["total"], "Unsupported JIRA deployment type: Cloud"
        ),
        "project_issue_types": Broken(
            lambda j: [one.name for one in j.project_issue_types("WEB")], "Unsupported JIRA deployment type: Cloud"
        ),
        "project_issue_fields": Broken(
            lambda j: [one.fieldId for one in j.project_issue_fields("WEB", "10002")][:3],
            "Unsupported JIRA deployment type: Cloud",
        ),
        "editmeta": Works(lambda j: sorted(j.editmeta("WEB-3")["fields"])[:3], ["assignee", "comment", "components"]),
        "transitions": Works(
            lambda j: [one["name"] for one in j.transitions("WEB-3")], ["To Do", "In Progress", "Ship"]
        ),
        "find_transitionid_by_name": Works(lambda j: j.find_transitionid_by_name("WEB-3", "Ship"), "10000"),
        "transition_issue": Works(
            lambda j: j.transition_issue("WEB-3", "Ship", fields={"resolution": {"name": "Shipped"}}),
            "Shipped",
            lambda s: s.issue("WEB-3").resolution.name,
        ),
        "issue_properties": Works(lambda j: [one.key for one in j.issue_properties("WEB-3")], ["release"]),
        "issue_property": Works(lambda j: j.issue_property("WEB-3", "release").value.state, "open"),
        "add_issue_property": Works(
            lambda j: j.add_issue_property("WEB-1", "release", {"state": "new"}),
            {"release": {"state": "new"}},
            lambda s: s.properties_of("WEB-1"),
        ),
        "rank": Works(
            lambda j: j.rank("WEB-2", next_issue="WEB-1"),
            ["WEB-2", "WEB-1", "WEB-3"],
            lambda s: keys(s, "project = WEB ORDER BY rank"),
        ),
        "project_issue_security_level_scheme": Works(
            lambda j: j.project_issue_security_level_scheme("WEB").name, "Issue Security Scheme of WEB"
        ),
        "get_igrid": Refused(
            lambda j: j.get_igrid("10000", "10010", "1"),
            404,
            "No endpoint GET /rest/idalko-igrid/1.0/datagrid/data",
        ),
    },
    "links": {
        "create_issue_link": Works(
            lambda j: j.create_issue_link("Blocks", "WEB-1", "WEB-2"),
            ["WEB-3 blocks WEB-2", "WEB-1 blocks WEB-2"],
            lambda s: s.sentences(),
        ),
        "delete_issue_link": Works(lambda j: j.delete_issue_link("10000"), [], lambda s: s.sentences()),
        "issue_link": Works(lambda j: j.issue_link("10000").outwardIssue.key, "WEB-2"),
        "issue_link_types": Works(
            lambda j: [one.name for one in j.issue_link_types()], ["Blocks", "Cloners", "Duplicate", "Relates"]
        ),
        "issue_link_type": Works(lambda j: j.issue_link_type("10000").outward, "blocks"),
        "remote_links": Works(lambda j: [one.object.title for one in j.remote_links("WEB-3")], ["Incident 7"]),
        "remote_link": Works(lambda j: j.remote_link("WEB-3", "10000").object.url, "https://status.example.com/7"),
        "add_remote_link": Works(
            lambda j: j.add_remote_link("WEB-1", {"url": "https://example.com/1", "title": "One"}),
            ["One"],
            lambda s: [one.title for one in s.remote_links_of("WEB-1")],
        ),
        "add_simple_link": Works(
            lambda j: j.add_simple_link("WEB-1", {"url": "https://example.com/1", "title": "One"}),
            ["One"],
            lambda s: [one.title for one in s.remote_links_of("WEB-1")],
        ),
        "delete_remote_link": Works(
            lambda j: j.delete_remote_link("WEB-3", global_id="incident=7"), [], lambda s: s.remote_links_of("WEB-3")
        ),
        "applicationlinks": Works(lambda j: j.applicationlinks(), []),
    },
    "comments": {
        "comments": Works(lambda j: [one.body for one in j.comments("WEB-3")], ["Restart it"]),
        "comment": Works(lambda j: j.comment("WEB-3", "10000").body, "Restart it"),
        "add_comment": Works(
            lambda j: j.add_comment("WEB-1", "Said"), ["Said"], lambda s: [one.body for one in s.comments_of("WEB-1")]
        ),
        "pin_comment": Refused(
            lambda j: j.pin_comment("WEB-3", "10000", True),
            404,
            "No endpoint PUT /rest/api/2/issue/WEB-3/comment/10000/pin",
        ),
        "pinned_comments": Refused(
            lambda j: j.pinned_comments("WEB-3"),
            404,
            "No endpoint GET /rest/api/2/issue/WEB-3/pinned-comments",
        ),
    },
    "versions": {
        "project_versions": Works(lambda j: [one.name for one in j.project_versions("WEB")], ["1.0", "2.0"]),
        "get_project_version_by_name": Works(lambda j: j.get_project_version_by_name("WEB", "2.0").id, "10001"),
        "version": Works(lambda j: j.version("10000").name, "1.0"),
        "create_version": Works(lambda j: j.create_version("3.0", "WEB").id, "10002"),
        "rename_version": Works(
            lambda j: j.rename_version("WEB", "1.0", "1.1"),
            ["1.1", "2.0"],
            lambda s: [one.name for one in s.site.versions.of_project("WEB")],
        ),
        "move_version": Works(
            lambda j: j.move_version("10001", position="First"),
            ["2.0", "1.0"],
            lambda s: [one.name for one in s.site.versions.of_project("WEB")],
        ),
        "version_count_related_issues": Works(lambda j: j.version_count_related_issues("10000")["issuesFixedCount"], 1),
        "version_count_unresolved_issues": Works(lambda j: j.version_count_unresolved_issues("10000"), 1),
    },
    "components": {
        "project_components": Works(lambda j: [one.name for one in j.project_components("WEB")], ["Editor"]),
        "component": Works(lambda j: j.component("10000").description, "Where one writes"),
        "create_component": Works(lambda j: j.create_component("Viewer", "WEB").name, "Viewer"),
        "delete_component": Works(
            lambda j: j.delete_component("10000"), [], lambda s: s.site.components.of_project("WEB")
        ),
        "component_count_related_issues": Works(lambda j: j.component_count_related_issues("10000"), 1),
    },
    "watchers and votes": {
        "watchers": Works(lambda j: [one.displayName for one in j.watchers("WEB-3").watchers], ["alice", "admin"]),
        "add_watcher": Works(
            lambda j: j.add_watcher("WEB-1", "alice"),
            ["admin", "alice"],
            lambda s: [str(one) for one in s.watchers_of("WEB-1")],
        ),
        "remove_watcher": Works(
            lambda j: j.remove_watcher("WEB-3", "alice"),
            ["admin"],
            lambda s: [str(one) for one in s.watchers_of("WEB-3")],
        ),
        "votes": Works(lambda j: j.votes("WEB-3").votes, 1),
        "add_vote": Works(
            lambda j: j.add_vote("WEB-1"), ["admin"], lambda s: [str(one) for one in s.voters_of("WEB-1")]
        ),
        "remove_vote": Works(
            lambda j: [j.add_vote("WEB-1"), j.remove_vote("WEB-1")],
            [],
            lambda s: [str(one) for one in s.voters_of("WEB-1")],
        ),
    },
    "worklogs": {
        "worklogs": Works(lambda j: [one.timeSpent for one in j.worklogs("WEB-3")], ["1h"]),
        "worklog": Works(lambda j: j.worklog("WEB-3", "10000").comment, "Restarted it"),
        "add_worklog": Works(
            lambda j: j.add_worklog("WEB-1", timeSpent="30m"),
            [1800],
            lambda s: [one.seconds for one in s.worklogs_of("WEB-1")],
        ),
    },
    "attachments": {
        "attachment": Works(lambda j: j.attachment("10000").get(), b"seen"),
        "attachment_meta": Works(lambda j: j.attachment_meta(), {"enabled": True, "uploadLimit": 1073741824}),
        "add_attachment": Works(
            lambda j: j.add_attachment("WEB-1", io.BytesIO(b"Faster"), filename="notes.txt").size, 6
        ),
        "delete_attachment": Works(
            lambda j: j.delete_attachment("10000"), [], lambda s: s.site.attachments.of(s.issue("WEB-3"))
        ),
    },
    "people": {
        "myself": Works(lambda j: j.myself()["displayName"], "admin"),
        "current_user": Works(lambda j: j.current_user("displayName"), "admin"),
        "user": Works(lambda j: j.user("712020:00000000-0000-4000-8000-000000010001").displayName, "alice"),
        "search_users": Works(lambda j: [one.displayName for one in j.search_users(query="ali")], ["alice"]),
        "search_assignable_users_for_issues": Works(
            lambda j: [one.displayName for one in j.search_assignable_users_for_issues(query="ali", issueKey="WEB-1")],
            ["alice"],
        ),
        "search_allowed_users_for_issue": Works(
            lambda j: [one.displayName for one in j.search_allowed_users_for_issue("ali", issueKey="WEB-1")], ["alice"]
        ),
        "search_assignable_users_for_projects": Refused(
            lambda j: j.search_assignable_users_for_projects("ali", "WEB"),
            400,
            "The query parameter 'username' is not supported in GDPR strict mode.",
        ),
        "groups": Works(lambda j: j.groups(), ["auditors", "support"]),
        "group": Works(lambda j: j.group("support").name, "support"),
        "group_members": Works(lambda j: [one["fullname"] for one in j.group_members("support").values()], ["alice"]),
        "add_group": Works(lambda j: j.add_group("crew"), True),
        "remove_group": Works(
            lambda j: j.remove_group("support"), ["auditors"], lambda s: [one.name for one in s.groups]
        ),
        "add_user_to_group": Refused(
            lambda j: j.add_user_to_group("alice", "auditors"),
            400,
            "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
        ),
        "remove_user_from_group": Refused(
            lambda j: j.remove_user_from_group("alice", "support"),
            400,
            "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
        ),
        "add_user": Refused(lambda j: j.add_user("bob", "bob@example.com"), 400, "Products must be specified."),
        "delete_user": Refused(
            lambda j: j.delete_user("alice"),
            400,
            "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
        ),
        "rename_user": Refused(
            lambda j: j.rename_user("alice", "bob"),
            404,
            "Specified user does not exist or you do not have required permissions",
        ),
        "deactivate_user": Refused(lambda j: j.deactivate_user("alice"), 401, "Login failed"),
        "my_permissions": Works(
            lambda j: j.my_permissions(permissions="LINK_ISSUES")["permissions"]["LINK_ISSUES"]["havePermission"], True
        ),
    },
    "projects": {
        "projects": Works(lambda j: [one.key for one in j.projects()], ["OPS", "WEB"]),
        "project": Works(lambda j: j.project("WEB").name, "WEB"),
        "create_project": Works(lambda j: j.create_project("NEW")["key"], "NEW"),
        "delete_project": Works(lambda j: j.delete_project("OPS"), ["WEB"], lambda s: [one.key for one in s.projects]),
        "project_roles": Works(lambda j: list(j.project_roles("WEB")), ["Developers", "Administrators"]),
        "project_role": Works(lambda j: [one.displayName for one in j.project_role("WEB", "10000").actors], ["alice"]),
        "role": Works(
            lambda j: j.role(),
            [
                {
                    "self": "https://your-domain.atlassian.net/rest/api/latest/role/10000",
                    "name": "Developers",
                    "id": 10000,
                    "description": "",
                    "actors": [],
                },
                {
                    "self": "https://your-domain.atlassian.net/rest/api/latest/role/10001",
                    "name": "Administrators",
                    "id": 10001,
                    "description": "",
                    "actors": [],
                },
            ],
        ),
        "projectcategories": Works(lambda j: [one["name"] for one in j.projectcategories()], ["Inner"]),
        "issue_types_for_project": Works(
            lambda j: [one.name for one in j.issue_types_for_project("WEB")],
            ["Epic", "Story", "Task", "Sub-task", "Bug"],
        ),
        "templates": NotServed(lambda j: j.templates(), "templates of projects"),
        "project_permissionscheme": Works(
            lambda j: j.project_permissionscheme("WEB").name, "Default Permission Scheme"
        ),
        "project_notification_scheme": Works(
            lambda j: j.project_notification_scheme("WEB").name, "Default Notification Scheme"
        ),
        "project_priority_scheme": Refused(
            lambda j: j.project_priority_scheme("WEB"),
            404,
            "No endpoint GET /rest/api/2/project/WEB/priorityscheme",
        ),
        "project_workflow_scheme": Refused(
            lambda j: j.project_workflow_scheme("WEB"),
            404,
            "No endpoint GET /rest/api/2/project/WEB/workflowscheme",
        ),
        "permissionschemes": Works(
            lambda j: [one["name"] for one in j.permissionschemes()], ["Default Permission Scheme", "Second"]
        ),
        "delete_permissionscheme": Works(
            lambda j: j.delete_permissionscheme("10000"), [0], lambda s: list(s.site.grants.schemes)
        ),
        "issuesecurityschemes": Works(
            lambda j: [one["name"] for one in j.issuesecurityschemes()],
            ["Default Issue Security Scheme", "Issue Security Scheme of WEB"],
        ),
        "issue_type_schemes": NotServed(lambda j: j.issue_type_schemes(), "getAllIssueTypeSchemes"),
        "get_issue_type_scheme_associations": Refused(
            lambda j: j.get_issue_type_scheme_associations("1"),
            404,
            "No endpoint GET /rest/api/2/issuetypescheme/1/associations",
        ),
        "notificationschemes": Works(
            lambda j: [one["name"] for one in j.notificationschemes()], ["Default Notification Scheme"]
        ),
        "workflowscheme": Refused(
            lambda j: j.workflowscheme(),
            404,
            "No endpoint GET /rest/api/2/workflowschemes",
        ),
        "workflows": NotServed(lambda j: j.workflows(), "getAllWorkflows"),
        "screens": NotServed(lambda j: j.screens(), "getScreens"),
        "delete_screen": NotServed(lambda j: j.delete_screen("1"), "deleteScreen"),
    },
    "types, statuses, priorities, resolutions, fields": {
        "issue_types": Works(
            lambda j: [one.name for one in j.issue_types()], ["Epic", "Story", "Task", "Sub-task", "Bug"]
        ),
        "issue_type": Works(lambda j: j.issue_type("10002").name, "Task"),
        "issue_type_by_name": Works(lambda j: j.issue_type_by_name("Task").id, "10002"),
        "statuses": Works(lambda j: [one.name for one in j.statuses()], ["To Do", "In Progress", "Done"]),
        "status": Works(lambda j: j.status("10002").name, "Done"),
        "statuscategories": Works(
            lambda j: [one.key for one in j.statuscategories()], ["undefined", "new", "indeterminate", "done"]
        ),
        "statuscategory": Works(lambda j: j.statuscategory(3).key, "done"),
        "priorities": Works(
            lambda j: [one.name for one in j.priorities()], ["Highest", "High", "Medium", "Low", "Lowest"]
        ),
        "priority": Works(lambda j: j.priority("3").name, "Medium"),
        "resolutions": Works(
            lambda j: [one.name for one in j.resolutions()],
            ["Done", "Won't Do", "Duplicate", "Cannot Reproduce", "Shipped"],
        ),
        "resolution": Works(lambda j: j.resolution("10000").name, "Done"),
        "security_level": Works(lambda j: j.security_level("10000").name, "Private"),
        "fields": Works(lambda j: [one["id"] for one in j.fields()][:3], ["issuekey", "summary", "issuetype"]),
        "custom_field_option": NotServed(lambda j: j.custom_field_option("10000"), "getCustomFieldOption"),
    },
    "search": {
        "search_issues": Works(
            lambda j: [one.key for one in j.search_issues("project = WEB ORDER BY key")], ["WEB-1", "WEB-2", "WEB-3"]
        ),
        "enhanced_search_issues": Works(
            lambda j: [one.key for one in j.enhanced_search_issues("project = WEB ORDER BY key")],
            ["WEB-1", "WEB-2", "WEB-3"],
        ),
        "approximate_issue_count": Works(lambda j: j.approximate_issue_count("project = WEB"), 3),
    },
    "site and session": {
        "server_info": Works(lambda j: j.server_info()["deploymentType"], "Cloud"),
        "client_info": Works(lambda j: j.client_info(), "https://your-domain.atlassian.net"),
        "find": Works(lambda j: j.find("issue/{0}", "WEB-1").key, "WEB-1"),
        "session": Refused(lambda j: j.session(), 401, "Login failed"),
        "kill_session": Refused(lambda j: j.kill_session(), 401, "Login failed"),
        "kill_websudo": Works(lambda j: j.kill_websudo(), None),
        "close": Works(lambda j: j.close(), None),
        "async_do": Works(lambda j: j.async_do(), None),
        "application_properties": NotServed(lambda j: j.application_properties(), "getApplicationProperty"),
        "set_application_property": NotServed(
            lambda j: j.set_application_property("jira.title", "Ours"), "setApplicationProperty"
        ),
        "supports_service_desk": NotServed(lambda j: j.supports_service_desk(), "Jira Service Management's REST API"),
        "reindex": NotServed(lambda j: j.reindex(), "Jira's pages"),
        "backup": NotServed(lambda j: j.backup(), "backups"),
        "backup_progress": Broken(lambda j: j.backup_progress(), "Unknown format code 'i' for object of type 'int'"),
        "backup_complete": Broken(lambda j: j.backup_complete(), "Unknown format code 'i' for object of type 'int'"),
        "backup_download": Broken(lambda j: j.backup_download(), "Unknown format code 'i' for object of type 'int'"),
    },
    "avatars": {
        "avatars": NotServed(lambda j: j.avatars(), "getAllSystemAvatars"),
        "project_avatars": NotServed(lambda j: j.project_avatars("WEB"), "getAllProjectAvatars"),
        "create_temp_project_avatar": Refused(
            lambda j: j.create_temp_project_avatar("WEB", __file__, 4, b"seen"),
            405,
            "Method 'POST' is not supported",
        ),
        "confirm_project_avatar": Refused(
            lambda j: j.confirm_project_avatar("WEB", {}),
            405,
            "Method 'POST' is not supported",
        ),
        "set_project_avatar": NotServed(lambda j: j.set_project_avatar("WEB", "1"), "updateProjectAvatar"),
        "delete_project_avatar": NotServed(lambda j: j.delete_project_avatar("WEB", "1"), "deleteProjectAvatar"),
        "user_avatars": Refused(
            lambda j: j.user_avatars("alice"),
            404,
            "No endpoint GET /rest/api/2/user/avatars",
        ),
        "create_temp_user_avatar": Refused(
            lambda j: j.create_temp_user_avatar("alice", __file__, 4, b"seen"),
            404,
            "No endpoint POST /rest/api/2/user/avatar/temporary",
        ),
        "confirm_user_avatar": Refused(
            lambda j: j.confirm_user_avatar("alice", {}),
            404,
            "No endpoint POST /rest/api/2/user/avatar",
        ),
        "set_user_avatar": Refused(
            lambda j: j.set_user_avatar("alice", "1"),
            404,
            "No endpoint PUT /rest/api/2/user/avatar",
        ),
        "delete_user_avatar": Refused(
            lambda j: j.delete_user_avatar("alice", "1"),
            404,
            "No endpoint DELETE /rest/api/2/user/avatar/1",
        ),
    },
    "filters and dashboards": {
        "filter": Works(lambda j: j.filter("10000").jql, "project in (WEB, OPS)"),
        "favourite_filters": Works(lambda j: [one.name for one in j.favourite_filters()], ["Plan"]),
        "create_filter": Works(lambda j: j.create_filter("Mine", jql="project = WEB").id, "10001"),
        "update_filter": Works(
            lambda j: j.update_filter("10000", name="Mine"), "Mine", lambda s: s.site.filters["10000"].name
        ),
        "dashboards": NotServed(lambda j: j.dashboards(), "getAllDashboards"),
        "dashboard": NotServed(lambda j: j.dashboard("1"), "getDashboard"),
        "create_dashboard": NotServed(lambda j: j.create_dashboard("Mine"), "createDashboard"),
        "copy_dashboard": NotServed(lambda j: j.copy_dashboard("1", "Mine"), "copyDashboard"),
        "update_dashboard_automatic_refresh_minutes": NotServed(
            lambda j: j.update_dashboard_automatic_refresh_minutes("1", 5), "Jira's internal REST API"
        ),
        "dashboard_gadgets": NotServed(lambda j: j.dashboard_gadgets("1"), "getAllGadgets"),
        "all_dashboard_gadgets": NotServed(lambda j: j.all_dashboard_gadgets(), "getAllAvailableDashboardGadgets"),
        "add_gadget_to_dashboard": NotServed(lambda j: j.add_gadget_to_dashboard("1", "uri"), "addGadget"),
        "dashboard_item_property": NotServed(
            lambda j: j.dashboard_item_property("1", "1", "release"), "getDashboardItemProperty"
        ),
        "dashboard_item_property_keys": NotServed(
            lambda j: j.dashboard_item_property_keys("1", "1"), "getDashboardItemPropertyKeys"
        ),
        "set_dashboard_item_property": NotServed(
            lambda j: j.set_dashboard_item_property("1", "1", "release", {}), "setDashboardItemProperty"
        ),
    },
    "boards": {
        "boards": Works(lambda j: [one.name for one in j.boards()], ["Team", "Flow"]),
        "create_board": Works(lambda j: j.create_board("Ours", "10000").id, 3),
        "delete_board": Broken(
            lambda j: j.delete_board("1"), "Invalid URL '': No scheme supplied. Perhaps you meant https://?"
        ),
        "sprints": Works(lambda j: [one.name for one in j.sprints(1)], ["Sprint 1", "Sprint 2"]),
        "sprints_by_name": Works(lambda j: list(j.sprints_by_name(1)), ["Sprint 1", "Sprint 2"]),
        "sprint": Works(lambda j: j.sprint(1).goal, "Save"),
        "sprint_info": Works(lambda j: j.sprint_info("1", "1")["state"], "future"),
        "create_sprint": Works(lambda j: j.create_sprint("Sprint 3", 1).id, 3),
        "update_sprint": Works(
            lambda j: j.update_sprint(1, name="First", state="future"), "First", lambda s: s.site.sprints["1"].name
        ),
        "add_issues_to_sprint": Works(
            lambda j: j.add_issues_to_sprint(1, ["WEB-1"]),
            ["WEB-1", "WEB-3"],
            lambda s: keys(s, "sprint = 1 ORDER BY key"),
        ),
        "add_issues_to_epic": Works(
            lambda j: j.add_issues_to_epic("OPS-1", ["WEB-1"]),
            ["WEB-1", "WEB-3"],
            lambda s: keys(s, "parent = OPS-1 ORDER BY key"),
        ),
        "move_to_backlog": Works(lambda j: j.move_to_backlog(["WEB-3"]), [], lambda s: keys(s, "sprint IS NOT EMPTY")),
        "incompletedIssuesEstimateSum": Refused(
            lambda j: j.incompletedIssuesEstimateSum("1", "1"),
            404,
            "No endpoint GET /rest/agile/1.0/rapid/charts/sprintreport",
        ),
        "removedIssuesEstimateSum": Refused(
            lambda j: j.removedIssuesEstimateSum("1", "1"),
            404,
            "No endpoint GET /rest/agile/1.0/rapid/charts/sprintreport",
        ),
        "removed_issues": Refused(
            lambda j: j.removed_issues("1", "1"),
            404,
            "No endpoint GET /rest/agile/1.0/rapid/charts/sprintreport",
        ),
    },
    "service desks": {
        "service_desks": NotServed(lambda j: j.service_desks(), "Jira Service Management's REST API"),
        "service_desk": NotServed(lambda j: j.service_desk("1"), "Jira Service Management's REST API"),
        "request_types": NotServed(lambda j: j.request_types(1), "Jira Service Management's REST API"),
        "request_type_by_name": NotServed(
            lambda j: j.request_type_by_name(1, "Ask"), "Jira Service Management's REST API"
        ),
        "create_customer": NotServed(
            lambda j: j.create_customer("c@example.com", "C"), "Jira Service Management's REST API"
        ),
        "create_customer_request": NotServed(
            lambda j: j.create_customer_request({"serviceDeskId": "1", "requestTypeId": "1"}),
            "Jira Service Management's REST API",
        ),
    },
}
