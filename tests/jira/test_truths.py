"""What a refusal says of what truly happened."""

import pytest

from jira_linkfake.jira.archiving import refusals as archiving
from jira_linkfake.jira.attachments import refusals as attachments
from jira_linkfake.jira.boards import refusals as boards
from jira_linkfake.jira.bulk import refusals as bulk
from jira_linkfake.jira.comments import refusals as comments
from jira_linkfake.jira.components import refusals as components
from jira_linkfake.jira.epics import refusals as epics
from jira_linkfake.jira.fields import refusals as fields
from jira_linkfake.jira.filters import refusals as filters
from jira_linkfake.jira.history.refusals import BulkHistoryMiscounted
from jira_linkfake.jira.issue_links import refusals as links
from jira_linkfake.jira.issues import refusals as issues
from jira_linkfake.jira.link_types import refusals as link_types
from jira_linkfake.jira.notification_schemes import refusals as notification_schemes
from jira_linkfake.jira.notifications import refusals as notifications
from jira_linkfake.jira.people import refusals as people
from jira_linkfake.jira.permission_schemes import refusals as permission_schemes
from jira_linkfake.jira.permissions import refusals as permissions
from jira_linkfake.jira.preferences import refusals as preferences
from jira_linkfake.jira.project_categories import refusals as categories
from jira_linkfake.jira.projects import refusals as projects
from jira_linkfake.jira.properties import refusals as properties
from jira_linkfake.jira.ranks.refusals import RankUnclear
from jira_linkfake.jira.refusal import IdInvalid, NotFound, NotServed, Refused
from jira_linkfake.jira.remote_links import refusals as remote_links
from jira_linkfake.jira.resolutions import refusals as resolutions
from jira_linkfake.jira.security_schemes import refusals as security_schemes
from jira_linkfake.jira.site_info import SessionRefused
from jira_linkfake.jira.sprints import refusals as sprints
from jira_linkfake.jira.tasks import refusals as tasks
from jira_linkfake.jira.versions import refusals as versions
from jira_linkfake.jira.votes import refusals as votes
from jira_linkfake.jira.watchers import refusals as watchers
from jira_linkfake.jira.webhooks import refusals as webhooks
from jira_linkfake.jira.workflow import refusals as workflow
from jira_linkfake.jira.worklogs import refusals as worklogs
from jira_linkfake.known_answers import all_refusals
from tests.jira.search.jql_refusals import JQL_REFUSALS

TRUTHS = {
    issues.IssueUnknown: "there is no issue APP-9",
    issues.IssueUnnamed: "an issue was given neither by key nor by a usable id",
    issues.IssueHidden: "alice may not see SEC-1: security level of SEC-1",
    issues.IssueArchived: "APP-1 is archived",
    projects.ProjectUnseen: "alice sees no project 'NOPE': there is none",
    NotFound: "there is no priority '7'",
    IdInvalid: "'x' is no id of a project role",
    NotServed: "jira_linkfake does not serve GET dashboard (getAllDashboards)",
    link_types.LinkTypeUnknown: "there is no link type with name 'Haunts'",
    link_types.LinkTypeUnnamed: "the link type was given neither by name nor by id",
    link_types.LinkTypeAmbiguous: "several link types are named 'Twin'",
    link_types.LinkTypeNameTaken: "link type 10000 is named 'Blocks' already",
    link_types.LinkTypeFieldMissing: "the new link type has no inward",
    link_types.LinkTypeIdInvalid: "'x' is no id of a link type",
    link_types.NotAdministrator: "alice does not hold Administer Jira",
    link_types.LinkingDisabled: "issue linking is switched off (linking_enabled=False)",
    links.LinkUnknown: "there is no link 10009",
    links.LinkHidden: "link 10000 is hidden: alice may not see SEC-1: security level of SEC-1",
    links.LinkIdInvalid: "'x' is no id of a link",
    links.SelfLink: "APP-1 was to be linked to itself",
    links.NoLinkPermission: "alice does not hold Link issues in APP, the project of the source APP-1",
    links.NoDeletePermission: "alice does not hold Link issues in APP",
    links.LinkLimitReached: "APP-1 has as many links as it may have (link_limit=2)",
    comments.NoCommentPermission: "alice does not hold Add comments in APP",
    comments.CommentInvalid: "the comment's body is not an Atlassian document, as version 3 takes it"
    " (version 2 takes text)",
    comments.CommentEmpty: "the comment's body is empty",
    comments.VisibilityIncomplete: "the comment's visibility names no group and no role",
    comments.VisibilityGroupUnknown: "there is no group 'devs' to restrict the comment to",
    comments.VisibilityRoleUnknown: "there is no role 'Testers' to restrict the comment to",
    comments.NotInGroup: "alice is not in the group devs",
    comments.NotInRole: "alice does not have the role Testers in APP",
    comments.NotInRoleForLink: "alice does not have the role Testers in APP",
    comments.CommentUnseen: "alice sees no comment '10000' on the issue: there is none",
    comments.NoCommentEditPermission: "alice may not edit comment 10000 in APP",
    comments.NoCommentDeletePermission: "alice may not delete comment 10000 in APP",
    comments.AnonymousCommentDeletion: "an anonymous caller can delete no comment",
    comments.CommentIdsMiscounted: "0 comments were asked for by their ids, not 1 to 1000",
    comments.CommentLimitReached: "APP-1 has as many comments as it may have (comment_limit=2)",
    people.UserUnknown: "there is no user with the account '1'",
    people.UserNotByAccount: "a user was named by name: Cloud knows users by their account ids alone",
    people.AccountMissing: "no account was named",
    people.PlaceMissing: "the query names no issue and no project: it takes projectKeys",
    people.PermissionsOfUsers: "alice holds neither Administer projects in APP nor Administer Jira",
    people.QueryMissing: "the query has no query",
    people.ExcludedTwice: "the query has both exclude and excludeAccountIds",
    people.EmailInvalid: "'nobody' is no email",
    people.ProductsMissing: "the new user has no products, not even an empty list",
    people.UserUnremovable: "alice cannot be removed: they lead APP",
    people.GroupNameMissing: "the new group has no name",
    people.GroupNameTaken: "there is a group 'crew' already",
    people.MemberAlready: "alice is a member of group crew already",
    people.NoMember: "alice is no member of group crew",
    preferences.PreferenceUnknown: "there is no preference 'sort'",
    preferences.PreferenceInvalid: "the preference has a key of 0 characters, not of 1 to 255",
    preferences.LocaleUnknown: "'xx_XX' is no locale of the site",
    people.SearchByName: "username is no parameter of a search any more: Cloud knows users by their account ids alone",
    people.SearchUnnamed: "users were searched for by neither a query nor an account",
    people.SearchAmbiguous: "users were searched for both by a query and by an account",
    people.GroupUnnamed: "a group takes either a name or an id",
    people.GroupUnknown: "there is no group 'devs'",
    permissions.AdministratorNeeded: "alice does not hold Administer Jira",
    permissions.UserBrowsingNeeded: "alice does not hold Browse users and groups",
    permissions.PermissionsUnnamed: "the query names no permissions",
    permissions.PermissionsOfComment: "the query names a comment, and other permissions than BROWSE_PROJECTS",
    permissions.PermissionUnknown: "there is no permission 'LAUNCH_ROCKETS' of this kind",
    permissions.ContextUnseen: "alice sees no project with key 'NOPE': there is none",
    permissions.ProjectPermissionsUnnamed: "the body names projects or issues, and no permissions",
    permissions.PermissionsOfOthers: "alice asked for the permissions of '1', and does not hold Administer Jira",
    permissions.AccountUnknown: "there is no user with the account '1'",
    projects.ProjectAdministratorNeeded: "alice holds neither Administer projects in APP nor Administer Jira",
    projects.ProjectOrderUnknown: "projects cannot be ordered by 'zz'",
    projects.ProjectActionUnknown: "projects cannot be searched for the action 'delete'",
    properties.PropertyUnknown: "the issue has no property 'release'",
    properties.PropertyKeyMissing: "a property has no key",
    properties.PropertyKeyTooLong: "the key of a property has 256 characters, of 255 that it may have",
    properties.PropertyValueMissing: "there is no value for the property 'release'",
    properties.PropertyValueInvalid: "the value of the property 'release' is not JSON: Expecting value",
    properties.PropertyValueTooLong: (
        "the value of the property 'release' has 32769 characters, of 32768 that it may have"
    ),
    properties.NoPropertyPermission: (
        "alice may not change the properties of the comment: it takes Edit all comments in APP"
    ),
    properties.IssuePropertyUndeletable: "alice does not hold Edit issues in APP",
    properties.UserPropertiesOfOthers: ("alice asked for the properties of '1', and does not hold Administer Jira"),
    properties.BulkMiscounted: "0 issues were given, not 1 to 100",
    properties.FilterContradictory: "the filter wants issues with a value of the property, and without the property",
    tasks.TaskUnknown: "there is no task '7'",
    tasks.TaskOfOthers: "alice has not submitted task 10000, and does not hold Administer Jira",
    tasks.TaskOver: "task 10000 is not under way: it is FAILED",
    versions.VersionUnseen: "there is no version '7' that alice sees: there is none",
    versions.VersionProjectMissing: "the new version has neither projectId nor project",
    versions.VersionNotCreatable: "alice cannot create a version in the project 'NOPE': there is none",
    versions.VersionNotEditable: "alice holds neither Administer projects in APP nor Administer Jira",
    versions.VersionNotMovable: "alice holds neither Administer projects in APP nor Administer Jira",
    versions.VersionUndeletable: "alice holds neither Administer projects in APP nor Administer Jira",
    versions.VersionNotReplaceable: "alice holds neither Administer projects in APP nor Administer Jira",
    versions.VersionNameMissing: "the version has no name",
    versions.VersionNameTooLong: "the version's name has 256 characters, of 255 that it may have",
    versions.VersionNameTaken: "APP has the version '1.0' already",
    versions.VersionDescriptionTooLong: "the version's description has 16385 bytes, of 16384 that it may have",
    versions.VersionDateInvalid: "'soon' is no date as yyyy-MM-dd",
    versions.VersionDateTwice: "both startDate and userStartDate were given",
    versions.VersionDatesReversed: "the version was to start on 2026-02-02 and to be released on 2026-02-01",
    versions.VersionDriverUnknown: "no user has the account id '1'",
    versions.VersionSwappedForItself: "the issues of version '1.0' were to get that version again",
    versions.VersionSwapUnknown: "APP has no version '7' for the issues to get",
    versions.VersionMoveInvalid: "a version is moved by either `after` or a `position`, and got both",
    versions.VersionOfOtherProject: "APP has no version '7'",
    versions.UnfixedIssuesGoNowhere: "APP has no version '7' for unresolved issues to get",
    versions.NoRelatedWorkPermission: "alice does not hold Edit issues in APP",
    versions.RelatedWorkIncomplete: "the related work has no url",
    versions.RelatedWorkUnknown: "version '1.0' has no related work 'x'",
    versions.VersionOfArchive: "version '1.0' is archived",
    BulkHistoryMiscounted: "fieldIds are 11, and can be 0 to 10",
    categories.CategoryNameInvalid: "the name of the category has 0 characters, and it takes 1 to 255",
    categories.CategoryDescriptionTooLong: (
        "the description of the category has 1001 characters, of 1000 that it may have"
    ),
    categories.CategoryNameTaken: "the category 10000 is named 'Inner' already",
    categories.CategoryUnknown: "there is no category of projects '7' for the project",
    SessionRefused: "Cloud knows no session of a client that sends a token: myself tells who is signed in",
    projects.HierarchyShared: "APP is company-managed, and has no types of issues of its own",
    fields.NoFieldCreation: "alice does not hold Administer Jira, and may not make custom fields",
    fields.FieldIdInvalid: "'summary' is no id of a custom field",
    fields.FieldLocked: "the field 'customfield_10019' is locked: it is Jira Software's own",
    fields.FieldUnseen: "there is no custom field 'customfield_10099'",
    fields.FieldNameInvalid: "the name of the custom field has 0 characters, and it takes 1 to 255",
    fields.FieldDescriptionTooLong: (
        "the description of the custom field has 40001 characters, of 40000 that it may have"
    ),
    fields.FieldKindUnknown: "'float' is no type of custom fields",
    fields.FieldSearcherInvalid: "'textsearcher' is no searcher of a custom field of the type float",
    workflow.ProjectOfTypesMissing: "the query names no projectId",
    workflow.StatusesUnseen: "alice holds neither Administer projects in any project nor Administer Jira",
    workflow.StatusesMiscounted: "51 statuses were named, and it takes 1 to 50",
    workflow.StatusSearchTooLong: "searchString has 256 characters, of 255 that it may have",
    workflow.StatusCategoryUnknown: "'Done' is no category of statuses: it takes TODO, IN_PROGRESS or DONE",
    resolutions.ResolutionNotThere: "there is no resolution '7'",
    resolutions.ResolutionNameMissing: "the resolution has no name",
    resolutions.ResolutionTextTooLong: "the resolution's name has 61 characters, of 60 that it may have",
    resolutions.ResolutionNameTaken: "there is the resolution 'Done' already",
    resolutions.ResolutionIdMissing: "no id says which resolution it is to be",
    resolutions.ResolutionsTooMany: "1001 resolutions were to be moved, of 1000 at once",
    resolutions.ResolutionMoveInvalid: (
        "resolutions are moved, each once, by either `after` or a `position`, and got neither"
    ),
    attachments.AttachmentsDisabled: "attachments are switched off (attachments_enabled=False)",
    attachments.AttachmentUnseen: "there is no attachment '7' that alice sees: there is none",
    attachments.NoAttachPermission: "alice does not hold Create attachments in APP",
    attachments.AttachmentUndeletable: "alice holds no permission to delete attachments of alice in APP",
    attachments.NothingToAttach: "the body has no part named file with a file's name",
    attachments.TooManyFiles: "61 files were to be attached, of 60 at once",
    attachments.AttachmentTooLarge: (
        "'log.txt' has 13 bytes, of 12 that an attachment may have (attachment_size_limit)"
    ),
    attachments.AttachmentLimitReached: "APP-1 would have more than 3 attachments (attachment_limit)",
    attachments.RangeMalformed: "'x' is no range of bytes",
    attachments.RangeUnsatisfiable: "the attachment has 4 bytes, which are not in the range 'bytes=9-'",
    attachments.ThumbnailMissing: "'log.txt' is no image, so that it has no thumbnail",
    boards.BoardUnseen: "alice sees no board '7': there is none",
    boards.BoardFilterUnseen: "alice sees no filter '7': there is none",
    boards.BoardInvalid: "the new board has no filter",
    boards.BoardQueryInvalid: "type in the query cannot be 'x'",
    boards.BoardUndeletable: "alice neither owns the board 'Team' nor administers its project or Jira",
    boards.NoSprints: "the board 'Team' is of the type scrum, and has no sprints",
    boards.OnlyBySprint: "the board 'Team' has sprints, by which issues come onto it",
    boards.NotOnBoard: "APP-1 is not on the board 'Team'",
    boards.NoEstimation: "the query names no board",
    boards.EstimationInvalid: "'x' is no number of story points",
    boards.IssuesMiscounted: "51 issues were named, not 1 to 50",
    boards.MovedIssueUnseen: "an issue cannot be moved or ranked: alice may not see SEC-1: security level of SEC-1",
    boards.NoMovePermission: "alice does not hold Edit Issues in APP",
    epics.EpicUnseen: "there is no epic 'APP-1' for the caller: the issue is none",
    epics.EpicTeamManaged: "APP-1 is of a team-managed project, where `parent` says what an epic's issues are",
    epics.NotForEpics: "APP-1 is of the type Task, which belongs to no epic",
    RankUnclear: "the issues cannot be ranked: it names nothing",
    sprints.SprintUnseen: "alice sees no sprint '7': there is none",
    sprints.NoSprintPermission: "alice does not hold Manage sprints in APP",
    sprints.SprintNameInvalid: "the sprint's name has 31 characters, not 1 to 30",
    sprints.SprintBoardMissing: "the new sprint has no originBoardId",
    sprints.SprintDateInvalid: "startDate cannot be 'x': it is no time",
    sprints.SprintClosedAlready: "the sprint 'Sprint 1' is closed",
    sprints.SprintStateInvalid: "the sprint 'Sprint 1' is future, and cannot be closed",
    sprints.SprintDatesMissing: "the sprint 'Sprint 1' is to be started, and has no endDate",
    sprints.SprintActiveAlready: "the sprint 'Sprint 1' of the board is active already (parallel_sprints=False)",
    sprints.NotForSprints: "APP-1 is a sub-task, which is in the sprint of its parent",
    sprints.SprintFieldInvalid: "[1] is no id of a sprint",
    sprints.SprintFieldUnseen: "alice can put no issue into the sprint '7': there is none",
    filters.FilterUnseen: "alice sees no filter '7': there is none",
    filters.SharedFilterUnseen: "alice sees no filter '10000': it is there, but hidden (shared with others alone)",
    filters.ShareUnseen: "the filter 'Bugs' has no share permission '7'",
    filters.NoColumns: "the filter 'Bugs' has no columns of its own",
    filters.ColumnUnfit: "'x' is no field that a list of issues can show",
    filters.FilterNameMissing: "the filter has no name",
    filters.FilterNameTooLong: "the filter's name has 256 characters, of 255 that it may have",
    filters.FilterNameTaken: "admin has the filter 'Bugs' already",
    filters.FilterNotEditable: "alice neither owns the filter 'Bugs' nor may edit it",
    filters.FilterUndeletable: "alice neither owns the filter 'Bugs' nor holds Administer Jira",
    filters.FilterNotOwned: "alice does not own the filter 'Bugs'",
    filters.ShareNotOwned: "alice does not own the filter 'Bugs'",
    filters.NewOwnerUnknown: "no user has the account '1'",
    filters.NoSharePermission: "alice does not hold Share dashboards and filters",
    filters.ShareInvalid: "the share permission of the type 'group' is wrong: there is no group 'x'",
    filters.FilterQueryInvalid: "the search for filters is wrong: no order is 'x'",
    components.ComponentUnseen: "there is no component '7' that alice sees: there is none",
    components.ComponentProjectMissing: "the new component has no project",
    components.ComponentNotEditable: "alice holds neither Administer projects in APP nor Administer Jira",
    components.ComponentUndeletable: "alice holds neither Administer projects in APP nor Administer Jira",
    components.ComponentNameMissing: "the component has no name",
    components.ComponentNameTooLong: "the component's name has 256 characters, of 255 that it may have",
    components.ComponentNameTaken: "APP has the component 'Editor' already",
    components.ComponentLeadUnknown: "no user has the account id '1'",
    components.ComponentSwapUnknown: "APP has no other component '7' for the issues to get",
    fields.PartUnknown: "fixVersions was given the name '2.0', which nothing of the kind in the project has",
    fields.PartIdNotText: "fixVersions was given an id that is no text",
    worklogs.TimeTrackingDisabled: "time tracking is switched off (time_tracking_enabled=False)",
    worklogs.WorklogUnseen: "alice sees no worklog '10009' on the issue: there is none",
    worklogs.NoWorklogPermission: "alice does not hold Work on issues in APP",
    worklogs.NoWorklogChangePermission: "alice may not edit worklog 10000 in APP",
    worklogs.TimeSpentInvalid: "'soon' is no time that somebody worked: that is at least a minute, as in '3h 30m'",
    worklogs.AdjustmentUnknown: "adjustEstimate='never' is no way to adjust an estimate here",
    worklogs.ManualEditing: "the estimate was to be adjusted by an amount while a worklog is edited",
    worklogs.NewEstimateMissing: "adjustEstimate=new came without newEstimate",
    worklogs.NewEstimateInvalid: "newEstimate='soon' is no time",
    worklogs.AmountMissing: "adjustEstimate=manual came without reduceBy",
    worklogs.AmountInvalid: "reduceBy='much' is no time",
    worklogs.WorklogLimitReached: "APP-1 has as many worklogs as it may have (worklog_limit=2)",
    worklogs.WorklogIdsMiscounted: "0 worklogs were named by their ids, not 1 to 1000",
    worklogs.WorklogOfRole: "worklog 10000 is for the role Testers alone, and cannot be moved",
    worklogs.EstimateInvalid: "'soon' is no original estimate: that is a time such as '3h 30m'",
    bulk.NoBulkPermission: "alice does not hold Make bulk changes",
    bulk.BulkIssuesInvalid: "these cannot be taken: because",
    bulk.BulkTooLarge: "the request has 3 issues, and 2 are taken at once",
    bulk.NotABulkTask: "the progress of task '7' cannot be told: because",
    bulk.BulkTargetInvalid: "'A,1' is no place to move issues to: because",
    bulk.BulkEditUnselected: "selectedActions lacks labels",
    bulk.BulkEditValueless: "editedFieldsInput has nothing for labels",
    bulk.NoBulkFields: "no field can be edited by alice in all of the issues",
    archiving.ArchiverNotAdministrator: "alice does not hold Administer Jira, which archiving takes",
    archiving.ArchiverNotSignedIn: "an anonymous caller is not signed in, as archiving issues and exporting them take",
    archiving.ExporterNotAdministrator: "alice does not hold Administer Jira, which exporting archived issues takes",
    archiving.ExportFilterInvalid: "archived issues cannot be chosen so: there is no project 'X'",
    archiving.JqlToArchiveInvalid: "the query for what is to be archived is wrong: because",
    archiving.NotArchived: "left as they are: because",
    watchers.WatchingDisabled: "watching issues is switched off (watching_enabled=False)",
    watchers.NoWatcherPermission: "alice does not hold Manage watchers in APP",
    watchers.WatcherUnknown: "there is no user with the account '1' to watch the issue",
    watchers.WatcherUnseeing: "alice may not see APP-1, and so cannot watch it",
    watchers.WatcherUnnamed: "the query names no watcher to remove",
    notifications.NobodyToNotify: "the mail is to nobody who gets it: nobody is named",
    notifications.NoAssigneeToNotify: "the mail is to the assignee, and APP-1 has none",
    notifications.RecipientUnknown: "the mail names a group 'crew', and there is none",
    votes.VotingDisabled: "voting on issues is switched off (voting_enabled=False)",
    votes.VotesAreFinal: "APP-1 is resolved, and votes on it stay as they are",
    resolutions.ResolutionReplacesItself: "the resolution Done was to be replaced with itself",
    attachments.ArchiveUnsupported: "'log.txt' is an archive by gzip, and Jira looks into ZIP files alone",
    votes.NotVoted: "alice has not voted on APP-1",
    remote_links.RemoteLinkingDisabled: "issue linking is switched off (linking_enabled=False)",
    remote_links.RemoteLinkUnknown: "APP-1 has no remote link with globalId 'ex=2'",
    remote_links.RemoteLinkElsewhere: "remote link 10000 is on another issue than LIB-1",
    remote_links.RemoteLinkIdInvalid: "'x' is no id of a remote link",
    remote_links.NoRemoteLinkPermission: "alice does not hold Edit issues in APP",
    remote_links.RemoteLinkUrlMissing: "the remote link has no object.url",
    remote_links.RemoteLinkTitleMissing: "the remote link has no object.title",
    remote_links.GlobalIdTooLong: "the globalId has 256 characters, of 255 that it may have",
    remote_links.GlobalIdTaken: "remote link 10000 of APP-1 has the globalId 'ex=1' already",
    remote_links.GlobalIdMissing: "no globalId was given",
    remote_links.RemoteLinkLimitReached: "APP-1 has as many remote links as it may have (remote_link_limit=2)",
    **{type(refusal): truth for refusal, truth in JQL_REFUSALS.items()},
    projects.ProjectUndeletable: "alice does not hold Administer Jira, and may not delete or restore APP",
    permission_schemes.SchemeOfProjectUnseen: "alice holds neither Administer projects in APP nor Administer Jira",
    permission_schemes.SchemeNameInvalid: "the scheme is given no name",
    permission_schemes.SchemeNameTaken: "there is a permission scheme 'Second' already",
    permission_schemes.SchemeUndeletable: "projects have the permission scheme 'Second', or it is the default one",
    permission_schemes.HolderUnknown: "there is no user '1' to hold a permission",
    permission_schemes.GrantAlready: "the permission scheme 'Second' gives them LINK_ISSUES already",
    permission_schemes.GrantMissing: "the permission scheme 'Second' has no grant '7'",
    webhooks.AppNeeded: "alice is no app",
    webhooks.WebhookIncomplete: "the webhook has no url",
    webhooks.WebhookUrlInvalid: "'example.com' is no address of http or https",
    webhooks.WebhookEventUnknown: "there is no webhook of the event 'issue_created'",
    security_schemes.SecuritySchemeUnseen: (
        "alice administers neither Jira nor a project with the issue security scheme '7'"
    ),
    security_schemes.NoLevelMembers: "nobody is in these security levels",
    notification_schemes.NotificationSchemeUnseen: "alice administers no project with the notification scheme '7'",
    notification_schemes.NotificationsOfProjectUnseen: (
        "alice holds neither Administer projects in APP nor Administer Jira"
    ),
    projects.PermissionSchemeUnknown: "there is no permission scheme '7' for the project",
    projects.ProjectUnchangeable: "alice holds neither Administer projects in APP nor Administer Jira",
    projects.RolesUnchangeable: "alice holds neither Administer projects in APP nor Administer Jira",
    projects.ActorUnnamed: "no user and no group is named who gets or loses the role",
    projects.ActorAlready: "alice has the role Developers in APP already",
    projects.NoActor: "alice does not have the role Developers in APP",
    projects.ProjectKeyInvalid: "'app' is no key of a project",
    projects.ProjectKeyTaken: "the project 'APP' has the key already, or had it: it is APP",
    projects.ProjectArchiverNotAdministrator: "alice does not hold Administer Jira, and may not archive APP",
    projects.ProjectArchived: "the project APP is archived",
    projects.ProjectLive: "the project APP is neither archived nor in the recycle bin",
    projects.ProjectKeyUnreleasable: "'OLD' is no former key of APP",
    projects.ProjectNameInvalid: "a project takes a name of up to 80 characters, not one of 81",
    projects.ProjectNameTaken: "the project APP is named 'APP' already",
    projects.ProjectLeadUnknown: "there is no user with the account '1' to lead the project",
    links.SeveralLinks: "2 links were to be added at once",
    links.TwoSidedLink: (
        "the added link has an inwardIssue and an outwardIssue, although the issue itself is one of the two"
    ),
    links.LinkWithComment: "the added link has a comment, which only POST issueLink takes",
    links.SelfLinkAdded: "APP-1 was to be linked to itself",
    links.LinkNotAdded: "the link was not added: there is no issue APP-9",
    issues.ProjectMissing: "the new issue has no project: alice sees no project 'NOPE': there is none",
    issues.NoCreatePermission: "alice does not hold Create issues in APP",
    issues.NothingToEdit: "the request has neither fields nor update",
    issues.NoAssignPermission: "alice does not hold Assign issues in APP",
    issues.TransitionMissing: "the request names no transition by its id",
    issues.TransitionIdInvalid: "'Done' is no id of a transition",
    issues.TransitionUnknown: "there is no transition 99",
    issues.NoTransitionPermission: "alice does not hold Transition issues in APP",
    issues.NoIssueDeletePermission: "alice does not hold Delete issues in APP",
    issues.HasSubtasks: "APP-1 has sub-tasks, and deleteSubtasks is not true",
    issues.TooManyIssues: "51 issues were to be created at once, and 50 may be",
    fields.FieldNotSettable: "status cannot be set: only a transition changes it",
    fields.FieldOnlyUpdated: "issuelinks was sent in fields, and can only be changed by update",
    fields.FieldTwice: "labels was sent in fields and in update",
    fields.VerbUnknown: "summary has no operation 'add', only set",
    fields.NotText: "summary was given something that is no text",
    fields.NotDocument: "description was given something that is no Atlassian document",
    fields.NotObject: "parent was given something that is no object",
    fields.NotNumber: "customfield_10000 was given something that is no number",
    fields.NotList: "labels was given something that is no list",
    fields.TextTooLong: "description was given a text of more than 32,767 characters",
    fields.NotDate: "duedate was given '2026-02-30', which is no date as yyyy-MM-dd",
    fields.SummaryMissing: "the issue has no summary",
    fields.SummaryTooLong: "the summary has 256 characters, and may have 255",
    fields.SummaryBroken: "the summary has more than one line",
    fields.LabelWithSpaces: "'two words' is no label: it is empty or has a space",
    fields.LabelTooLong: "a label has more than 255 characters",
    fields.IssueTypeMissing: "no type of issue was given",
    fields.IssueTypeUnknown: "APP has no type of issue 'Saga'",
    fields.IssueTypeUnfit: "APP-1 cannot be of type Task: its children are not one level below",
    fields.FieldRequired: "resolution is required, and has no value",
    fields.ResolutionUnnamed: "the resolution was given neither by id nor by name",
    fields.ResolutionUnknown: "there is no resolution 'Fixed'",
    fields.PriorityUnnamed: "the priority was given neither by id nor by name",
    fields.PriorityUnknown: "there is no priority 'Hottest'",
    fields.SecurityLevelUnseen: "alice is in no security level 'Board' of APP",
    fields.FieldUserUnknown: "there is no account '1' for assignee",
    fields.NotAssignable: "alice does not hold Assignable user in APP",
    fields.ReporterMissing: "the issue would have no reporter",
    fields.ParentMissing: "a sub-task has no parent",
    fields.ParentUnseen: "the parent was not found: there is no issue APP-9",
    fields.ParentUnfit: "APP-1, of type Task, is not one level above the type Task",
    fields.ParentElsewhere: "LIB-1 is not in APP, as the parent of a sub-task there must be",
}


@pytest.mark.parametrize(("kind", "truth"), TRUTHS.items(), ids=[kind.__name__ for kind in TRUTHS])
def test_refusal_tells_the_truth_in_a_sentence(refusals, kind, truth):
    """A refusal says what truly happened, which Jira's own answer often hides."""
    assert refusals[kind].reason == truth


def test_every_kind_of_refusal_is_told(refusals):
    """The sentences above leave out no refusal of the site."""
    kinds = {kind for kind in all_refusals() if kind.__module__.startswith("jira_linkfake.jira.")}
    assert TRUTHS.keys() == refusals.keys() == kinds


def test_unknown_link_type_tells_which_there_are():
    """A phrase, a plural or another case is no name: the sentence has those that are."""
    refusal = link_types.LinkTypeUnknown(by="name", value="blocks", names=("Blocks", "Relates"))
    assert refusal.reason == "there is no link type with name 'blocks', only 'Blocks', 'Relates'"


def test_anonymous_caller_is_named_as_such(site):
    """A sentence about a caller without credentials says so."""
    refusal = links.NoLinkPermission(issue=site.issues.with_key("APP-1"), caller=None)
    assert refusal.reason.startswith("an anonymous caller does not hold Link issues in APP")


def test_refused_tells_every_reason():
    """Several refusals at once are told in the order in which they were found."""
    refused = Refused(issues.IssueUnknown(reference="APP-9"), link_types.LinkingDisabled())
    assert str(refused) == "there is no issue APP-9; issue linking is switched off (linking_enabled=False)"
    assert refused.refusals == (issues.IssueUnknown(reference="APP-9"), link_types.LinkingDisabled())
