"""Making and removing users and groups, and who is in which group."""

from __future__ import annotations

from dataclasses import replace

from jira_linkfake.jira.comments.rules import visibility_of
from jira_linkfake.jira.people.finding import GroupName, find_group, user_with
from jira_linkfake.jira.people.model import DEFAULT_USER, Caller, Group, User, account_id_of, group_id_of
from jira_linkfake.jira.people.refusals import (
    AccountMissing,
    EmailInvalid,
    GroupNameMissing,
    GroupNameTaken,
    MemberAlready,
    NoMember,
    ProductsMissing,
    UserUnremovable,
)
from jira_linkfake.jira.permissions.sight import require_administrator
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.site import Site


def create_user(site: Site, caller: Caller, email: str, *, has_products: bool) -> User:
    """Make a user of an email, or return the one who has it; they are called as their email begins (chosen)."""
    require_administrator(site, caller)
    refusals: list[Refusal] = [] if has_products else [ProductsMissing()]
    local, _, domain = email.strip().partition("@")
    if not (local and domain):
        refusals.append(EmailInvalid(email=email))
    if refusals:
        raise Refused(*refusals)
    there = site.people.by_email.get(email.strip().casefold())
    if there is not None:
        return there
    user = User(
        account_id=account_id_of(site.new_number("user")),
        name=email.strip() if local in site.people.users else local,
        email=email.strip(),
    )
    site.people.add_user(user)
    return user


def remove_user(site: Site, caller: Caller, account_id: str | None) -> None:
    """Remove a user; issues and comments keep their name, but they watch no issue and vote on none (chosen)."""
    require_administrator(site, caller)
    user = _user(site, account_id)
    led = [project.key for project in site.projects.values() if project.lead == user]
    why = f"they lead {led[0]}" if led else "they are there from the start" if user == DEFAULT_USER else ""
    why = "it is themselves who ask for it" if user == caller else why
    if why:
        raise Refused(UserUnremovable(user=user, why=why))
    site.people.remove_user(user)
    site.properties.drop(user)
    site.preferences.pop(user.account_id, None)
    site.viewed.pop(user.account_id, None)
    for users in (site.watchers, site.voters):
        users.forget(user)


def create_group(site: Site, caller: Caller, name: str | None) -> Group:
    """Make a group that nobody is in."""
    require_administrator(site, caller)
    name = (name or "").strip()
    if not name:
        raise Refused(GroupNameMissing())
    if name in site.people.groups:
        raise Refused(GroupNameTaken(group=site.people.groups[name]))
    group = Group(id=group_id_of(site.new_number("group")), name=name)
    site.people.add_group(group, ())
    return group


def remove_group(site: Site, caller: Caller, named: GroupName, swap: GroupName) -> None:
    """Remove a group; comments and worklogs that are for it alone are then for another one, or for nobody."""
    require_administrator(site, caller)
    group = find_group(site, caller, named)
    other = None if swap == GroupName() else find_group(site, caller, swap)
    site.people.remove_group(group)
    if other is not None:
        before, after = visibility_of(group), visibility_of(other)
        for comment in [one for one in site.comments.values() if one.visibility == before]:
            site.comments.put(replace(comment, visibility=after))
        for worklog in [one for one in site.worklogs.values() if one.visibility == before]:
            site.worklogs.put(replace(worklog, visibility=after))


def add_member(site: Site, caller: Caller, named: GroupName, account_id: str | None) -> Group:
    """Make a user a member of a group, and return it."""
    require_administrator(site, caller)
    group, user = find_group(site, caller, named), _user(site, account_id)
    if site.people.is_member(group, user):
        raise Refused(MemberAlready(user=user, group=group))
    site.people.join_group(group, user)
    return group


def remove_member(site: Site, caller: Caller, named: GroupName, account_id: str | None) -> None:
    """Make a user no member of a group any more."""
    require_administrator(site, caller)
    group, user = find_group(site, caller, named), _user(site, account_id)
    if not site.people.is_member(group, user):
        raise Refused(NoMember(user=user, group=group))
    site.people.leave_group(group, user)


def _user(site: Site, account_id: str | None) -> User:
    if not account_id:
        raise Refused(AccountMissing())
    return user_with(site, account_id)
