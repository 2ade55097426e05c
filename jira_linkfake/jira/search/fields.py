"""The fields of JQL that are served: what each means, how it is compared, and whether issues can be ordered by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import (
    Kind,
    Texts,
    Values,
    all_status_categories,
    all_texts,
    filled,
    held_accounts,
    held_children,
    held_comments,
    held_ids,
    held_linked,
    held_parent,
    ids_in_projects,
    named_issue,
    named_label,
    named_link_side,
    named_project,
    named_thing,
    named_time,
    named_user,
    number_of,
    priority_place,
)
from jira_linkfake.jira.search.condition import Width
from jira_linkfake.jira.search.functions import Gives
from jira_linkfake.jira.search.model import Operator
from jira_linkfake.jira.search.real_names import REAL_FIELDS
from jira_linkfake.jira.search.refusals import FieldUnknown, FieldUnknownToAnyone, JqlNotServed
from jira_linkfake.jira.search.scope import Scope

_EMPTY: tuple[Operator, ...] = ("is", "is not")


_EQUAL: tuple[Operator, ...] = ("=", "!=", "in", "not in", *_EMPTY)


_ORDERED: tuple[Operator, ...] = (*_EQUAL, "<", "<=", ">", ">=")


_TEXT: tuple[Operator, ...] = ("~", "!~")


SortKey = Callable[[Scope, Issue], Any]
"""What an issue is ordered by; None where it has no value."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A field: its names, the operators it has, the values it takes, and what issues are ordered by.

    `takes` is what a function must give whose value is to be compared with the field.
    """

    names: tuple[str, ...]
    operators: tuple[Operator, ...]
    values: str
    kind: Kind
    takes: Gives | None = None
    sort: SortKey | None = None
    about_links: bool = False


def field_of(scope: Scope, name: str) -> Field:
    """Return the field of this name; raises `Refused` where there is none, or none that is served.

    While issue linking is switched off, there are no fields about links (chosen).
    """
    field = FIELDS_BY_NAME.get(name.lower())
    if field is not None and (scope.site.options.linking_enabled or not field.about_links):
        return field
    if name.lower() in REAL_FIELDS:
        raise Refused(JqlNotServed(what=f"the field {name!r} in JQL"))
    raise Refused(FieldUnknownToAnyone(field=name) if scope.caller is None else FieldUnknown(field=name))


FIELDS = (
    Field(
        names=("project",),
        operators=_EQUAL,
        values="key, name or id",
        kind=Values(
            held=lambda _, issue: (issue.project,), named=named_project, among=ids_in_projects, width=Width.PROJECT
        ),
        sort=lambda _, issue: issue.project,
    ),
    Field(
        names=("key", "issuekey", "issue", "id"),
        operators=_ORDERED,
        values="key or id; `<` and `>` compare numbers within the project",
        kind=Values(
            held=lambda _, issue: (issue.id,),
            named=named_issue,
            order=lambda scope, issue_id: number_of(scope.site.issues[issue_id]),
            among=lambda _, ids: ids,
            width=Width.NAMED,
        ),
        takes="issues",
        sort=lambda _, issue: number_of(issue),
    ),
    Field(
        names=("issuetype", "type"),
        operators=_EQUAL,
        values="name or id",
        kind=Values(
            held=lambda _, issue: held_ids(issue.type),
            named=named_thing(lambda scope: scope.site.issue_types.values()),
        ),
        sort=lambda _, issue: issue.type.name,
    ),
    Field(
        names=("status",),
        operators=_EQUAL,
        values="name or id",
        kind=Values(
            held=lambda _, issue: held_ids(issue.status),
            named=named_thing(lambda scope: scope.site.statuses.values()),
        ),
        sort=lambda scope, issue: list(scope.site.statuses).index(issue.status.id),
    ),
    Field(
        names=("statusCategory",),
        operators=_EQUAL,
        values="name, key or id",
        kind=Values(
            held=lambda _, issue: held_ids(issue.status.category),
            named=named_thing(all_status_categories, "key"),
        ),
    ),
    Field(
        names=("priority",),
        operators=_ORDERED,
        values="name or id; the higher is the greater",
        kind=Values(
            held=lambda _, issue: held_ids(issue.priority),
            named=named_thing(lambda scope: scope.site.priorities.values()),
            order=priority_place,
        ),
        sort=lambda scope, issue: issue.priority and priority_place(scope, issue.priority.id)[1],
    ),
    Field(
        names=("summary",),
        operators=(*_TEXT, *_EMPTY),
        values="text",
        kind=Texts(of=lambda _, issue: filled(issue.summary)),
        sort=lambda _, issue: issue.summary.casefold(),
    ),
    Field(
        names=("description",),
        operators=(*_TEXT, *_EMPTY),
        values="text",
        kind=Texts(of=lambda _, issue: filled(issue.description)),
    ),
    Field(
        names=("comment",),
        operators=_TEXT,
        values="text of a comment that the caller may read",
        kind=Texts(of=held_comments),
    ),
    Field(
        names=("text",),
        operators=("~",),
        values="text of summary, description or comments",
        kind=Texts(of=all_texts),
    ),
    Field(
        names=("labels",),
        operators=_EQUAL,
        values="label",
        kind=Values(held=lambda _, issue: tuple(map(str.casefold, issue.labels)), named=named_label),
    ),
    Field(
        names=("assignee",),
        operators=_EQUAL,
        values="account id, name or email",
        kind=Values(held=lambda _, issue: held_accounts(issue.assignee), named=named_user),
        takes="user",
        sort=lambda _, issue: issue.assignee and issue.assignee.name.casefold(),
    ),
    Field(
        names=("reporter",),
        operators=_EQUAL,
        values="account id, name or email",
        kind=Values(held=lambda _, issue: held_accounts(issue.reporter), named=named_user),
        takes="user",
        sort=lambda _, issue: issue.reporter and issue.reporter.name.casefold(),
    ),
    Field(
        names=("parent",),
        operators=_EQUAL,
        values="key or id",
        kind=Values(
            held=lambda scope, issue: held_ids(held_parent(scope, issue)),
            named=named_issue,
            among=held_children,
            width=Width.NAMED,
        ),
        takes="issues",
    ),
    Field(
        names=("created", "createdDate"),
        operators=_ORDERED,
        values="`yyyy-MM-dd`, `yyyy-MM-dd HH:mm`, both also with `/`, or a span from now such as `-1d` or `4w 2d`",
        kind=Values(held=lambda _, issue: (issue.created,), named=named_time),
        takes="moment",
        sort=lambda _, issue: issue.created,
    ),
    Field(
        names=("updated", "updatedDate"),
        operators=_ORDERED,
        values="as `created`",
        kind=Values(held=lambda _, issue: (issue.updated,), named=named_time),
        takes="moment",
        sort=lambda _, issue: issue.updated,
    ),
    Field(
        names=("issueLinkType",),
        operators=_EQUAL,
        values="name of a type of links, for both its sides; or a phrase, for the side that reads it",
        kind=Values(
            held=lambda scope, issue: [(link.type.id, source) for link, source, _ in scope.links(issue)],
            named=named_link_side,
        ),
        about_links=True,
    ),
    Field(
        names=("issueLink",),
        operators=_EQUAL,
        values="key or id of an issue that is linked, in whatever way",
        kind=Values(
            held=lambda scope, issue: held_linked(scope, [issue.id]),
            named=named_issue,
            among=held_linked,
            width=Width.NAMED,
        ),
        takes="issues",
        about_links=True,
    ),
)
"""The fields that are served."""


FIELDS_BY_NAME = {name.lower(): field for field in FIELDS for name in field.names}
"""The same, by their names in lower case."""


SORTS: dict[str, SortKey] = {
    **{name: field.sort for name, field in FIELDS_BY_NAME.items() if field.sort is not None},
    # No request of Jira's platform changes an issue's rank, and a new issue is ranked last.
    "rank": lambda _, issue: issue.id,
}
"""What issues can be ordered by, by the field's name in lower case."""
