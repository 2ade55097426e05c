"""What tests of several folders share: a seeded site, a FakeJira and ways to ask it, one refusal of each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from werkzeug.test import TestResponse

from jira_linkfake import FakeJira
from jira_linkfake.jira.archiving import refusals as archiving
from jira_linkfake.jira.attachments import refusals as attachments
from jira_linkfake.jira.boards import refusals as boards
from jira_linkfake.jira.bulk import refusals as bulk
from jira_linkfake.jira.comments import refusals as comments
from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.comments.rules import CommentRequest, put_comment
from jira_linkfake.jira.components import refusals as components
from jira_linkfake.jira.epics import refusals as epics
from jira_linkfake.jira.fields import refusals as fields
from jira_linkfake.jira.filters import refusals as filters
from jira_linkfake.jira.history.refusals import BulkHistoryMiscounted
from jira_linkfake.jira.issue_links import refusals as links
from jira_linkfake.jira.issues import refusals as issues
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types import refusals as link_types
from jira_linkfake.jira.notification_schemes import refusals as notification_schemes
from jira_linkfake.jira.notifications import refusals as notifications
from jira_linkfake.jira.people import refusals as people
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permission_schemes import refusals as permission_schemes
from jira_linkfake.jira.permissions import refusals as permissions
from jira_linkfake.jira.preferences import refusals as preferences
from jira_linkfake.jira.project_categories import refusals as categories
from jira_linkfake.jira.projects import refusals as projects
from jira_linkfake.jira.projects.model import ProjectCategory
from jira_linkfake.jira.properties import refusals as properties
from jira_linkfake.jira.ranks.refusals import RankUnclear
from jira_linkfake.jira.refusal import IdInvalid, NotFound, NotServed, Refusal
from jira_linkfake.jira.remote_links import refusals as remote_links
from jira_linkfake.jira.resolutions import refusals as resolutions
from jira_linkfake.jira.security_schemes import refusals as security_schemes
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.site_info import SessionRefused
from jira_linkfake.jira.sprints import refusals as sprints
from jira_linkfake.jira.tasks import refusals as tasks
from jira_linkfake.jira.versions import refusals as versions
from jira_linkfake.jira.votes import refusals as votes
from jira_linkfake.jira.watchers import refusals as watchers
from jira_linkfake.jira.webhooks import refusals as webhooks
from jira_linkfake.jira.workflow import refusals as workflow
from jira_linkfake.jira.worklogs import refusals as worklogs
from jira_linkfake.testing.seeding import Permitting, Seeding
from tests.jira.search.jql_refusals import JQL_REFUSALS


class Seeded(Seeding, Permitting):
    """A site with the verbs that seed it and say who may do what."""

    def __init__(self) -> None:
        self.site = Site()


@pytest.fixture
def seeded() -> Seeded:
    """A site with three issues in two projects, open to every signed-in user."""
    seeded = Seeded()
    seeded.add_issues("APP-1", "APP-2", "LIB-1")
    return seeded


@pytest.fixture
def site(seeded: Seeded) -> Site:
    """The site that was seeded."""
    return seeded.site


@pytest.fixture
def jira() -> FakeJira:
    """A FakeJira with issues in two projects."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2", "LIB-1")
    return jira


@pytest.fixture
def ask(jira: FakeJira) -> Callable[..., TestResponse]:
    """Return a function that sends a request to the site: unless told otherwise as the admin, to version 3."""

    def ask(method: str, path: str, *, version: str = "3", auth: Any = jira.auth, **rest: Any) -> TestResponse:
        return jira.client().open(f"/rest/api/{version}/{path}", method=method, auth=auth, **rest)

    return ask


@pytest.fixture
def get(ask: Callable[..., TestResponse]) -> Callable[..., Any]:
    """Return a function that returns the JSON that a GET is answered."""

    def get(path: str, **rest: Any) -> Any:
        reply = ask("GET", path, **rest)
        assert reply.status_code == 200
        return reply.json

    return get


@pytest.fixture
def post_link() -> Callable[..., TestResponse]:
    """Return a function that sends a link to a FakeJira: unless told otherwise, the admin's "APP-1 blocks LIB-1"."""

    def post(
        jira: FakeJira,
        inward: str = "APP-1",
        type_name: str = "Blocks",
        outward: str = "LIB-1",
        *,
        auth: tuple[str, str] | None = FakeJira().auth,
    ) -> TestResponse:
        body = {"type": {"name": type_name}, "inwardIssue": {"key": inward}, "outwardIssue": {"key": outward}}
        return jira.client().post("/rest/api/3/issueLink", json=body, auth=auth)

    return post


@pytest.fixture(scope="session")
def refusals() -> dict[type[Refusal], Refusal]:
    """One refusal of each kind that the site's rules have, by its kind; they never change, so all tests share them."""
    seeded = Seeded()
    seeded.add_issues("APP-1", "APP-2", "LIB-1")
    alice = seeded.add_user("alice")
    link = seeded.add_link("APP-1", "blocks", "LIB-1")
    source, destination = link.source, link.destination
    secret = seeded.add_issue("SEC-1", visible_to=[])
    hidden = issues.IssueHidden(issue=secret, caller=alice, by=f"{secret.security_level}")
    devs = Visibility(type="group", value="devs", identifier="g1")
    testers = Visibility(type="role", value="Testers", identifier="10")
    comment = put_comment(seeded.site, alice, CommentRequest(body="Said"), source, None)
    remote_link = seeded.add_remote_link("APP-1", "https://example.com/1", global_id="ex=1")
    version = seeded.add_version("1.0", project="APP")
    crew = seeded.add_group("crew")
    task = seeded.add_task("Import", status="FAILED")
    attachment = seeded.add_attachment("APP-1", "log.txt", author=alice)
    component = seeded.add_component("Editor", project="APP")
    worklog = seeded.add_worklog("APP-1", "1h")
    bugs = seeded.add_filter("Bugs", "type = Bug")
    team = seeded.add_board("Team", filter=bugs)
    sprint = seeded.add_sprint("Sprint 1", board=team)
    instances: list[Refusal] = [
        issues.IssueUnknown(reference="APP-9"),
        issues.IssueUnnamed(),
        hidden,
        issues.IssueArchived(issue=source),
        projects.ProjectUnseen(key="NOPE", caller=alice),
        NotFound(kind="priority", value="7"),
        IdInvalid(kind="project role", value="x"),
        NotServed(operation="GET dashboard (getAllDashboards)"),
        link_types.LinkTypeUnknown(by="name", value="Haunts"),
        link_types.LinkTypeUnnamed(),
        link_types.LinkTypeAmbiguous(name="Twin"),
        link_types.LinkTypeNameTaken(taken_by=link.type),
        link_types.LinkTypeFieldMissing(field="inward"),
        link_types.LinkTypeIdInvalid(value="x"),
        link_types.NotAdministrator(caller=alice),
        link_types.LinkingDisabled(),
        links.LinkUnknown(id=10009),
        links.LinkHidden(link=link, end=hidden),
        links.LinkIdInvalid(value="x"),
        links.SelfLink(issue=source),
        links.NoLinkPermission(issue=source, caller=alice),
        links.NoDeletePermission(issue=source, caller=alice),
        links.LinkLimitReached(issue=source, limit=2),
        comments.NoCommentPermission(issue=source, caller=alice),
        comments.CommentInvalid(),
        comments.CommentEmpty(),
        comments.VisibilityIncomplete(),
        comments.VisibilityGroupUnknown(name="devs"),
        comments.VisibilityRoleUnknown(name="Testers"),
        comments.NotInGroup(visibility=devs, caller=alice),
        comments.NotInRole(visibility=testers, caller=alice, issue=source),
        comments.NotInRoleForLink(visibility=testers, caller=alice, issue=source, linked_to=destination),
        comments.CommentUnseen(value="10000", caller=alice),
        comments.NoCommentEditPermission(comment=comment, issue=source, caller=alice),
        comments.NoCommentDeletePermission(comment=comment, issue=source, caller=alice),
        comments.AnonymousCommentDeletion(caller=None),
        comments.CommentIdsMiscounted(count=0, most=1000),
        comments.CommentLimitReached(issue=source, limit=2),
        people.UserUnknown(account_id="1"),
        people.UserNotByAccount(named="name"),
        people.SearchByName(parameter="username"),
        people.SearchUnnamed(),
        people.SearchAmbiguous(),
        people.GroupUnnamed(),
        people.GroupUnknown(reference="devs"),
        people.AccountMissing(),
        people.PlaceMissing(parameters="projectKeys"),
        people.PermissionsOfUsers(project=seeded.site.projects["APP"], caller=alice),
        people.QueryMissing(),
        people.ExcludedTwice(),
        people.EmailInvalid(email="nobody"),
        people.ProductsMissing(),
        people.UserUnremovable(user=alice, why="they lead APP"),
        people.GroupNameMissing(),
        people.GroupNameTaken(group=crew),
        people.MemberAlready(user=alice, group=crew),
        people.NoMember(user=alice, group=crew),
        preferences.PreferenceUnknown(key="sort"),
        preferences.PreferenceInvalid(what="key", length=0, most=255),
        preferences.LocaleUnknown(locale="xx_XX"),
        permissions.AdministratorNeeded(caller=alice),
        permissions.UserBrowsingNeeded(caller=alice),
        permissions.PermissionsUnnamed(),
        permissions.PermissionsOfComment(),
        permissions.PermissionUnknown(key="LAUNCH_ROCKETS"),
        permissions.ContextUnseen(by="key", value="NOPE", caller=alice),
        permissions.ProjectPermissionsUnnamed(),
        permissions.PermissionsOfOthers(account_id="1", caller=alice),
        permissions.AccountUnknown(account_id="1"),
        projects.ProjectAdministratorNeeded(project=seeded.site.projects["APP"], caller=alice),
        projects.ProjectOrderUnknown(value="zz"),
        projects.ProjectActionUnknown(value="delete"),
        worklogs.TimeTrackingDisabled(),
        worklogs.WorklogUnseen(value="10009", caller=alice),
        worklogs.NoWorklogPermission(issue=source, caller=alice),
        worklogs.NoWorklogChangePermission(worklog=worklog, issue=source, caller=alice, doing="edit"),
        worklogs.TimeSpentInvalid(value="soon"),
        worklogs.AdjustmentUnknown(value="never"),
        worklogs.ManualEditing(),
        worklogs.NewEstimateMissing(),
        worklogs.NewEstimateInvalid(value="soon"),
        worklogs.AmountMissing(parameter="reduceBy"),
        worklogs.AmountInvalid(parameter="reduceBy", value="much"),
        worklogs.WorklogLimitReached(issue=source, limit=2),
        worklogs.WorklogIdsMiscounted(count=0, most=1000),
        worklogs.WorklogOfRole(worklog=replace(worklog, visibility=testers)),
        worklogs.EstimateInvalid(which="original", value="soon"),
        watchers.WatchingDisabled(),
        watchers.NoWatcherPermission(issue=source, caller=alice, doing="add watchers to"),
        watchers.WatcherUnknown(account_id="1"),
        watchers.WatcherUnseeing(user=alice, issue=source),
        watchers.WatcherUnnamed(),
        bulk.NoBulkPermission(caller=alice),
        bulk.BulkIssuesInvalid(why="because"),
        bulk.BulkTooLarge(count=3, limit=2),
        bulk.NotABulkTask(value="7", why="because"),
        bulk.BulkTargetInvalid(target="A,1", why="because"),
        bulk.BulkEditUnselected(fields="labels"),
        bulk.BulkEditValueless(fields="labels"),
        bulk.NoBulkFields(caller=alice),
        archiving.ArchiverNotAdministrator(caller=alice),
        archiving.ArchiverNotSignedIn(caller=None),
        archiving.ExporterNotAdministrator(caller=alice),
        archiving.ExportFilterInvalid(invalid="there is no project 'X'"),
        archiving.JqlToArchiveInvalid(why="because"),
        archiving.NotArchived(why="because"),
        notifications.NobodyToNotify(why="nobody is named"),
        notifications.NoAssigneeToNotify(issue=source),
        notifications.RecipientUnknown(kind="group", value="crew"),
        votes.VotingDisabled(),
        votes.VotesAreFinal(issue=source),
        votes.NotVoted(caller=alice, issue=source),
        versions.VersionUnseen(value="7", caller=alice),
        versions.VersionProjectMissing(),
        versions.VersionNotCreatable(named="NOPE", key="NOPE", caller=alice),
        versions.VersionNotEditable(version=version, caller=alice),
        versions.VersionNotMovable(version=version, caller=alice),
        versions.VersionUndeletable(version=version, caller=alice),
        versions.VersionNotReplaceable(version=version, caller=alice),
        versions.VersionNameMissing(),
        versions.VersionNameTooLong(length=256, most=255),
        versions.VersionNameTaken(taken_by=version),
        versions.VersionDescriptionTooLong(length=16385, most=16384),
        versions.VersionDateInvalid(name="startDate", value="soon", form="yyyy-MM-dd"),
        versions.VersionDateTwice(name="startDate", other="userStartDate"),
        versions.VersionDatesReversed(start="2026-02-02", release="2026-02-01"),
        versions.VersionDriverUnknown(account_id="1"),
        versions.VersionSwappedForItself(version=version),
        versions.VersionSwapUnknown(role="fix", value="7", project="APP"),
        versions.VersionMoveInvalid(given="both"),
        versions.VersionOfOtherProject(value="7", project=seeded.site.projects["APP"]),
        versions.UnfixedIssuesGoNowhere(value="7", project="APP"),
        versions.NoRelatedWorkPermission(version=version, permission="Edit issues", caller=alice),
        versions.RelatedWorkIncomplete(name="url"),
        versions.RelatedWorkUnknown(value="x", version=version),
        versions.VersionOfArchive(version=version),
        SessionRefused(),
        categories.CategoryNameInvalid(length=0, most=255),
        categories.CategoryDescriptionTooLong(length=1001, most=1000),
        categories.CategoryNameTaken(taken_by=ProjectCategory(id=10000, name="Inner")),
        categories.CategoryUnknown(value="7"),
        BulkHistoryMiscounted(name="fieldIds", count=11, least=0, most=10),
        projects.HierarchyShared(project=seeded.site.projects["APP"]),
        fields.NoFieldCreation(caller=alice),
        fields.FieldIdInvalid(value="summary"),
        fields.FieldLocked(value="customfield_10019"),
        fields.FieldUnseen(value="customfield_10099"),
        fields.FieldNameInvalid(length=0, most=255),
        fields.FieldDescriptionTooLong(length=40_001, most=40_000),
        fields.FieldKindUnknown(value="float"),
        fields.FieldSearcherInvalid(value="textsearcher", kind="float"),
        workflow.ProjectOfTypesMissing(),
        workflow.StatusesUnseen(caller=alice),
        workflow.StatusesMiscounted(count=51, most=50),
        workflow.StatusSearchTooLong(length=256, most=255),
        workflow.StatusCategoryUnknown(value="Done"),
        properties.PropertyUnknown(kind="issue", key="release"),
        properties.PropertyKeyMissing(),
        properties.PropertyKeyTooLong(length=256, most=255),
        properties.PropertyValueMissing(key="release"),
        properties.PropertyValueInvalid(key="release", problem="Expecting value"),
        properties.PropertyValueTooLong(key="release", length=32769, most=32768),
        properties.NoPropertyPermission(kind="comment", permission="Edit all comments in APP", caller=alice),
        properties.IssuePropertyUndeletable(issue=source, caller=alice),
        properties.UserPropertiesOfOthers(account_id="1", caller=alice),
        properties.BulkMiscounted(what="issues", count=0, most=100),
        properties.FilterContradictory(),
        tasks.TaskUnknown(value="7"),
        tasks.TaskOfOthers(task=task, caller=alice),
        tasks.TaskOver(task=task),
        resolutions.ResolutionNotThere(value="7"),
        resolutions.ResolutionNameMissing(),
        resolutions.ResolutionTextTooLong(name="name", length=61, most=60),
        resolutions.ResolutionNameTaken(taken_by=seeded.site.resolutions["10000"]),
        resolutions.ResolutionIdMissing(),
        resolutions.ResolutionReplacesItself(resolution=seeded.site.resolutions["10000"]),
        resolutions.ResolutionsTooMany(count=1001, most=1000),
        resolutions.ResolutionMoveInvalid(given="neither"),
        attachments.AttachmentsDisabled(),
        attachments.AttachmentUnseen(value="7", caller=alice),
        attachments.ArchiveUnsupported(attachment=attachment, kind="gzip"),
        attachments.NoAttachPermission(issue=source, caller=alice),
        attachments.AttachmentUndeletable(attachment=attachment, issue=source, caller=alice),
        attachments.NothingToAttach(),
        attachments.TooManyFiles(count=61, most=60),
        attachments.AttachmentTooLarge(filename="log.txt", size=13, most=12),
        attachments.AttachmentLimitReached(issue=source, limit=3),
        attachments.RangeMalformed(value="x"),
        attachments.RangeUnsatisfiable(value="bytes=9-", size=4),
        attachments.ThumbnailMissing(attachment=attachment),
        boards.BoardUnseen(value="7", caller=alice),
        boards.BoardFilterUnseen(value="7", caller=alice),
        boards.BoardInvalid(why="has no filter"),
        boards.BoardQueryInvalid(name="type", value="x"),
        boards.BoardUndeletable(board=team, caller=alice),
        boards.NoSprints(board=team),
        boards.OnlyBySprint(board=team),
        boards.NotOnBoard(issue=source, board=team),
        boards.NoEstimation(why="the query names no board"),
        boards.EstimationInvalid(value="x"),
        boards.IssuesMiscounted(count=51, most=50),
        boards.MovedIssueUnseen(cause=hidden),
        boards.NoMovePermission(issue=source, permission="Edit Issues", caller=alice),
        epics.EpicUnseen(value="APP-1"),
        epics.EpicTeamManaged(issue=source),
        epics.NotForEpics(issue=source),
        RankUnclear(why="it names nothing"),
        sprints.SprintUnseen(value="7", caller=alice),
        sprints.NoSprintPermission(project="APP", caller=alice),
        sprints.SprintNameInvalid(length=31, most=30),
        sprints.SprintBoardMissing(),
        sprints.SprintDateInvalid(name="startDate", value="x", why="it is no time"),
        sprints.SprintClosedAlready(sprint=sprint),
        sprints.SprintStateInvalid(sprint=sprint, value="closed"),
        sprints.SprintDatesMissing(sprint=sprint, missing="endDate"),
        sprints.SprintActiveAlready(active=sprint),
        sprints.NotForSprints(issue=source),
        sprints.SprintFieldInvalid(field="customfield_10020", value=[1]),
        sprints.SprintFieldUnseen(field="customfield_10020", value="7", caller=alice),
        filters.FilterUnseen(value="7", caller=alice),
        filters.SharedFilterUnseen(value="10000", caller=alice, hidden_by="shared with others alone"),
        filters.ShareUnseen(value="7", filter=bugs),
        filters.NoColumns(filter=bugs),
        filters.ColumnUnfit(value="x"),
        filters.FilterNameMissing(),
        filters.FilterNameTooLong(length=256, most=255),
        filters.FilterNameTaken(taken_by=bugs),
        filters.FilterNotEditable(filter=bugs, caller=alice),
        filters.FilterUndeletable(filter=bugs, caller=alice),
        filters.FilterNotOwned(filter=bugs, caller=alice),
        filters.ShareNotOwned(filter=bugs, caller=alice),
        filters.NewOwnerUnknown(account_id="1"),
        filters.NoSharePermission(caller=alice),
        filters.ShareInvalid(type="group", why="there is no group 'x'"),
        filters.FilterQueryInvalid(why="no order is 'x'"),
        components.ComponentUnseen(value="7", caller=alice),
        components.ComponentProjectMissing(),
        components.ComponentNotEditable(project=seeded.site.projects["APP"], caller=alice),
        components.ComponentUndeletable(component=component, caller=alice),
        components.ComponentNameMissing(),
        components.ComponentNameTooLong(length=256, most=255),
        components.ComponentNameTaken(taken_by=component),
        components.ComponentLeadUnknown(account_id="1"),
        components.ComponentSwapUnknown(value="7", project="APP"),
        fields.PartUnknown(field="fixVersions", part="Version", by="name", value="2.0"),
        fields.PartIdNotText(field="fixVersions"),
        remote_links.RemoteLinkingDisabled(),
        remote_links.RemoteLinkUnknown(by="globalId", value="ex=2", issue=source),
        remote_links.RemoteLinkElsewhere(link=remote_link, issue=destination),
        remote_links.RemoteLinkIdInvalid(value="x"),
        remote_links.NoRemoteLinkPermission(issue=source, caller=alice, permission="Edit issues"),
        remote_links.RemoteLinkUrlMissing(),
        remote_links.RemoteLinkTitleMissing(),
        remote_links.GlobalIdTooLong(length=256, most=255),
        remote_links.GlobalIdTaken(taken_by=remote_link, issue=source),
        remote_links.GlobalIdMissing(),
        remote_links.RemoteLinkLimitReached(issue=source, limit=2),
        projects.ProjectUndeletable(project=seeded.site.projects["APP"], named="10000", caller=alice),
        permission_schemes.SchemeOfProjectUnseen(project=seeded.site.projects["APP"], caller=alice),
        permission_schemes.SchemeNameInvalid(),
        permission_schemes.SchemeNameTaken(name="Second"),
        permission_schemes.SchemeUndeletable(name="Second"),
        permission_schemes.HolderUnknown(type="user", value="1"),
        permission_schemes.GrantAlready(permission="LINK_ISSUES", scheme="Second"),
        permission_schemes.GrantMissing(grant_id="7", scheme="Second"),
        webhooks.AppNeeded(caller=alice),
        webhooks.WebhookIncomplete(missing="url"),
        webhooks.WebhookUrlInvalid(url="example.com"),
        webhooks.WebhookEventUnknown(event="issue_created"),
        security_schemes.SecuritySchemeUnseen(scheme_id="7", caller=alice),
        security_schemes.NoLevelMembers(),
        notification_schemes.NotificationSchemeUnseen(scheme_id="7", caller=alice),
        notification_schemes.NotificationsOfProjectUnseen(project=seeded.site.projects["APP"], caller=alice),
        projects.PermissionSchemeUnknown(value="7"),
        projects.ProjectUnchangeable(project=seeded.site.projects["APP"], caller=alice),
        projects.RolesUnchangeable(project=seeded.site.projects["APP"], caller=alice),
        projects.ActorUnnamed(),
        projects.ActorAlready(actor=alice, role="Developers", project=seeded.site.projects["APP"]),
        projects.NoActor(actor=alice, role="Developers", project=seeded.site.projects["APP"]),
        projects.ProjectKeyInvalid(value="app"),
        projects.ProjectKeyTaken(taken_by=seeded.site.projects["APP"]),
        projects.ProjectArchiverNotAdministrator(project=seeded.site.projects["APP"], caller=alice),
        projects.ProjectArchived(project=seeded.site.projects["APP"]),
        projects.ProjectLive(project=seeded.site.projects["APP"]),
        projects.ProjectKeyUnreleasable(key="OLD", project=seeded.site.projects["APP"]),
        projects.ProjectNameInvalid(length=81),
        projects.ProjectNameTaken(taken_by=seeded.site.projects["APP"]),
        projects.ProjectLeadUnknown(account_id="1"),
        *_about_changes(alice, source, destination),
    ]
    instances.extend(JQL_REFUSALS)
    return {type(refusal): refusal for refusal in instances}


def _about_changes(alice: User, source: Issue, destination: Issue) -> list[Refusal]:
    unknown = issues.IssueUnknown(reference="APP-9")
    return [
        links.SeveralLinks(count=2),
        links.TwoSidedLink(),
        links.LinkWithComment(),
        links.SelfLinkAdded(issue=source),
        links.LinkNotAdded(cause=unknown),
        issues.ProjectMissing(cause=projects.ProjectUnseen(key="NOPE", caller=alice)),
        issues.NoCreatePermission(project="APP", caller=alice),
        issues.NothingToEdit(),
        issues.NoAssignPermission(issue=source, caller=alice),
        issues.TransitionMissing(),
        issues.TransitionIdInvalid(value="Done"),
        issues.TransitionUnknown(id=99),
        issues.NoTransitionPermission(id=11, issue=source, caller=alice),
        issues.NoIssueDeletePermission(issue=source, caller=alice),
        issues.HasSubtasks(issue=source),
        issues.TooManyIssues(count=51, limit=50),
        fields.FieldNotSettable(field="status", why="only a transition changes it"),
        fields.FieldOnlyUpdated(field="issuelinks"),
        fields.FieldTwice(field="labels"),
        fields.VerbUnknown(field="summary", name="Summary", verb="add", supported="set"),
        fields.NotText(field="summary"),
        fields.NotNumber(field="customfield_10000"),
        fields.TextTooLong(field="description", limit="32,767"),
        fields.NotDocument(field="description"),
        fields.NotObject(field="parent"),
        fields.NotList(field="labels"),
        fields.NotDate(field="duedate", value="2026-02-30"),
        fields.SummaryMissing(),
        fields.SummaryTooLong(length=256, limit=255),
        fields.SummaryBroken(),
        fields.LabelWithSpaces(label="two words"),
        fields.LabelTooLong(label="x" * 256, limit=255),
        fields.IssueTypeMissing(),
        fields.IssueTypeUnknown(value="Saga", project="APP"),
        fields.IssueTypeUnfit(issue=source),
        fields.FieldRequired(field="resolution", name="Resolution"),
        fields.ResolutionUnnamed(),
        fields.ResolutionUnknown(value="Fixed"),
        fields.PriorityUnnamed(),
        fields.PriorityUnknown(value="Hottest"),
        fields.SecurityLevelUnseen(value="Board", project="APP", caller=alice),
        fields.FieldUserUnknown(field="assignee", value="1"),
        fields.NotAssignable(user=alice, project="APP"),
        fields.ReporterMissing(),
        fields.ParentMissing(),
        fields.ParentUnseen(cause=unknown),
        fields.ParentUnfit(parent=source, type=source.type),
        fields.ParentElsewhere(parent=destination, project="APP"),
    ]
