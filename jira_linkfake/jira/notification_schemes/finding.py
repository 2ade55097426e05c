"""Who is told of the notification scheme."""

from __future__ import annotations

from jira_linkfake.jira.notification_schemes.model import SCHEME_ID
from jira_linkfake.jira.notification_schemes.refusals import NotificationSchemeUnseen, NotificationsOfProjectUnseen
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import ADMINISTER
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.projects.finding import find_project, may_administer, projects_seen
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, as_long


def is_told(site: Site, caller: Caller) -> bool:
    """Say whether the caller is told of the scheme: administers a project that he sees, which all have it, or Jira."""
    seen = projects_seen(site, caller)
    return holds(site, caller, ADMINISTER) or any(may_administer(site, caller, one) for one in seen)


def require_scheme(site: Site, caller: Caller, scheme_id: str) -> None:
    """Raise `Refused` for another id than that of the one scheme, and for who is not told of it."""
    if as_long(scheme_id) != SCHEME_ID or not is_told(site, caller):
        raise Refused(NotificationSchemeUnseen(scheme_id=scheme_id, caller=caller))


def require_scheme_of_project(site: Site, caller: Caller, id_or_key: str) -> None:
    """Raise `Refused` for who may not administer a project."""
    project = find_project(site, caller, id_or_key)
    if not may_administer(site, caller, project):
        raise Refused(NotificationsOfProjectUnseen(project=project, caller=caller))
