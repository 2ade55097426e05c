"""Jira's list of permissions, as bytes."""

from __future__ import annotations

import re

_LIST = b"""
ADMINISTER GLOBAL Administer Jira
    Create and administer projects, issue types, fields, workflows, and schemes for all projects. Users with
    this permission can perform most administration tasks, except: managing users, importing data, and editing
    system email settings.
BULK_CHANGE GLOBAL Make bulk changes
    Modify collections of issues at once. For example, resolve multiple issues in one step.
CREATE_PROJECT GLOBAL Create team-managed projects
    Create projects separate from shared configurations and schemes. Team-managed projects don't affect existing
    projects or shared configurations like workflows, fields or permissions. Only licensed users can create
    team-managed projects.
CREATE_SHARED_OBJECTS GLOBAL Share dashboards and filters
    Share dashboards and filters with other users.
MANAGE_GROUP_FILTER_SUBSCRIPTIONS GLOBAL Manage group filter subscriptions
    Create and delete group filter subscriptions.
SYSTEM_ADMIN GLOBAL Jira System Administrators
    Ability to perform all administration functions. There must be at least one group with this permission.
USER_PICKER GLOBAL Browse users and groups
    View and select users or groups from the user picker, and share issues. Users with this permission can see
    the names of all users and groups on your site.
ADD_COMMENTS PROJECT Add Comments
    Ability to comment on issues.
ADMINISTER_PROJECTS PROJECT Administer Projects
    Ability to administer a project in Jira.
ASSIGNABLE_USER PROJECT Assignable User
    Users with this permission may be assigned to issues.
ASSIGN_ISSUES PROJECT Assign Issues
    Ability to assign issues to other people.
BROWSE_PROJECTS PROJECT Browse Projects
    Ability to browse projects and the issues within them.
CLOSE_ISSUES PROJECT Close Issues
    Ability to close issues. Often useful where your developers resolve issues, and a QA department closes them.
CREATE_ATTACHMENTS PROJECT Create Attachments
    Users with this permission may create attachments.
CREATE_ISSUES PROJECT Create Issues
    Ability to create issues.
DELETE_ALL_ATTACHMENTS PROJECT Delete All Attachments
    Users with this permission may delete all attachments.
DELETE_ALL_COMMENTS PROJECT Delete All Comments
    Ability to delete all comments made on issues.
DELETE_ALL_WORKLOGS PROJECT Delete All Worklogs
    Ability to delete all worklogs made on issues.
DELETE_ISSUES PROJECT Delete Issues
    Ability to delete issues.
DELETE_OWN_ATTACHMENTS PROJECT Delete Own Attachments
    Users with this permission may delete own attachments.
DELETE_OWN_COMMENTS PROJECT Delete Own Comments
    Ability to delete own comments made on issues.
DELETE_OWN_WORKLOGS PROJECT Delete Own Worklogs
    Ability to delete own worklogs made on issues.
EDIT_ALL_COMMENTS PROJECT Edit All Comments
    Ability to edit all comments made on issues.
EDIT_ALL_WORKLOGS PROJECT Edit All Worklogs
    Ability to edit all worklogs made on issues.
EDIT_ISSUES PROJECT Edit Issues
    Ability to edit issues.
EDIT_OWN_COMMENTS PROJECT Edit Own Comments
    Ability to edit own comments made on issues.
EDIT_OWN_WORKLOGS PROJECT Edit Own Worklogs
    Ability to edit own worklogs made on issues.
LINK_ISSUES PROJECT Link Issues
    Ability to link issues together and create linked issues. Only useful if issue linking is turned on.
MANAGE_SPRINTS_PERMISSION PROJECT Manage sprints
    Ability to manage sprints.
MANAGE_WATCHERS PROJECT Manage Watchers
    Ability to manage the watchers of an issue.
MODIFY_REPORTER PROJECT Modify Reporter
    Ability to modify the reporter when creating or editing an issue.
MOVE_ISSUES PROJECT Move Issues
    Ability to move issues between projects or between workflows of the same project (if applicable). Note the
    user can only move issues to a project they have the create permission for.
RESOLVE_ISSUES PROJECT Resolve Issues
    Ability to resolve and reopen issues. This includes the ability to set a fix version.
SCHEDULE_ISSUES PROJECT Schedule Issues
    Ability to view or edit an issue's due date.
SET_ISSUE_SECURITY PROJECT Set Issue Security
    Ability to set the level of security on an issue so that only people in that security level can see the
    issue.
TRANSITION_ISSUES PROJECT Transition Issues
    Ability to transition issues.
VIEW_DEV_TOOLS PROJECT View Development Tools
    Allows users in a software project to view development-related information on the issue, such as commits,
    reviews and build information.
VIEW_READONLY_WORKFLOW PROJECT View Read-Only Workflow
    Users with this permission may view a read-only version of a workflow.
VIEW_VOTERS_AND_WATCHERS PROJECT View Voters and Watchers
    Ability to view the voters and watchers of an issue.
WORK_ON_ISSUES PROJECT Work On Issues
    Ability to log work done against an issue. Only useful if Time Tracking is turned on.
"""

ALL_PERMISSIONS = b'{"permissions":{%b}}' % b",".join(
    b'"%b":{"key":"%b","name":"%b","type":"%b","description":"%b"}' % (key, key, name, kind, b" ".join(text.split()))
    for key, kind, name, text in re.findall(rb"^(\w+) (GLOBAL|PROJECT) (.+)\n((?:    .+\n)+)", _LIST, re.M)
)
