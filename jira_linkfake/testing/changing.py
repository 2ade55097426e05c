"""What changes on a site in the middle of a test, by somebody else than the code under test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.faults.fault import Aim
from jira_linkfake.faults.trouble import Awaited, Trouble
from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.comments.rules import take_comment
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issue_links.rules import take_link
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import Holder, SecurityLevel, User
from jira_linkfake.jira.workflow.model import IssueType, Priority, Status
from jira_linkfake.testing.acting import Acting
from jira_linkfake.testing.naming import (
    IssueName,
    Sentence,
    links_there,
    the_comment,
    the_issue,
    the_link_type_named,
    the_one_named,
    the_security_level,
)
from jira_linkfake.testing.seeding import SeedingPeople, described, fields_of, named_values, with_values

if TYPE_CHECKING:
    from types import EllipsisType

    from jira_linkfake.literals import FreshPhrase

__tracebackhide__ = of_the_test


class ChangingIssues(SeedingPeople):
    """The verbs that change and remove issues."""

    def set_issue(
        self,
        issue: IssueName,
        *,
        summary: str | EllipsisType = ...,
        description: str | Mapping[str, Any] | EllipsisType | None = ...,
        type: IssueType | str | EllipsisType = ...,
        status: Status | str | EllipsisType = ...,
        priority: Priority | str | EllipsisType | None = ...,
        labels: Iterable[str] | EllipsisType = ...,
        parent: IssueName | EllipsisType | None = ...,
        assignee: User | str | EllipsisType | None = ...,
        reporter: User | str | EllipsisType | None = ...,
        security_level: SecurityLevel | str | EllipsisType | None = ...,
        visible_to: Iterable[Holder | str] | EllipsisType = ...,
        archived: bool | EllipsisType = ...,
        fields: Mapping[str, Any] | None = None,
    ) -> Issue:
        """Change what is named of an issue: `set_issue("A-1", status="Done", labels=["crash"], assignee="alice")`.

        It sets only what you name: use `transition` to move an issue on as its workflow does. `fields` has further
        fields, as in Jira's JSON. The history tells of the change. No permission counts. Returns the issue. Raises
        `UsageError` for what the site does not have.
        """
        named: dict[str, Any] = {"type": type, "status": status, "priority": priority, "labels": labels}
        named |= {"parent": parent, "assignee": assignee, "reporter": reporter}
        plain: dict[str, Any] = {"summary": summary, "archived": archived}
        with self._at_work() as author:
            site, found = self.site, the_issue(self.site, issue)
            custom, own = fields_of(site, fields or {})
            values = {name: value for name, value in plain.items() if value is not ...}
            values |= named_values(
                site, found.project, {name: value for name, value in named.items() if value is not ...}
            )
            if description is not ...:
                values |= described(found.key, description)
            values |= self._hidden_by(found, security_level, visible_to)
            from jira_linkfake.jira.fields.field import Draft  # with all fields, once one is changed
            from jira_linkfake.jira.issues.rules import commit

            wanted = replace(found, custom_fields={**found.custom_fields, **custom}, **values)
            wanted = with_values(site, wanted, own)
            commit(site, author, Draft(issue=wanted))
            if archived is not ...:  # of which history does not tell
                site.issues.put(replace(site.issues[found.id], archived=archived))
            return site.issues[found.id]

    def _hidden_by(
        self,
        issue: Issue,
        level: SecurityLevel | str | EllipsisType | None,
        visible_to: Iterable[Holder | str] | EllipsisType,
    ) -> dict[str, Any]:
        project = self.site.projects[issue.project]
        if visible_to is not ...:
            if level is not ...:
                raise UsageError(f"{issue.key} takes a security_level or visible_to, not both")
            return {"security_level": self._level_of(issue.key, project, visible_to)}
        if level is ...:
            return {}
        return {"security_level": None if level is None else the_security_level(self.site, project, level)}

    def transition(self, issue: IssueName, status: Status | str) -> Issue:
        """Move an issue on to a status, as its workflow does, with the resolution that goes with it.

        No permission counts. Raises `UsageError` for an issue or a status that the site does not have.
        """
        from jira_linkfake.jira.fields.field import Draft
        from jira_linkfake.jira.issues.rules import commit, moved_on

        with self._at_work() as author:
            found = the_issue(self.site, issue)
            to = the_one_named(self.site.statuses.values(), "status", status)
            return commit(self.site, author, Draft(issue=moved_on(self.site, found, to)))

    def remove_issue(self, issue: IssueName) -> None:
        """Remove an issue with its sub-tasks, links and comments, as somebody who deletes it does.

        No permission counts. Raises `UsageError` for an issue that the site does not have.
        """
        from jira_linkfake.jira.issues.rules import take_out

        with self._at_work() as author:
            found = the_issue(self.site, issue)
            for subtask in self.site.issues.subtasks_of(found):
                take_out(self.site, author, subtask)
            take_out(self.site, author, found)


class ChangingLinks(Acting):
    """The verbs that remove links and comments, and change types of links."""

    def remove_link(self, issue: IssueName, phrase: FreshPhrase | str, other: IssueName) -> None:
        """Remove a link: `remove_link("A-1", "is blocked by", "A-2")`, with either phrase of a type.

        No permission counts. Raises `UsageError` for an issue, a phrase or a link that the site does not have.
        """
        with self._at_work() as author:
            sentence = Sentence.of(self.site, issue, phrase, other)
            links = links_there(self.site, sentence.issue)
            link = next(sentence.among(links), None)
            if link is None:
                raise UsageError(f"{sentence} is not linked: {_links_of(links)}")
            take_link(self.site, author, link)

    def set_link_type(
        self,
        link_type: LinkType | str,
        *,
        name: str | None = None,
        inward: str | None = None,
        outward: str | None = None,
    ) -> LinkType:
        """Rename a type of links or its phrases, on all links of the type: `set_link_type("Blocks", outward="stops")`.

        The type goes by its name or as a value. Raises `UsageError` for a type that the site does not have, and for
        an empty name or phrase.
        """
        with self._at_work():
            found = the_link_type_named(self.site.link_types.values(), link_type)
            given: dict[str, Any] = {"name": name, "inward": inward, "outward": outward}
            for what, text in given.items():
                if text is not None and not text.strip():
                    raise UsageError(f"{what}={text!r} will not do: it takes a text that says something")
            changed = replace(found, **{what: text for what, text in given.items() if text is not None})
            self.site.link_types[changed.id] = changed
            return changed

    def remove_comment(self, issue: IssueName, comment: Comment | str | int) -> None:
        """Remove a comment of an issue, by its id, its text or as a value: `remove_comment("A-1", "Not yet.")`.

        No permission counts. Raises `UsageError` for an issue or a comment that the site does not have, and for a
        text that several comments have.
        """
        with self._at_work() as author:
            stored = the_issue(self.site, issue)
            take_comment(self.site, author, stored, the_comment(self.site, stored, comment))


class Changing(ChangingIssues, ChangingLinks):
    """The verbs of a `FakeJira` that change its site in the middle of a test."""

    _trouble: Trouble

    def on_request(self, method: str, path: str, function: Callable[[], object]) -> None:
        """Call a function once, before the next request to a path: `on_request("POST", "issueLink", function)`.

        Use it for races. The path is Jira's, below `/rest/api/{version}/` or from the site's address, as
        `/rest/agile/1.0/sprint`, and stands for all paths below it. The function may send requests itself. An exception
        in it reaches the client. Raises `UsageError` for a method or a path that Jira does not have.
        """
        if not callable(function):
            raise UsageError(f"{function!r} cannot be called: on_request takes a function of nothing")
        self._trouble.awaited.append(Awaited(aim=Aim(times=1, method=method, path=path), function=function))


def _links_of(links: list[IssueLink]) -> str:
    return ", ".join(map(str, links)) if links else "it has no links"
