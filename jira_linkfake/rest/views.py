"""The operations that are served, and the view that carries each of them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from jira_linkfake.rest.call import View

# Those that most tests ask for come first: to find an operation's module, the ones before it are loaded too.
_RESOURCES = (
    "issue_link",
    "issue",
    "transition",
    "comment",
    "remote_link",
    "issue_link_type",
    "issue_meta",
    "changelog",
    "catalogue",
    "site_info",
    "permission",
    "user",
    "group",
    "project",
    "project_role",
    "search",
    "limit_report",
)


class _Views(Mapping[str, View]):
    """The views of every resource, each resource's module loaded when it is first needed.

    A test has to do with one or two of them, and pays for no others.
    """

    def __getitem__(self, operation: str) -> View:
        return _views_with(operation)[operation]

    def __iter__(self) -> Iterator[str]:
        return (operation for resource in _RESOURCES for operation in _views_of(resource))

    def __len__(self) -> int:
        return sum(1 for _ in self)


VIEWS = _Views()
"""The views, by Jira's id of the operation."""


def _views_of(resource: str) -> dict[str, View]:
    views: dict[str, View] = import_module(f"jira_linkfake.rest.{resource}").VIEWS
    return views


@cache
def _views_with(operation: str) -> dict[str, View]:
    return next((views for views in map(_views_of, _RESOURCES) if operation in views), {})
