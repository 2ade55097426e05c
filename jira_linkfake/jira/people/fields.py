"""The fields of issues that name a user."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from jira_linkfake.jira.components.finding import default_assignee
from jira_linkfake.jira.fields.field import CustomField, Editing, Field, FieldUpdate, FixedField, Told
from jira_linkfake.jira.fields.refusals import FieldUserUnknown, NotAssignable, NotList, ReporterMissing
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.people.finding import account_id_in
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permissions.model import ASSIGN_ISSUES, ASSIGNABLE_USER, MODIFY_REPORTER
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import EQUAL, Clause, SortKey, Values
from jira_linkfake.jira.search.finding import Searcher, named_user
from jira_linkfake.jira.site import Site

AUTOMATIC = "-1"
"""Stands for the assignee that the issue's components or project give by themselves: nobody, on a fresh site."""


def assignable(site: Site, issue: Issue, account_id: str | None) -> User | None:
    """Return whom an account id makes the assignee of an issue: nobody for None.

    Raises `Refused` where there is no such account, or one that may not be assigned.
    """
    if account_id == AUTOMATIC:
        return default_assignee(site, site.projects[issue.project], issue.components)
    if account_id is None:
        return None
    user = site.people.by_account_id.get(account_id)
    if user is None:
        raise Refused(FieldUserUnknown(field=Assignee.id, value=account_id))
    if not holds(site, user, ASSIGNABLE_USER, issue.project):
        raise Refused(NotAssignable(user=user, project=issue.project))
    return user


def users_clause(
    names: tuple[str, ...],
    users_of: Callable[[Searcher, Issue], Iterable[User]],
    *,
    sort: SortKey | None = None,
    while_on: str | None = None,
    past: str | None = None,
) -> Clause:
    """Return the clause of a field that names users; `past` is its id, where JQL asks for its history."""

    def held(searcher: Searcher, issue: Issue) -> tuple[str, ...]:
        return tuple(user.account_id for user in users_of(searcher, issue))

    return Clause(
        names=names,
        operators=EQUAL,
        values="account id, name or email",
        kind=Values(held=held, named=named_user, past=past),
        takes="user",
        sort=sort,
        while_on=while_on,
    )


def _user_clause(names: tuple[str, ...], user_of: Callable[[Issue], User | None], past: str | None = None) -> Clause:
    """Return the clause of a field that names a user."""

    def users(_: Searcher, issue: Issue) -> tuple[User, ...]:
        user = user_of(issue)
        return () if user is None else (user,)

    def sort(_: Searcher, issue: Issue) -> str | None:
        user = user_of(issue)
        return None if user is None else user.name.casefold()

    return users_clause(names, users, sort=sort, past=past)


def _user(reader: Reader, user: User | None) -> Json | None:
    return None if user is None else user_json(user, reader.api)


class Assignee(Field):
    """To whom the issue is assigned, or nobody."""

    id = "assignee"
    name = "Assignee"
    type = "user"
    clause_names = ("assignee",)
    clauses = (_user_clause(clause_names, lambda issue: issue.assignee, past="assignee"),)
    permission = ASSIGN_ISSUES
    in_comment_events = True

    def as_json(self, reader: Reader, issue: Issue) -> Json | None:
        """Return the assignee, None where there is none."""
        return _user(reader, issue.assignee)

    def choices_in_bulk(self, reader: Reader, issues: Sequence[Issue]) -> Json:
        """Return the address at which those are found who can be assigned in all the projects."""
        keys = ",".join(dict.fromkeys(issue.project for issue in issues))
        return {"searchUrl": f"{reader.api}/user/assignable/multiProjectSearch?projectKeys={keys}&query="}

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another assignee, or with none."""
        if update.value is None:
            return replace(issue, assignee=None)
        account_id = account_id_in(self.object_of(update.value))
        return replace(issue, assignee=assignable(editing.site, issue, account_id))

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the assignee."""
        return _told(issue.assignee)


class Reporter(Field):
    """Who reported the issue."""

    id = "reporter"
    name = "Reporter"
    type = "user"
    clause_names = ("reporter",)
    clauses = (_user_clause(clause_names, lambda issue: issue.reporter, past="reporter"),)
    permission = MODIFY_REPORTER
    required = True
    with_default = True

    def as_json(self, reader: Reader, issue: Issue) -> Json | None:
        """Return the reporter, None where there is none."""
        return _user(reader, issue.reporter)

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another reporter."""
        account_id = None if update.value is None else account_id_in(self.object_of(update.value))
        if account_id is None:
            raise Refused(ReporterMissing())
        user = editing.site.people.by_account_id.get(account_id)
        if user is None:
            raise Refused(FieldUserUnknown(field=self.id, value=account_id))
        return replace(issue, reporter=user)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the reporter."""
        return _told(issue.reporter)


class Creator(FixedField):
    """Who created the issue."""

    id = "creator"
    name = "Creator"
    type = "user"
    clause_names = ("creator",)
    clauses = (_user_clause(clause_names, lambda issue: issue.creator),)
    orderable = False

    def as_json(self, reader: Reader, issue: Issue) -> Json | None:
        """Return the creator, None for an anonymous caller."""
        return _user(reader, issue.creator)


class UserField(CustomField):
    """A custom field that names a user, or several; each is kept by its account id."""

    def as_json(self, reader: Reader, issue: Issue) -> object:
        """Return the user, or the list of them."""
        value = super().as_json(reader, issue)
        users = [_user(reader, _known(reader.site, one)) or one for one in _each(value)]
        return users if isinstance(value, (list, tuple)) else users[0]

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another value of the field, or without one."""
        return super().changed(editing, issue, FieldUpdate(verb=update.verb, value=self._value(editing, update)))

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells those who are named."""
        named = (_known(site, one) for one in _each(issue.custom_fields.get(self.id)))
        return None, ", ".join(user.name for user in named if user) or None

    def _value(self, editing: Editing, update: FieldUpdate) -> object:
        if update.value is None:
            return None
        if self.type == "user" or update.verb != "set":
            return self._reference(editing, update.value)
        if not isinstance(update.value, list):
            raise Refused(NotList(field=self.id))
        return [self._reference(editing, one) for one in update.value]

    def _reference(self, editing: Editing, value: object) -> Json:
        account_id = account_id_in(self.object_of(value)) or ""
        if account_id not in editing.site.people.by_account_id:
            raise Refused(FieldUserUnknown(field=self.id, value=account_id))
        return {"accountId": account_id}


def _each(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _known(site: Site, value: object) -> User | None:
    """Return the user whom a kept value names, None where it names none whom the site has."""
    return site.people.by_account_id.get(value.get("accountId", "")) if isinstance(value, Mapping) else None


def _told(user: User | None) -> Told:
    return (None, None) if user is None else (user.account_id, user.name)
