"""The public methods of atlassian-python-api's `Jira`, by subject, each called once on a site of one of everything."""

from __future__ import annotations

import io

from tests.clients.methods.outcomes import Broken, NotServed, Refused, Works, keys

ALICE = "712020:00000000-0000-4000-8000-000000010001"
TO_SUPPORT = {"permission": "LINK_ISSUES", "holder": {"type": "group", "parameter": "support"}}
FAVOURED = (("Mine", True), ("Other", False))
METHODS = {
    "issues": {
        "issue_create": Works(
            lambda j: j.issue_create({"project": {"key": "WEB"}, "issuetype": {"name": "Task"}, "summary": "New"})[
                "key"
            ],
            "WEB-4",
        ),
        "create_issue": Works(
            lambda j: j.create_issue({"project": {"key": "WEB"}, "issuetype": {"name": "Task"}, "summary": "New"})[
                "key"
            ],
            "WEB-4",
        ),
        "create_issues": Works(
            lambda j: [
                one["key"]
                for one in j.create_issues(
                    [{"fields": {"project": {"key": "WEB"}, "issuetype": {"name": "Task"}, "summary": "New"}}]
                )["issues"]
            ],
            ["WEB-4"],
        ),
        "issue_create_or_update": Works(
            lambda j: j.issue_create_or_update(
                {"project": {"key": "WEB"}, "issuetype": {"name": "Task"}, "summary": "New"}
            )["key"],
            "WEB-4",
        ),
        "issue": Works(lambda j: j.issue("WEB-3")["fields"]["summary"], "Summary of WEB-3"),
        "get_issue": Works(
            lambda j: j.get_issue("WEB-3", fields=["summary"])["fields"], {"summary": "Summary of WEB-3"}
        ),
        "issue_exists": Works(lambda j: j.issue_exists("WEB-3"), True),
        "issue_deleted": Works(lambda j: j.issue_deleted("WEB-3"), False),
        "issue_fields": Works(lambda j: j.issue_fields("WEB-3")["summary"], "Summary of WEB-3"),
        "issue_field_value": Works(lambda j: j.issue_field_value("WEB-3", "summary"), "Summary of WEB-3"),
        "issue_field_value_append": Works(
            lambda j: j.issue_field_value_append("WEB-3", "fixVersions", {"name": "2.0"}),
            ["1.0", "2.0"],
            lambda s: [s.site.versions.by_id[one].name for one in s.issue("WEB-3").fix_versions],
        ),
        "update_issue_field": Works(
            lambda j: j.update_issue_field("WEB-1", {"summary": "Changed"}),
            "Changed",
            lambda s: s.issue("WEB-1").summary,
        ),
        "bulk_update_issue_field": Works(
            lambda j: j.bulk_update_issue_field(["WEB-1"], {"summary": "Changed"}),
            "Changed",
            lambda s: s.issue("WEB-1").summary,
        ),
        "update_issue": Works(
            lambda j: j.update_issue("WEB-1", {"fields": {"summary": "Changed"}}),
            "Changed",
            lambda s: s.issue("WEB-1").summary,
        ),
        "issue_update": Works(
            lambda j: j.issue_update("WEB-1", {"summary": "Changed"}), "Changed", lambda s: s.issue("WEB-1").summary
        ),
        "edit_issue": Works(
            lambda j: j.edit_issue("WEB-1", {"summary": [{"set": "Changed"}]}),
            "Changed",
            lambda s: s.issue("WEB-1").summary,
        ),
        "assign_issue": Works(
            lambda j: j.assign_issue("WEB-1", ALICE), "alice", lambda s: str(s.issue("WEB-1").assignee)
        ),
        "delete_issue": Works(
            lambda j: j.delete_issue("WEB-1"), ["WEB-2", "WEB-3", "OPS-1"], lambda s: [one.key for one in s.issues]
        ),
        "get_issue_labels": Works(lambda j: j.get_issue_labels("WEB-3"), []),
        "label_issue": Works(lambda j: j.label_issue("WEB-1", ["disk"]), ["disk"], lambda s: s.issue("WEB-1").labels),
        "unlabel_issue": Works(
            lambda j: [j.label_issue("WEB-1", ["disk", "full"]), j.unlabel_issue("WEB-1", ["disk"])],
            ["full"],
            lambda s: s.issue("WEB-1").labels,
        ),
        "issue_createmeta": Works(lambda j: [one["key"] for one in j.issue_createmeta("WEB")["projects"]], ["WEB"]),
        "issue_createmeta_issuetypes": Works(
            lambda j: [one["name"] for one in j.issue_createmeta_issuetypes("WEB")["issueTypes"]],
            ["Epic", "Story", "Task", "Sub-task", "Bug"],
        ),
        "issue_createmeta_fieldtypes": Works(lambda j: j.issue_createmeta_fieldtypes("WEB", "10002")["total"], 23),
        "issue_editmeta": Works(
            lambda j: sorted(j.issue_editmeta("WEB-3")["fields"])[:3], ["assignee", "comment", "components"]
        ),
        "bulk_issue": Works(
            lambda j: [one["key"] for one in j.bulk_issue(["WEB-1", "WEB-2"])[0]["issues"]], ["WEB-2", "WEB-1"]
        ),
        "get_issue_status": Works(lambda j: j.get_issue_status("WEB-1"), "To Do"),
        "get_issue_status_id": Works(lambda j: j.get_issue_status_id("WEB-1"), "10000"),
        "get_issue_transitions": Works(
            lambda j: [one["name"] for one in j.get_issue_transitions("WEB-1")], ["To Do", "In Progress", "Ship"]
        ),
        "get_issue_transitions_full": Works(
            lambda j: [one["id"] for one in j.get_issue_transitions_full("WEB-1")["transitions"]], ["11", "21", "10000"]
        ),
        "get_transition_id_to_status_name": Works(
            lambda j: j.get_transition_id_to_status_name("WEB-1", "In Progress"), 21
        ),
        "set_issue_status": Works(
            lambda j: j.set_issue_status("WEB-1", "Done", fields={"resolution": {"name": "Shipped"}}),
            "Shipped",
            lambda s: s.issue("WEB-1").resolution.name,
        ),
        "set_issue_status_by_transition_id": Works(
            lambda j: j.set_issue_status_by_transition_id("WEB-1", 21),
            "In Progress",
            lambda s: s.issue("WEB-1").status.name,
        ),
        "set_issue_status_by_transition_name": Refused(
            lambda j: j.set_issue_status_by_transition_name("WEB-1", "Ship"), 400, "Missing 'transition' identifier"
        ),
        "issue_transition": Works(
            lambda j: j.issue_transition("WEB-1", "In Progress"), "In Progress", lambda s: s.issue("WEB-1").status.name
        ),
        "get_issue_changelog": Works(
            lambda j: [j.set_issue_status("WEB-1", "In Progress"), j.get_issue_changelog("WEB-1")["total"]][1], 1
        ),
        "get_issue_status_changelog": Works(
            lambda j: [j.set_issue_status("WEB-1", "In Progress"), j.get_issue_status_changelog("WEB-1")[0]["to"]][1],
            "In Progress",
        ),
        "get_changelogs_bulk": Works(lambda j: j.get_changelogs_bulk(["WEB-1"])["issueChangeLogs"], []),
        "scrap_regex_from_issue": Works(lambda j: j.scrap_regex_from_issue("WEB-3", "Restart"), []),
        "get_issue_property_keys": Works(
            lambda j: [one["key"] for one in j.get_issue_property_keys("WEB-3")["keys"]], ["release"]
        ),
        "get_issue_property": Works(lambda j: j.get_issue_property("WEB-3", "release")["value"], {"state": "open"}),
        "set_issue_property": Works(
            lambda j: j.set_issue_property("WEB-1", "release", {"state": "new"}),
            {"release": {"state": "new"}},
            lambda s: s.properties_of("WEB-1"),
        ),
        "delete_issue_property": Works(
            lambda j: j.delete_issue_property("WEB-3", "release"), {}, lambda s: s.properties_of("WEB-3")
        ),
    },
    "links": {
        "create_issue_link": Works(
            lambda j: j.create_issue_link(
                {"type": {"name": "Blocks"}, "inwardIssue": {"key": "WEB-1"}, "outwardIssue": {"key": "WEB-2"}}
            ),
            ["WEB-3 blocks WEB-2", "WEB-1 blocks WEB-2"],
            lambda s: s.sentences(),
        ),
        "remove_issue_link": Works(lambda j: j.remove_issue_link("10000"), [], lambda s: s.sentences()),
        "get_issue_link": Works(lambda j: j.get_issue_link("10000")["outwardIssue"]["key"], "WEB-2"),
        "get_issue_link_types": Works(
            lambda j: [one["name"] for one in j.get_issue_link_types()], ["Blocks", "Cloners", "Duplicate", "Relates"]
        ),
        "get_issue_link_types_names": Works(
            lambda j: j.get_issue_link_types_names(), ["Blocks", "Cloners", "Duplicate", "Relates"]
        ),
        "get_issue_link_type": Works(lambda j: j.get_issue_link_type("10000")["outward"], "blocks"),
        "create_issue_link_type": Works(
            lambda j: j.create_issue_link_type("Tests", "is tested by", "tests")["name"], "Tests"
        ),
        "create_issue_link_type_by_json": Works(
            lambda j: j.create_issue_link_type_by_json({"name": "Tests", "inward": "is tested by", "outward": "tests"})[
                "id"
            ],
            "10004",
        ),
        "update_issue_link_type": Works(
            lambda j: j.update_issue_link_type("10000", {"outward": "stops"})["outward"], "stops"
        ),
        "delete_issue_link_type": Works(lambda j: j.delete_issue_link_type("10000"), [], lambda s: s.sentences()),
        "get_issue_tree_recursive": Works(lambda j: j.get_issue_tree_recursive("WEB-2"), [{"WEB-2": "WEB-3"}]),
        "get_issue_remote_links": Works(
            lambda j: [one["object"]["title"] for one in j.get_issue_remote_links("WEB-3")], ["Incident 7"]
        ),
        "get_issue_remotelinks": Works(
            lambda j: [one["object"]["title"] for one in j.get_issue_remotelinks("WEB-3")], ["Incident 7"]
        ),
        "get_issue_remote_link_by_id": Works(
            lambda j: j.get_issue_remote_link_by_id("WEB-3", "10000")["object"]["url"], "https://status.example.com/7"
        ),
        "create_or_update_issue_remote_links": Works(
            lambda j: j.create_or_update_issue_remote_links("WEB-1", "https://example.com/1", "One"),
            ["One"],
            lambda s: [one.title for one in s.remote_links_of("WEB-1")],
        ),
        "update_issue_remote_link_by_id": Works(
            lambda j: j.update_issue_remote_link_by_id("WEB-3", "10000", "https://example.com/1", "One"),
            ["One"],
            lambda s: [one.title for one in s.remote_links_of("WEB-3")],
        ),
        "delete_issue_remote_link_by_id": Works(
            lambda j: j.delete_issue_remote_link_by_id("WEB-3", "10000"), [], lambda s: s.remote_links_of("WEB-3")
        ),
    },
    "comments": {
        "issue_get_comments": Works(
            lambda j: [one["body"] for one in j.issue_get_comments("WEB-3")["comments"]], ["Restart it"]
        ),
        "issue_get_comment": Works(lambda j: j.issue_get_comment("WEB-3", "10000")["body"], "Restart it"),
        "issues_get_comments_by_id": Works(
            lambda j: [one["body"] for one in j.issues_get_comments_by_id(10000)["values"]], ["Restart it"]
        ),
        "issue_add_comment": Works(
            lambda j: j.issue_add_comment("WEB-1", "Said"),
            ["Said"],
            lambda s: [one.body for one in s.comments_of("WEB-1")],
        ),
        "issue_edit_comment": Works(
            lambda j: j.issue_edit_comment("WEB-3", "10000", "Do not"),
            ["Do not"],
            lambda s: [one.body for one in s.comments_of("WEB-3")],
        ),
        "get_comment_properties_keys": Works(
            lambda j: [one["key"] for one in j.get_comment_properties_keys("10000")["keys"]], ["release"]
        ),
        "set_comment_property": Works(
            lambda j: j.set_comment_property("10000", "release", "new"),
            {"release": {"value": "new"}},
            lambda s: s.properties_of(s.comments_of("WEB-3")[0]),
        ),
        "get_comment_property": Works(
            lambda j: [
                j.set_comment_property("10000", "release", "new"),
                j.get_comment_property("10000", "release")["value"],
            ][1],
            {"value": "new"},
        ),
        "delete_comment_property": Works(
            lambda j: [
                j.set_comment_property("10000", "release", "new"),
                j.delete_comment_property("10000", "release"),
            ],
            {},
            lambda s: s.properties_of(s.comments_of("WEB-3")[0]),
        ),
    },
    "versions": {
        "get_project_versions": Works(lambda j: [one["name"] for one in j.get_project_versions("WEB")], ["1.0", "2.0"]),
        "get_project_versions_paginated": Works(
            lambda j: [one["name"] for one in j.get_project_versions_paginated("WEB")["values"]], ["1.0", "2.0"]
        ),
        "get_version": Works(lambda j: j.get_version("10000")["name"], "1.0"),
        "add_version": Works(lambda j: j.add_version("WEB", 10000, "3.0")["id"], "10002"),
        "update_version": Works(
            lambda j: j.update_version("10000", is_released=True),
            True,
            lambda s: s.site.versions.by_id["10000"].released,
        ),
        "move_version": Works(
            lambda j: j.move_version("10001", position="First"),
            ["2.0", "1.0"],
            lambda s: [one.name for one in s.site.versions.of_project("WEB")],
        ),
        "delete_version": Works(
            lambda j: j.delete_version("10000"),
            ["2.0"],
            lambda s: [one.name for one in s.site.versions.of_project("WEB")],
        ),
    },
    "components": {
        "get_project_components": Works(lambda j: [one["name"] for one in j.get_project_components("WEB")], ["Editor"]),
        "component": Works(lambda j: j.component("10000")["description"], "Where one writes"),
        "create_component": Works(lambda j: j.create_component({"name": "Viewer", "project": "WEB"})["name"], "Viewer"),
        "update_component": Works(lambda j: j.update_component({"name": "Writer"}, "10000")["name"], "Writer"),
        "update_component_lead": Refused(
            lambda j: j.update_component_lead("10000", ALICE),
            400,
            "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
        ),
        "delete_component": Works(
            lambda j: j.delete_component("10000"), [], lambda s: s.site.components.of_project("WEB")
        ),
        "get_component_related_issues": Works(lambda j: j.get_component_related_issues("10000")["issueCount"], 1),
    },
    "watchers and votes": {
        "issue_get_watchers": Works(
            lambda j: [one["displayName"] for one in j.issue_get_watchers("WEB-3")["watchers"]], ["alice", "admin"]
        ),
        "issue_add_watcher": Works(
            lambda j: j.issue_add_watcher("WEB-1", ALICE),
            ["admin", "alice"],
            lambda s: [str(one) for one in s.watchers_of("WEB-1")],
        ),
        "issue_delete_watcher": Works(
            lambda j: j.issue_delete_watcher("WEB-3", account_id=ALICE),
            ["admin"],
            lambda s: [str(one) for one in s.watchers_of("WEB-3")],
        ),
    },
    "worklogs": {
        "issue_get_worklog": Works(
            lambda j: [one["timeSpent"] for one in j.issue_get_worklog("WEB-3")["worklogs"]], ["1h"]
        ),
        "issue_worklog": Works(
            lambda j: j.issue_worklog("WEB-1", "2026-11-28T10:00:00.000+0000", 1800),
            [1800],
            lambda s: [one.seconds for one in s.worklogs_of("WEB-1")],
        ),
        "issue_add_json_worklog": Works(
            lambda j: j.issue_add_json_worklog("WEB-1", {"timeSpent": "30m"}),
            [1800],
            lambda s: [one.seconds for one in s.worklogs_of("WEB-1")],
        ),
        "get_updated_worklogs": Works(
            lambda j: [one["worklogId"] for one in j.get_updated_worklogs(since=1)["values"]], [10000]
        ),
        "get_deleted_worklogs": Works(lambda j: j.get_deleted_worklogs(since=1)["values"], []),
        "get_worklogs": Works(lambda j: [one["timeSpent"] for one in j.get_worklogs([10000])], ["1h"]),
    },
    "attachments": {
        "add_attachment": Works(lambda j: j.add_attachment("WEB-1", __file__)[0]["filename"], "atlassian.py"),
        "add_attachment_object": Works(lambda j: j.add_attachment_object("WEB-1", io.BytesIO(b"Faster"))[0]["size"], 6),
        "get_attachment": Works(lambda j: j.get_attachment("10000")["filename"], "shot.png"),
        "get_attachment_content": Works(lambda j: j.get_attachment_content("10000"), b"seen"),
        "get_attachment_expand_human": Works(lambda j: j.get_attachment_expand_human("10000")["entries"], []),
        "get_attachment_expand_raw": Works(lambda j: j.get_attachment_expand_raw("10000")["entries"], []),
        "get_attachment_meta": Works(lambda j: j.get_attachment_meta(), {"enabled": True, "uploadLimit": 1073741824}),
        "get_attachments_ids_from_issue": Works(
            lambda j: j.get_attachments_ids_from_issue("WEB-3"), [{"filename": "shot.png", "attachment_id": "10000"}]
        ),
        "download_attachments_from_issue": NotServed(
            lambda j: j.download_attachments_from_issue("WEB-3"), "Jira's pages"
        ),
        "get_all_attachment_contents": Works(lambda j: j.get_all_attachment_contents("WEB-2"), None),
        "remove_attachment": Works(
            lambda j: j.remove_attachment("10000"), [], lambda s: s.site.attachments.of(s.issue("WEB-3"))
        ),
    },
    "people": {
        "myself": Works(lambda j: j.myself()["displayName"], "admin"),
        "user": Works(lambda j: j.user(account_id=ALICE)["displayName"], "alice"),
        "user_find_by_user_string": Works(
            lambda j: [one["displayName"] for one in j.user_find_by_user_string(query="ali")], ["alice"]
        ),
        "users_get_all": Works(lambda j: [one["displayName"] for one in j.users_get_all()], ["admin", "alice"]),
        "is_active_user": Refused(
            lambda j: j.is_active_user("alice"),
            400,
            "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
        ),
        "user_create": Refused(
            lambda j: j.user_create("bob", "bob@example.com", "Bob"), 400, "Products must be specified."
        ),
        "user_remove": Works(
            lambda j: j.user_remove(account_id=ALICE), ["admin"], lambda s: [str(one) for one in s.users]
        ),
        "user_properties": Works(
            lambda j: [one["key"] for one in j.user_properties(account_id=ALICE)["keys"]], ["release"]
        ),
        "user_property": Works(
            lambda j: j.user_property(account_id=ALICE, key_property="release")["value"], {"state": "open"}
        ),
        "user_set_property": Works(
            lambda j: j.user_set_property(account_id=ALICE, key_property="release", value_property={"a": 1}),
            {"release": {"a": 1}},
            lambda s: s.properties_of(s.user("alice")),
        ),
        "user_delete_property": Works(
            lambda j: j.user_delete_property(account_id=ALICE, key_property="release"),
            {},
            lambda s: s.properties_of(s.user("alice")),
        ),
        "get_user_groups": Works(lambda j: [one["name"] for one in j.get_user_groups(ALICE)], ["support"]),
        "get_groups": Works(lambda j: [one["name"] for one in j.get_groups()["groups"]], ["auditors", "support"]),
        "create_group": Works(lambda j: j.create_group("crew")["name"], "crew"),
        "remove_group": Works(
            lambda j: j.remove_group("support"), ["auditors"], lambda s: [one.name for one in s.groups]
        ),
        "get_all_users_from_group": Works(
            lambda j: [one["displayName"] for one in j.get_all_users_from_group("support")["values"]], ["alice"]
        ),
        "add_user_to_group": Works(
            lambda j: j.add_user_to_group(account_id=ALICE, group_name="auditors"),
            ["support", "auditors"],
            lambda s: [one.name for one in s.groups],
        ),
        "remove_user_from_group": Works(
            lambda j: j.remove_user_from_group(account_id=ALICE, group_name="support"),
            ["support", "auditors"],
            lambda s: [one.name for one in s.groups],
        ),
        "get_all_assignable_users_for_project": Works(
            lambda j: [one["displayName"] for one in j.get_all_assignable_users_for_project("WEB")], ["admin", "alice"]
        ),
        "get_assignable_users_for_issue": Works(
            lambda j: [one["displayName"] for one in j.get_assignable_users_for_issue("WEB-1")], ["admin", "alice"]
        ),
        "get_users_with_browse_permission_to_a_project": Works(
            lambda j: [
                one["displayName"] for one in j.get_users_with_browse_permission_to_a_project("", project_key="WEB")
            ],
            ["admin", "alice"],
        ),
        "get_permissions": Works(
            lambda j: j.get_permissions("LINK_ISSUES", project_key="WEB")["permissions"]["LINK_ISSUES"][
                "havePermission"
            ],
            True,
        ),
        "get_all_permissions": Works(lambda j: "LINK_ISSUES" in j.get_all_permissions()["permissions"], True),
        "is_user_in_application": Broken(lambda j: j.is_user_in_application("alice", "jira-software"), "False"),
    },
    "projects": {
        "projects": Works(lambda j: [one["key"] for one in j.projects()], ["OPS", "WEB"]),
        "get_all_projects": Works(lambda j: [one["key"] for one in j.get_all_projects()], ["OPS", "WEB"]),
        "project": Works(lambda j: j.project("WEB")["name"], "WEB"),
        "get_project": Works(lambda j: j.get_project("WEB")["name"], "WEB"),
        "project_leaders": Broken(lambda j: [one["lead_name"] for one in j.project_leaders()], "KeyError: 'name'"),
        "create_project_from_raw_json": Works(
            lambda j: j.create_project_from_raw_json(
                {"key": "NEW", "name": "New", "projectTypeKey": "software", "leadAccountId": ALICE}
            )["key"],
            "NEW",
        ),
        "update_project": Works(lambda j: j.update_project("WEB", {"name": "Web"})["name"], "Web"),
        "update_project_category_for_project": Works(
            lambda j: j.update_project_category_for_project("WEB", 10000)["projectCategory"]["name"], "Inner"
        ),
        "delete_project": Works(lambda j: j.delete_project("OPS"), ["WEB"], lambda s: [one.key for one in s.projects]),
        "get_all_project_categories": Works(
            lambda j: [one["name"] for one in j.get_all_project_categories()], ["Inner"]
        ),
        "get_all_project_types": Works(
            lambda j: [one["key"] for one in j.get_all_project_types()],
            ["product_discovery", "software", "service_desk", "business"],
        ),
        "get_project_roles": Works(lambda j: list(j.get_project_roles("WEB")), ["Developers", "Administrators"]),
        "get_project_actors_for_role_project": Works(
            lambda j: [one["displayName"] for one in j.get_project_actors_for_role_project("WEB", "10000")], ["alice"]
        ),
        "get_all_permissionschemes": Works(
            lambda j: [one["name"] for one in j.get_all_permissionschemes()], ["Default Permission Scheme", "Second"]
        ),
        "get_permissionscheme": Works(
            lambda j: j.get_permissionscheme(0, expand="permissions")["permissions"][0]["holder"],
            {"type": "applicationRole"},
        ),
        "get_project_permission_scheme": Works(lambda j: j.get_project_permission_scheme("WEB")["id"], 0),
        "create_permission_scheme": Works(
            lambda j: j.create_permission_scheme("Third", "Ours", [TO_SUPPORT])["name"],
            [0, 10000, 10001],
            lambda s: list(s.site.grants.schemes),
        ),
        "update_permissionscheme": Works(
            lambda j: j.update_permissionscheme(10000, "Third", "Ours", [TO_SUPPORT])["name"], "Third"
        ),
        "set_permissionscheme_grant": Works(
            lambda j: j.set_permissionscheme_grant(10000, TO_SUPPORT)["holder"]["parameter"], "support"
        ),
        "assign_project_permission_scheme": Works(
            lambda j: j.assign_project_permission_scheme("WEB", 10000)["name"],
            10000,
            lambda s: s.site.grants.scheme_of("WEB").id,
        ),
        "get_issue_security_schemes": Works(
            lambda j: [one["name"] for one in j.get_issue_security_schemes()],
            ["Default Issue Security Scheme", "Issue Security Scheme of WEB"],
        ),
        "get_issue_security_scheme": Works(
            lambda j: [one["name"] for one in j.get_issue_security_scheme(10000, only_levels=True)], ["Private"]
        ),
        "get_project_issue_security_scheme": Works(
            lambda j: [one["name"] for one in j.get_project_issue_security_scheme("WEB", only_levels=True)], ["Private"]
        ),
        "get_notification_schemes": Works(lambda j: j.get_notification_schemes()["total"], 1),
        "get_all_notification_schemes": Works(
            lambda j: [one["name"] for one in j.get_all_notification_schemes()], ["Default Notification Scheme"]
        ),
        "get_notification_scheme": Works(
            lambda j: len(j.get_notification_scheme(10000, expand="all")["notificationSchemeEvents"]), 17
        ),
        "get_notification_scheme_for_project": Works(
            lambda j: j.get_notification_scheme_for_project("WEB")["id"], 10000
        ),
        "get_project_notification_scheme": Works(lambda j: j.get_project_notification_scheme("WEB")["id"], 10000),
        "add_user_into_project_role": Works(
            lambda j: [one["displayName"] for one in j.add_user_into_project_role("WEB", "10001", ALICE)["actors"]],
            ["alice"],
        ),
        "add_group_into_project_role": Works(
            lambda j: [one["name"] for one in j.add_group_into_project_role("WEB", "10001", "support")["actors"]],
            ["support"],
        ),
        "add_project_actor_in_role": Works(
            lambda j: [one["name"] for one in j.add_project_actor_in_role("WEB", 10001, "support", "group")["actors"]],
            ["support"],
        ),
        "delete_project_actors": Works(
            lambda j: (
                j.delete_project_actors("WEB", "10000", ALICE, "user"),
                j.get_project_actors_for_role_project("WEB", "10000"),
            )[1],
            [],
        ),
        "get_all_global_project_roles": Works(
            lambda j: [one["name"] for one in j.get_all_global_project_roles()], ["Developers", "Administrators"]
        ),
        "get_security_level_for_project": Works(
            lambda j: [one["name"] for one in j.get_security_level_for_project("WEB")["levels"]], ["Private"]
        ),
        "get_status_for_project": Works(
            lambda j: [one["name"] for one in j.get_status_for_project("WEB")],
            ["Epic", "Story", "Task", "Sub-task", "Bug"],
        ),
        "get_project_issues_count": Works(lambda j: j.get_project_issues_count("WEB"), 3),
        "get_all_project_issues": Works(
            lambda j: [one["key"] for one in j.get_all_project_issues("WEB")], ["WEB-1", "WEB-2", "WEB-3"]
        ),
        "get_project_issuekey_all": Works(lambda j: j.get_project_issuekey_all("WEB"), ["WEB-1", "WEB-2", "WEB-3"]),
        "get_project_issuekey_last": Works(lambda j: j.get_project_issuekey_last("WEB"), "WEB-3"),
        "assign_project_notification_scheme": Works(
            lambda j: j.assign_project_notification_scheme("WEB", "10000")["key"], "WEB"
        ),
    },
    "types, statuses, priorities, resolutions, fields": {
        "get_issue_types": Works(
            lambda j: [one["name"] for one in j.get_issue_types()], ["Epic", "Story", "Task", "Sub-task", "Bug"]
        ),
        "get_all_statuses": Works(
            lambda j: [one["name"] for one in j.get_all_statuses()], ["To Do", "In Progress", "Done"]
        ),
        "get_status_id_from_name": Works(lambda j: j.get_status_id_from_name("Done"), 10002),
        "get_all_priorities": Works(
            lambda j: [one["name"] for one in j.get_all_priorities()], ["Highest", "High", "Medium", "Low", "Lowest"]
        ),
        "get_priority_by_id": Works(lambda j: j.get_priority_by_id("3")["name"], "Medium"),
        "get_all_resolutions": Works(
            lambda j: [one["name"] for one in j.get_all_resolutions()],
            ["Done", "Won't Do", "Duplicate", "Cannot Reproduce", "Shipped"],
        ),
        "get_resolution_by_id": Works(lambda j: j.get_resolution_by_id("10000")["name"], "Done"),
        "get_all_fields": Works(
            lambda j: [one["id"] for one in j.get_all_fields()][:3], ["issuekey", "summary", "issuetype"]
        ),
        "get_all_custom_fields": Works(
            lambda j: [one["name"] for one in j.get_all_custom_fields()],
            ["Team", "Epic Name", "Epic Link", "Rank", "Sprint", "Story Points"],
        ),
        "get_custom_fields": Works(lambda j: j.get_custom_fields()["total"], 48),
        "create_custom_field": Works(
            lambda j: j.create_custom_field("Team", "com.atlassian.jira.plugin.system.customfieldtypes:textfield")[
                "id"
            ],
            "customfield_10001",
        ),
    },
    "search": {
        "jql": Works(
            lambda j: [one["key"] for one in j.jql("project = WEB ORDER BY key")["issues"]], ["WEB-1", "WEB-2", "WEB-3"]
        ),
        "jql_get_list_of_tickets": Works(
            lambda j: [one["key"] for one in j.jql_get_list_of_tickets("project = WEB ORDER BY key")],
            ["WEB-1", "WEB-2", "WEB-3"],
        ),
        "enhanced_jql": Works(
            lambda j: [one["key"] for one in j.enhanced_jql("project = WEB ORDER BY key")["issues"]],
            ["WEB-1", "WEB-2", "WEB-3"],
        ),
        "enhanced_jql_get_list_of_tickets": Works(
            lambda j: [one["key"] for one in j.enhanced_jql_get_list_of_tickets("project = WEB ORDER BY key")],
            ["WEB-1", "WEB-2", "WEB-3"],
        ),
        "approximate_issue_count": Works(lambda j: j.approximate_issue_count("project = WEB"), {"count": 3}),
        "match_jql": Works(
            lambda j: j.match_jql([10000], ["project = WEB"])["matches"], [{"matchedIssues": [10000], "errors": []}]
        ),
        "get_autocomplete_data": Works(lambda j: len(j.get_autocomplete_data()["jqlReservedWords"]) > 0, True),
        "get_autocomplete_suggestion": Works(
            lambda j: [one["value"] for one in j.get_autocomplete_suggestion("status")["results"]],
            ["To Do", "In Progress", "Done"],
        ),
    },
    "site and session": {
        "get_server_info": Works(lambda j: j.get_server_info()["deploymentType"], "Cloud"),
        "get_configurations_of_jira": Works(lambda j: j.get_configurations_of_jira()["issueLinkingEnabled"], True),
        "upload_plugin": Broken(lambda j: j.upload_plugin("app.jar"), "No such file or directory"),
    },
    "boards": {
        "get_agile_resource_url": Works(lambda j: j.get_agile_resource_url("board"), "rest/agile/1.0/board"),
        "get_all_agile_boards": Works(
            lambda j: [one["name"] for one in j.get_all_agile_boards()["values"]], ["Team", "Flow"]
        ),
        "get_agile_board": Works(lambda j: j.get_agile_board(1)["type"], "scrum"),
        "get_agile_board_by_filter_id": Works(
            lambda j: [one["name"] for one in j.get_agile_board_by_filter_id(10000)["values"]], ["Team", "Flow"]
        ),
        "get_agile_board_configuration": Works(lambda j: j.get_agile_board_configuration(1)["filter"]["id"], "10000"),
        "get_all_projects_associated_with_board": Works(
            lambda j: [one["key"] for one in j.get_all_projects_associated_with_board(1)["values"]], ["OPS", "WEB"]
        ),
        "get_all_versions_from_board": Works(
            lambda j: [one["name"] for one in j.get_all_versions_from_board(1, released="false")["values"]],
            ["1.0", "2.0"],
        ),
        "create_agile_board": Works(lambda j: j.create_agile_board("Ours", "kanban", 10000)["id"], 3),
        "delete_agile_board": Works(lambda j: j.delete_agile_board(1), ["2"], lambda s: [*s.site.boards]),
        "get_issues_for_board": Works(
            lambda j: [one["key"] for one in j.get_issues_for_board(1, "project = WEB")["issues"]],
            ["WEB-1", "WEB-2", "WEB-3"],
        ),
        "get_issues_for_backlog": Works(
            lambda j: [one["key"] for one in j.get_issues_for_backlog(1)["issues"]], ["WEB-1", "WEB-2"]
        ),
        "add_issues_to_backlog": Works(
            lambda j: j.add_issues_to_backlog(["WEB-3"]), [], lambda s: keys(s, "sprint IS NOT EMPTY")
        ),
        "move_issues_to_backlog": Works(
            lambda j: j.move_issues_to_backlog(["WEB-3"]), [], lambda s: keys(s, "sprint IS NOT EMPTY")
        ),
        "get_epics": Works(lambda j: [one["key"] for one in j.get_epics(1)["values"]], ["OPS-1"]),
        "epic_issues": Works(lambda j: [one["key"] for one in j.epic_issues("OPS-1")["issues"]], ["WEB-3"]),
        "get_issues_for_epic": Works(
            lambda j: [one["key"] for one in j.get_issues_for_epic(1, "OPS-1")["issues"]], ["WEB-3"]
        ),
        "get_issues_without_epic": Works(
            lambda j: [one["key"] for one in j.get_issues_without_epic(1)["issues"]], ["WEB-1", "WEB-2"]
        ),
        "get_all_sprint": Works(
            lambda j: [one["name"] for one in j.get_all_sprint(1)["values"]], ["Sprint 1", "Sprint 2"]
        ),
        "get_all_sprints_from_board": Works(
            lambda j: [one["name"] for one in j.get_all_sprints_from_board(1)["values"]], ["Sprint 1", "Sprint 2"]
        ),
        "get_all_issues_for_sprint_in_board": Works(
            lambda j: [one["key"] for one in j.get_all_issues_for_sprint_in_board(1, 1)["issues"]], ["WEB-3"]
        ),
        "get_sprint": Works(lambda j: j.get_sprint(1)["goal"], "Save"),
        "get_sprint_issues": Works(
            lambda j: [one["key"] for one in j.get_sprint_issues(1, 0, 50)["issues"]], ["WEB-3"]
        ),
        "create_sprint": Works(lambda j: j.create_sprint("Sprint 3", 1)["id"], 3),
        "update_partially_sprint": Works(
            lambda j: j.update_partially_sprint(1, {"name": "First"}), "First", lambda s: s.site.sprints["1"].name
        ),
        "delete_sprint": Works(lambda j: j.delete_sprint(1), ["2"], lambda s: [*s.site.sprints]),
        "add_issues_to_sprint": Works(
            lambda j: j.add_issues_to_sprint(1, ["WEB-1"]),
            ["WEB-1", "WEB-3"],
            lambda s: keys(s, "sprint = 1 ORDER BY key"),
        ),
        "update_rank": Works(
            lambda j: j.update_rank(["WEB-2"], "WEB-1", 10019),
            ["WEB-2", "WEB-1", "WEB-3"],
            lambda s: keys(s, "project = WEB ORDER BY rank"),
        ),
    },
    "filters and dashboards": {
        "get_filter": Works(lambda j: j.get_filter(10000)["jql"], "project in (WEB, OPS)"),
        "create_filter": Works(
            lambda j: [j.create_filter(name, "project = WEB", favourite=one)["favourite"] for name, one in FAVOURED],
            [True, False],
        ),
        "edit_filter": Works(lambda j: j.edit_filter(10000, "Mine"), "Mine", lambda s: s.site.filters["10000"].name),
        "update_filter": Works(
            lambda j: j.update_filter(10000, "project = OPS", name="Mine"),
            "project = OPS",
            lambda s: s.site.filters["10000"].jql,
        ),
        "delete_filter": Works(lambda j: j.delete_filter(10000), {}, lambda s: s.site.filters),
        "get_filter_share_permissions": Works(
            lambda j: [one["project"]["key"] for one in j.get_filter_share_permissions(10000)], ["WEB"]
        ),
        "add_filter_share_permission": Works(
            lambda j: [one["type"] for one in j.add_filter_share_permission(10000, "group", groupname="support")],
            ["project", "group"],
        ),
        "delete_filter_share_permission": Works(
            lambda j: j.delete_filter_share_permission(10000, 10000), (), lambda s: s.site.filters["10000"].shares
        ),
    },
}

# What is answered 501 by name, whatever it is called with.
NOT_SERVED = {
    "issues": ["flag_issue"],
    "attachments": [
        "download_issue_attachments",
    ],
    "people": ["user_get_websudo"],
    "projects": [
        "create_project_from_shared_template",
        "get_project_validated_key",
        "reindex_project",
    ],
    "search": ["csv", "excel", "export_html"],
    "site and session": [
        "check_plugin_manager_status",
        "dark_feature_management",
        "delete_plugin",
        "disable_plugin",
        "enable_plugin",
        "get_advanced_settings",
        "get_all_application_roles",
        "get_all_system_avatars",
        "get_all_time_tracking_providers",
        "get_application_role",
        "get_audit_records",
        "get_plugin_info",
        "get_plugin_license_info",
        "get_plugins_info",
        "get_property",
        "get_selected_time_tracking_provider",
        "get_time_tracking_settings",
        "invalidate_websudo",
        "set_property",
    ],
    "boards": [
        "delete_agile_board_property",
        "get_agile_board_properties",
        "get_agile_board_property",
        "get_dashboard",
        "get_dashboards",
        "rename_sprint",
        "set_agile_board_property",
    ],
    "schemes, screens and workflows": [
        "add_custom_field_option",
        "add_field",
        "create_issue_type",
        "create_issuetype_scheme",
        "get_all_available_screen_fields",
        "get_all_screen_fields",
        "get_all_screens",
        "get_all_workflows",
        "get_custom_field_option",
        "get_custom_field_option_context",
        "get_screen_tab_fields",
        "get_screen_tabs",
        "get_workflow_transition_rule_configurations",
        "get_workflows_paginated",
    ],
}

# What Jira Cloud does not have, whatever it is called with: 404 or 405.
NOT_ON_CLOUD = {
    "issues": ["issue_archive", "issue_restore"],
    "comments": ["issue_pin_comment", "issue_unpin_comment"],
    "people": [
        "user_update",
        "user_update_email",
        "user_update_username",
        "user_deactivate",
        "user_disable",
        "user_disable_throw_rest_endpoint",
        "add_user_to_application",
        "user_update_or_create_property_through_rest_point",
    ],
    "projects": ["archive_project"],
    "site and session": [
        "approve_cluster_zdu_upgrade",
        "cancel_cluster_zdu_upgrade",
        "check_support_zip_status",
        "delete_cluster_node",
        "download_support_zip",
        "duplicated_account_checks_count",
        "duplicated_account_checks_detail",
        "duplicated_account_checks_flush",
        "dvcs_get_linked_repos",
        "dvcs_update_linked_repo_with_remote",
        "generate_support_zip_on_nodes",
        "get_cluster_alive_nodes",
        "get_cluster_all_nodes",
        "get_cluster_zdu_state",
        "health_check",
        "index_checker",
        "post_audit_record",
        "reindex",
        "reindex_issue",
        "reindex_status",
        "reindex_with_type",
        "request_current_index_from_node",
        "retry_cluster_zdu_upgrade",
        "set_node_to_offline",
        "start_cluster_zdu_upgrade",
        "update_application_roles",
        "update_plugin_license",
    ],
    "boards": ["get_agile_board_refined_velocity", "set_agile_board_refined_velocity"],
    "Tempo": [
        "tempo_account_add_account",
        "tempo_account_add_customer",
        "tempo_account_update_customer_by_id",
        "tempo_4_timesheets_find_worklogs",
        "tempo_account_add_new_customer",
        "tempo_account_associate_with_jira_project",
        "tempo_account_delete_account_by_id",
        "tempo_account_delete_customer_by_id",
        "tempo_account_export_accounts",
        "tempo_account_get_accounts",
        "tempo_account_get_accounts_by_jira_project",
        "tempo_account_get_all_account_by_customer_id",
        "tempo_account_get_customer_by_id",
        "tempo_account_get_customers",
        "tempo_account_get_rate_table_by_account_id",
        "tempo_get_default_link_to_project",
        "tempo_get_links_to_project",
        "tempo_holiday_get_scheme_info",
        "tempo_holiday_get_scheme_members",
        "tempo_holiday_get_schemes",
        "tempo_holiday_put_into_scheme_member",
        "tempo_holiday_scheme_set_default",
        "tempo_teams_add_member",
        "tempo_teams_add_member_raw",
        "tempo_teams_add_membership",
        "tempo_teams_get_all_teams",
        "tempo_teams_get_members",
        "tempo_teams_get_memberships_for_member",
        "tempo_teams_remove_member",
        "tempo_teams_update_member_information",
        "tempo_timesheets_approval_status",
        "tempo_timesheets_approval_worklog_report",
        "tempo_timesheets_get_configuration",
        "tempo_timesheets_get_period_configuration",
        "tempo_timesheets_get_private_configuration",
        "tempo_timesheets_get_required_times",
        "tempo_timesheets_get_team_utilization",
        "tempo_timesheets_get_worklogs",
        "tempo_timesheets_get_worklogs_by_issue",
        "tempo_timesheets_write_worklog",
        "tempo_workload_scheme_get_members",
        "tempo_workload_scheme_set_member",
    ],
    "schemes, screens and workflows": [
        "add_issue_type_scheme",
        "assign_priority_scheme_for_project",
        "create_priority_scheme",
        "get_all_priority_schemes",
        "get_custom_field_options",
        "get_priority_scheme_of_project",
    ],
}
