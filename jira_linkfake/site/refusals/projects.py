"""Refusals about projects."""

from __future__ import annotations

from dataclasses import dataclass

from jira_linkfake.site.model import Project
from jira_linkfake.site.refusals import CallerRefusal, Refusal


@dataclass(frozen=True, kw_only=True, slots=True)
class ProjectAdministratorNeeded(CallerRefusal):
    """The caller may administer neither the project nor the site."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"

    project: Project


@dataclass(frozen=True, kw_only=True, slots=True)
class ProjectOrderUnknown(Refusal):
    """Projects were to be ordered by something that they do not have."""

    truth = "projects cannot be ordered by {0.value!r}"

    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ProjectActionUnknown(Refusal):
    """Projects were searched for an action that there is none of."""

    truth = "projects cannot be searched for the action {0.value!r}"

    value: str
