"""Every answer there is, and how we know it: what the tables of the documentation and `answers` are made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from jira_linkfake import jira
from jira_linkfake.faults import all_faults
from jira_linkfake.faults.answers import Answered
from jira_linkfake.faults.rewriting import GERMAN
from jira_linkfake.jira.evidence import Evidence
from jira_linkfake.jira.refusal import Answer, Envelope, Refusal, Seen
from jira_linkfake.rest import refusals as request_refusals
from jira_linkfake.rest.operations import OPTIONS, Operation, Success, all_operations


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownReply:
    """When something is answered, what it is, and the evidence for it.

    `subject` is the folder of `jira_linkfake/jira` that declares it; what is declared elsewhere has "requests", as any
    request can meet it, or "faults". `rule` is what answers: Jira's id of an operation, the kind of a refusal, or the
    name of what is in Jira's place. `messages` are Jira's literally, each with the field under which it stands, or
    none; what is in braces is filled in. `body` says what the body is, and where that is all, `words_by` is the
    evidence for it.
    """

    subject: str
    rule: str
    when: str
    status: int
    status_by: Evidence
    body: str
    messages: tuple[tuple[str, str], ...] = ()
    words_by: Evidence
    seen: Seen | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The messages, each behind the name of its field."""
        return tuple(f"{field}: {text}" if field else text for field, text in self.messages)

    @property
    def german(self) -> tuple[str, ...]:
        """The messages as the scenario `other_language` tells them, as far as it does."""
        is_json = self.body in (Envelope.COLLECTION.value, Envelope.MESSAGES.value)
        return tuple(GERMAN[text] for _, text in self.messages if is_json and text in GERMAN)

    @property
    def statuses(self) -> tuple[int, ...]:
        """The status, and the one that real sites were seen to give instead."""
        return (self.status, self.seen.status) if self.seen and self.seen.status else (self.status,)

    def concerns(self, text: str) -> bool:
        """Say whether a text is a status or in the lines of the reply, or has its rule or a message of it."""
        if re.fullmatch(r"\d{3}", text):
            return int(text) in self.statuses
        messages = (*(message for _, message in self.messages), *self.german)
        if self.rule in re.findall(r"\w+", text) or any(pattern_of(one).search(text) for one in messages):
            return True
        return text.casefold() in "\n".join(self.lines()).casefold()

    def lines(self) -> Iterator[str]:
        """Yield the reply as a terminal shows it."""
        yield f"{self.when} ({self.rule})"
        first, *others = self.words or (self.body,)
        yield f"    {self.status} {first}"
        yield from (f"        {words}" for words in others)
        if self.words_by is self.status_by and not self.messages:
            yield f"    status and body {self.status_by}"
            return
        yield f"    status {self.status_by}"
        if self.seen:
            yield f'    sites were seen to {self.seen}, and answers="observed" does so; {self.seen.where}'
        yield f"    words {self.words_by}"
        yield from (f"    with the scenario other_language: {words}" for words in self.german)
        yield f"    body {self.body}"


def pattern_of(message: str) -> re.Pattern[str]:
    """Return a pattern of a message with its braces filled in."""
    return re.compile(re.sub(r"\\\{\w+\\\}", ".*", re.escape(message)), re.S)


def known_replies() -> list[KnownReply]:
    """Return every reply there is: to what is carried out, to what is refused, and in Jira's place."""
    return [*successes(), *refusals(), *in_jiras_place()]


def successes() -> list[KnownReply]:
    """Return the replies to operations that are carried out, in the order of the inventory."""
    of_operations = [reply for operation in all_operations() for reply in _successes_of(operation)]
    return [*of_operations, _reply_on("requests", "OPTIONS", "OPTIONS of any path that Jira has", OPTIONS)]


def _successes_of(operation: Operation) -> Iterator[KnownReply]:
    success = operation.served and operation.served.success
    while success is not None:
        yield _reply_on(
            operation.module.partition(".")[0],
            operation.id,
            f"{operation.method} {operation.short_path} {success.when}".rstrip(),
            success,
        )
        success = success.otherwise


def _reply_on(subject: str, rule: str, when: str, success: Success) -> KnownReply:
    return KnownReply(
        subject=subject,
        rule=rule,
        when=when,
        status=success.status,
        status_by=success.by,
        body=success.body,
        words_by=success.by,
    )


def refusals() -> list[KnownReply]:
    """Return the replies to what is refused, and to what is not served."""
    return [_reply_by(_subject_of(kind), kind.__name__, kind.answer) for kind in all_refusals()]


def _subject_of(kind: type[Refusal]) -> str:
    return kind.__module__.removeprefix(f"{jira.__name__}.").split(".")[0] if _is_of_jira(kind) else "requests"


def _is_of_jira(kind: type[Refusal]) -> bool:
    return kind.__module__.startswith(f"{jira.__name__}.") and kind.__module__ != Refusal.__module__


def all_refusals() -> list[type[Refusal]]:
    """Return every kind of refusal that has an answer, wherever in the package it is declared."""
    modules = [import_module(one.name) for one in walk_packages(jira.__path__, f"{jira.__name__}.")]
    return [
        kind for module in (request_refusals, *modules) for kind in vars(module).values() if _is_declared(kind, module)
    ]


def _is_declared(kind: object, module: ModuleType) -> bool:
    """Say whether something is a kind of refusal that a module declares with its answer."""
    is_refusal = isinstance(kind, type) and issubclass(kind, Refusal)
    return is_refusal and kind.__module__ == module.__name__ and "answer" in vars(kind)


def _messages_of(answer: Answer) -> tuple[tuple[str, str], ...]:
    messages = (("", answer.message),) if answer.message else ()
    return tuple((_shown(field), _shown(text)) for field, text in (*messages, *answer.errors))


def _shown(template: str) -> str:
    """Return a template with the plain names of what is filled in."""
    return re.sub(r"\{0\.(?:\w+\.)*(\w+)\}", r"{\1}", template)


def in_jiras_place() -> list[KnownReply]:
    """Return the replies of what stands in Jira's place where something is wrong on the way to it."""
    kinds = [kind for kind in all_faults().values() if issubclass(kind, Answered)]
    return [_reply_by("faults", name, answer) for kind in kinds for name, answer in kind.answers().items()]


def _reply_by(subject: str, rule: str, answer: Answer) -> KnownReply:
    return KnownReply(
        subject=subject,
        rule=rule,
        when=answer.condition,
        status=answer.status,
        status_by=answer.status_by,
        body=answer.envelope.value,
        messages=_messages_of(answer),
        words_by=answer.words_by,
        seen=answer.seen,
    )


NOT_GIVEN: dict[tuple[str, int], str] = {
    **{
        (name, 403): "every user has a licence of Jira Software"
        for name in (
            "createBoard",
            "getAllBoards",
            "getAllSprints",
            "getAllVersions",
            "getBoard",
            "getBoardIssuesForEpic",
            "getBoardIssuesForSprint",
            "getEpic",
            "getEpics",
            "getIssueEstimationForBoard",
            "getIssuesForBacklog",
            "getIssuesForBoard",
            "getIssuesForEpic",
            "getIssuesForSprint",
            "getIssuesWithoutEpic",
            "getIssuesWithoutEpicForBoard",
            "getProjects",
            "getProjectsFull",
            "getSprint",
        )
    },
    **{
        (name, 400): "whatever names no scheme or no project is 404"
        for name in ("getNotificationScheme", "getNotificationSchemeForProject", "getProjectIssueSecurityScheme")
    },
    ("getBoard", 400): "whatever names no board is 404",
    ("getProjectsFull", 400): "whatever names no board is 404",
    ("moveIssuesToBacklog", 404): "it names no sprint, and an issue that is not seen is 400",
    ("removeIssuesFromEpic", 404): "it names no epic, and an issue that is not seen is 400",
    **{
        (name, 207): "issues are moved and ranked together or not at all"
        for name in ("moveIssuesToBacklogForBoard", "moveIssuesToBoard", "rankIssues")
    },
    (
        "createIssue",
        403,
    ): "a missing permission is 400, which the reference has for it too",
    ("deleteIssueLink", 200): "it is 204, as on every site that was looked at",
    ("getAllPermissions", 403): "which permission it takes, the reference does not say",
    ("findUsers", 429): "it comes with a scenario, as to any operation",
    ("getAllUsers", 409): "none takes ten seconds",
    ("getFieldsPaginated", 403): "which permission it takes, the reference does not say",
    ("getAllUsersDefault", 409): "none takes ten seconds",
    ("bulkGetGroups", 500): "which groups there are can always be told",
    **{
        (search, 429): "it comes with a scenario, as to any operation"
        for search in (
            "addUserToGroup",
            "findAssignableUsers",
            "findBulkAssignableUsers",
            "findUsersAndGroups",
            "findUsersForPicker",
            "findUsersWithAllPermissions",
            "findUsersWithBrowsePermission",
            "removeUserFromGroup",
        )
    },
    ("getAttachment", 403): "who may not see the issue is told that there is no attachment",
    ("getAttachmentContent", 403): "who may not see the issue is told that there is no attachment",
    ("getAttachmentThumbnail", 400): "every size can be asked for",
    ("getAttachmentThumbnail", 403): "who may not see the issue is told that there is no attachment",
    ("expandAttachmentForHumans", 403): "who may not see the issue is told that there is no attachment",
    ("expandAttachmentForMachines", 403): "who may not see the issue is told that there is no attachment",
    ("exportArchivedIssues", 412): "they are counted at once, so that no task is under way",
    ("archiveIssuesAsync", 412): "they are archived at once, so that no task is under way",
    ("deleteCustomField", 409): "it is deleted at once, so that no task is under way",
    ("deleteResolution", 409): "it is deleted at once, so that no task is under way",
    ("getRecent", 400): "whatever is asked for can be read",
    ("notify", 403): "mail can always be sent: it is kept for the test",
    ("getRelatedWork", 500): "reading it never fails",
    ("getRemoteIssueLinks", 400): "every globalId can be asked for",
    ("getRemoteIssueLinks", 413): "making one link too many is refused, reading them is not",
    ("bulkDeleteWorklogs", 200): "several worklogs are deleted together or not at all",
    ("bulkMoveWorklogs", 200): "several worklogs are moved together or not at all",
    ("searchProjects", 404): "none found is 200 and an empty page",
    (
        "bulkSetIssuePropertiesByIssue",
        403,
    ): "issues that the caller may not edit are let pass",
    ("getCommentProperty", 403): "a comment that the caller may not read is 404, as if it were not there",
    ("getCommentPropertyKeys", 403): "a comment that the caller may not read is 404, as if it were not there",
    ("deleteProjectProperty", 400): "whatever names no project is 404",
    ("getProjectProperty", 400): "whatever names no project is 404",
    ("getProjectProperty", 403): "a project that the caller may not browse is 404, as if it were not there",
    ("getProjectPropertyKeys", 400): "whatever names no project is 404",
    ("getProjectPropertyKeys", 403): "a project that the caller may not browse is 404, as if it were not there",
    ("setUserProperty", 405): "without a key the path has no PUT, which is answered before the operation",
}
"""Which status the reference has for an operation that is served and no request brings about, and why not."""

_SEEN = 'sites were seen to; `answers="observed"` does so'
BESIDE_THE_REFERENCE: dict[tuple[str, int, str], str] = {
    **{
        (name, 404, "FilterUnseen"): _SEEN
        for name in (
            "deleteFavouriteForFilter",
            "deleteFilter",
            "getFilter",
            "resetColumns",
            "setColumns",
            "setFavouriteForFilter",
            "updateFilter",
        )
    },
    **{
        (name, 403, "NoBulkPermission"): "the reference has the permission, and no status for want of it"
        for name in ("getBulkOperationProgress", "submitBulkEdit", "submitBulkMove")
    },
    ("deleteProject", 400, "ProjectArchived"): "the reference says that it cannot be deleted, and has no status for it",
    ("assignPermissionScheme", 400, "PayloadInvalid"): "as for any body that cannot be read",
    (
        "deletePermissionScheme",
        400,
        "SchemeUndeletable",
    ): "a scheme that projects have: chosen",
    ("getIssueSecurityScheme", 404, "NotFound"): "there is none with the id: chosen",
    ("deleteBoard", 401, "NotSignedIn"): "without credentials, as for other operations",
    ("getAllBoards", 404, "ProjectUnseen"): "as for a project by its key",
    (
        "getConfiguration",
        404,
        "BoardUnseen",
    ): "the reference has it for a board; the platform's operation has one id with it",
    ("getEpic", 400, "EpicTeamManaged"): "sites were seen to, as for the other operations of epics",
    ("moveIssuesToBoard", 404, "BoardUnseen"): "as for the other operations of a board",
    ("setColumns", 401, "NotSignedIn"): "without credentials, as for other operations",
    ("setFavouriteForFilter", 401, "NotSignedIn"): "without credentials, as for other operations",
    ("addAttachment", 400, "FormBroken"): "as for another body that cannot be read",
    ("addAttachment", 400, "IssueArchived"): "as for another change of an archived issue",
    ("addAttachment", 400, "NothingToAttach"): "the reference does not say what a form without a file is answered",
    ("addAttachment", 401, "NoAttachPermission"): "without credentials, as for other operations",
    ("createIssue", 413, "LinkLimitReached"): "as for linkIssues, where the reference has it",
    ("createIssueLinkType", 403, "NotAdministrator"): _SEEN,
    ("createOrUpdateRemoteIssueLink", 413, "RemoteLinkLimitReached"): "the reference has it at getRemoteIssueLinks",
    ("deleteIssueLinkType", 403, "NotAdministrator"): _SEEN,
    ("deleteIssueProperty", 400, "IssueArchived"): "as for whatever else would change an archived issue",
    ("editIssue", 413, "LinkLimitReached"): "as for linkIssues and doTransition, where the reference has it",
    ("getIsWatchingIssueBulk", 400, "PayloadInvalid"): "as for any body that cannot be read",
    ("notify", 401, "NotSignedIn"): "the reference does not say that an anonymous caller may send mail",
    ("getIsWatchingIssueBulk", 404, "WatchingDisabled"): "as for the watchers of one issue",
    ("getAllLabels", 400, "QueryInvalid"): "recorded of another operation: a query is read before the operation",
    ("getAllUsers", 401, "UserBrowsingNeeded"): "without credentials, as for other operations",
    ("getChangeLogs", 400, "QueryInvalid"): "recorded of another operation: a query is read before the operation",
    ("getCreateIssueMetaIssueTypeId", 404, "NotFound"): "as for a type by its id",
    ("getCreateIssueMetaIssueTypeId", 404, "ProjectUnseen"): "as for a project by its key",
    ("getCreateIssueMetaIssueTypes", 404, "ProjectUnseen"): "as for a project by its key",
    ("getIssuePropertyKeys", 401, "IssueHidden"): "without credentials, as for other operations",
    ("removeAttachment", 400, "IssueArchived"): "as for another change of an archived issue",
    ("getIssueWorklog", 400, "QueryInvalid"): "recorded of another operation: a query is read before the operation",
    ("getIdsOfWorklogsDeletedSince", 400, "QueryInvalid"): "as for other queries",
    ("getIdsOfWorklogsModifiedSince", 400, "QueryInvalid"): "as for other queries",
    ("removeVote", 400, "IssueArchived"): "as for casting one",
    ("searchAndReconsileIssuesUsingJql", 414, "AddressTooLong"): "the reference says so in words, and has no status",
    ("searchPriorities", 400, "QueryInvalid"): "recorded of another operation: a query is read before the operation",
    ("updateProjectCategory", 409, "CategoryNameTaken"): "as for createProjectCategory, where the reference has it",
    ("updateIssueLinkType", 403, "NotAdministrator"): _SEEN,
}
"""Which status an operation answers that the reference does not have for it, by what answers, and why all the same."""

OF_ANY_OPERATION: dict[tuple[int, str], str] = {
    (200, "login_page"): "a gateway signs in with HTML",
    (400, "UserNotByAccount"): "sites were seen to, wherever a user is named by anything but an account",
    (400, "SearchByName"): "sites were seen to, wherever a query names users by anything but an account",
    (401, "WrongCredentials"): "sign-in, before any operation; the reference has it for most",
    (403, "BearerAtSite"): "sites were seen to, before any operation",
    (403, "captcha"): "sign-in, before any operation",
    (403, "xsrf_check"): "sign-in, before any operation",
    (415, "UnsupportedMediaType"): "the reference has it for no operation that takes JSON",
    (429, "rate_limited"): "the reference says it once, for all operations",
    (500, "server_error"): "no operation's",
    (501, "JqlNotServed"): "ours: Jira has it and we do not",
    (501, "NotServed"): "ours: Jira has it and we do not",
    (502, "bad_gateway"): "a gateway's",
    (503, "unavailable"): "a gateway's",
}
"""What any operation can answer, by status and what answers, and why the reference does not have it."""
