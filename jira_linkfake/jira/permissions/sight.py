"""Who holds which permission, and who may see an issue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, Everyone, Holder, Role, SecurityLevel, User
from jira_linkfake.jira.permissions.model import ADMINISTER, BROWSE_PROJECTS, USUAL, Grant
from jira_linkfake.jira.permissions.refusals import AdministratorNeeded
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site


def holds(site: Site, caller: Caller, permission: str, project: str | None = None) -> bool:
    """Say whether the caller holds a permission, in a project where it is a project permission."""
    return _allows(site, caller, site.grants.of(permission, project), project)


def kept_for(site: Site, caller: Caller, permission: str, project: str) -> bool:
    """Say whether the caller holds a permission in a project once it is put away no longer."""
    return _allows(site, caller, site.grants.kept(permission, project), project)


def why_held(site: Site, caller: Caller, permission: str, project: str | None = None) -> str:
    """Say, as a part of a sentence, what gives the caller a permission, takes it, or gives it to others alone."""
    grant = site.grants.of(permission, project)
    denied, allowed = list(counting(site, grant.denied, project)), list(counting(site, grant.allowed, project))
    if site.people.is_one_of(caller, denied):
        return f"denied to {_told(one for one in denied if site.people.is_one_of(caller, [one]))}"
    if site.people.is_one_of(caller, allowed):
        return f"given to {_told(one for one in allowed if site.people.is_one_of(caller, [one]))}"
    return f"given to {_told(allowed)} alone" if allowed else "given to nobody"


def _told(holders: Iterable[Holder]) -> str:
    """Return holders as a part of a sentence."""
    return ", ".join(sorted(map(told_holder, holders)))


def told_holder(holder: Holder | Role) -> str:
    """Return a holder of a permission, or a member of a security level, as a part of a sentence."""
    if isinstance(holder, Everyone):
        return holder.value
    return holder.name if isinstance(holder, User) else f"the {holder}"


def holds_for(site: Site, caller: Caller, project: str, author: Caller, *, own: str, everybody: str) -> bool:
    """Say whether the caller holds a permission for what an author made: for everybody's, or for their own."""
    if holds(site, caller, everybody, project):
        return True
    return caller is not None and caller == author and holds(site, caller, own, project)


def require_administrator(site: Site, caller: Caller) -> None:
    """Raise `Refused` where the caller does not hold Administer Jira."""
    if not holds(site, caller, ADMINISTER):
        raise Refused(AdministratorNeeded(caller=caller))


def _allows(site: Site, caller: Caller, grant: Grant, project: str | None) -> bool:
    if grant is USUAL:  # as of nearly every permission
        return caller is not None
    if grant.denied and site.people.is_one_of(caller, counting(site, grant.denied, project)):
        return False
    return site.people.is_one_of(caller, counting(site, grant.allowed, project))


def counting(site: Site, holders: Iterable[Holder | Role], project: str | None) -> Iterator[Holder]:
    """Yield the holders that count in a project: a role as the project has it, if it does."""
    for holder in holders:
        counts = site.people.roles.get((project or "", holder.name)) if isinstance(holder, Role) else holder
        if counts is not None:
            yield counts


def holds_anywhere(site: Site, caller: Caller, permission: str) -> bool:
    """Say whether the caller holds a permission in any project that there is or could be."""
    return any(holds(site, caller, permission, project) for project in (None, *site.projects))


def why_hidden(site: Site, caller: Caller, issue: Issue) -> SecurityLevel | str | None:
    """Say, as a part of a sentence, what hides an issue from the caller; None where the caller sees it."""
    return _hiding(site, caller, issue, browses=holds(site, caller, BROWSE_PROJECTS, issue.project))


def _hiding(site: Site, caller: Caller, issue: Issue, *, browses: bool) -> SecurityLevel | str | None:
    if not browses:
        return lack_of_browse(issue.project)
    level = issue.security_level
    if level is not None and not site.people.is_in_level(caller, level):
        return level
    return None


def lack_of_browse(project: str) -> str:
    """Say, as a part of a sentence, what hides a project from those who may not browse it."""
    return f"no Browse projects in {project}"


def may_see(site: Site, caller: Caller, issue: Issue) -> bool:
    """Say whether the caller may see an issue."""
    return why_hidden(site, caller, issue) is None


def could_see(site: Site, caller: Caller, issue: Issue) -> bool:
    """Say whether the caller may see an issue that is there or was: one of a removed project if he could see it then.

    And nothing that was said of every project since must forbid it; what is said of another project of its key is not
    about it.
    """
    grants = site.grants.of_removed(issue.project)
    if grants is None:
        return may_see(site, caller, issue)
    browses = all(_allows(site, caller, grant, issue.project) for grant in grants)
    return _hiding(site, caller, issue, browses=browses) is None


def sight(site: Site, caller: Caller) -> Callable[[Issue], bool]:
    """Return a function that says whether the caller may see an issue; it asks only once for each project."""
    browses: dict[str, bool] = {}  # not `functools.cache`, which takes longer to make than a question to answer

    def sees(issue: Issue) -> bool:
        project = issue.project
        if project not in browses:
            browses[project] = holds(site, caller, BROWSE_PROJECTS, project)
        return _hiding(site, caller, issue, browses=browses[project]) is None

    return sees


def is_for(site: Site, caller: Caller, project: str, visibility: Visibility | None) -> bool:
    """Say whether what is restricted in this way, in a project, is for the caller too; a removed group has nobody."""
    if visibility is None:
        return True
    if visibility.type == "group":
        group = site.people.groups_by_id.get(visibility.identifier)
        return group is not None and site.people.is_one_of(caller, [group])
    return site.people.has_role(caller, project, visibility.value)
