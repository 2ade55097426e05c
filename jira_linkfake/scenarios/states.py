"""Situations of a site that a happy test does not expect: what is in it, and what Jira rightly does all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jira_linkfake.errors import UsageError
from jira_linkfake.jira.issue_links.rules import drop_link
from jira_linkfake.jira.link_types.finding import link_types_named
from jira_linkfake.jira.people.model import ANYONE
from jira_linkfake.jira.permissions.model import ADD_COMMENTS, ADMINISTER, BROWSE_PROJECTS, LINK_ISSUES
from jira_linkfake.scenarios.scenario import AimValues, fault, scenario

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jira_linkfake.scenarios.scenario import Jira


@scenario
def linking_disabled(jira: Jira) -> None:
    """Switch issue linking off for the site.

    Every link resource answers 404 `Issue linking is currently disabled.`, and issues come without `issuelinks`.

    Code that takes this 404 for an issue that is missing.
    """
    jira.linking_enabled = False


@scenario
def no_link_permission(jira: Jira) -> None:
    """Take the permission Link issues from everybody, in every project.

    Creating and deleting links answers 404 in the reference and 401 on real sites.

    The 401 that is no login (pycontribs/jira issue 1296), which clients report as wrong credentials.
    """
    jira.deny(LINK_ISSUES)


@scenario
def issue_hidden_by_project(jira: Jira, key: str = "HIDDEN-1") -> None:
    """Add the issue HIDDEN-1, whose project nobody may browse.

    Whatever names it answers 404, as for an issue that does not exist.

    Code that reports "was deleted", or makes the issue anew.
    """
    issue = jira.add_issue(key)
    jira.deny(BROWSE_PROJECTS, project=issue.project)


@scenario
def issue_hidden_by_level(jira: Jira, key: str = "HIDDEN-1") -> None:
    """Add the issue HIDDEN-1, whose security level has no members, in a project that everybody may browse.

    Whatever names it answers 404, as for an issue that does not exist.

    Code that reports "was deleted", or makes the issue anew.
    """
    jira.add_issue(key, visible_to=[])


@scenario
def link_limit_reached(jira: Jira) -> None:
    """Let no issue have a further link.

    Creating a link that is not there yet answers 413.

    Migrations that gather thousands of issues under one, and never handled the 413.
    """
    jira.link_limit = 0


@scenario
def anonymous_access(jira: Jira) -> None:
    """Let anyone browse, link and comment without signing in, as on a public site.

    Requests without credentials are carried out, by the anonymous caller.

    Code whose credentials were never sent goes unnoticed on such a site.
    """
    for permission in (BROWSE_PROJECTS, LINK_ISSUES, ADD_COMMENTS):
        jira.allow_only(permission, ANYONE)


@scenario
def link_type_missing(jira: Jira, name: str = "Blocks") -> None:
    """Take a type of links, Blocks unless another is named, and its links off the site.

    A link of that type answers 404 `No issue link type with name 'Blocks' found.`, and is not made.

    Code that has a type's name written down, or a phrase in its place: every site has its own types, and
    mcp-atlassian's `Relates to` is no default (ankitpokhrel/jira-cli pull request 89).
    """
    _require_name(name)
    with jira.site.lock:
        for link_type in link_types_named(jira.site, name):
            for link in [link for link in jira.site.links.all() if link.type.id == link_type.id]:
                drop_link(jira.site, link)
            del jira.site.link_types[link_type.id]


@scenario
def link_type_ambiguous(jira: Jira, name: str = "Blocks") -> None:
    """Add a second type of links with a name that is taken, Blocks unless another is given.

    Creating a link by that name answers 404; by the type's id it is made.

    Imports that bring a project's types along with it.
    """
    _require_name(name)
    jira.add_link_type(name, inward=f"{name} (imported, inward)", outward=f"{name} (imported, outward)")


def _require_name(name: object) -> None:
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"name={name!r} will not do: it takes the name of a type of links")


@scenario
def issue_archived(jira: Jira, key: str = "ARCHIVED-1") -> None:
    """Add the issue ARCHIVED-1, which is archived.

    It can be read, and a link from it or to it answers 400.

    Migrations that stop in the middle at an issue nobody has looked at for years.
    """
    jira.add_issue(key, archived=True)


@scenario
def no_comment_permission(jira: Jira) -> None:
    """Take the permission Add comments from everybody, in every project.

    A link that comes with a comment answers 400, and is not made; without one it is.

    Code that makes the comment a part of the link and loses both.
    """
    jira.deny(ADD_COMMENTS)


@scenario
def link_hidden(jira: Jira, issue: str = "SEEN-1", other: str = "HIDDEN-1") -> None:
    """Add the issue SEEN-1, which blocks HIDDEN-1, whose security level has no members.

    The issue shows no link, and the link's id answers 404 as one that does not exist, to delete it too.

    Code that counts links, or that removes those that it has made with another account.
    """
    jira.add_issue(issue)
    jira.add_issue(other, visible_to=[])
    jira.add_link(issue, "blocks", other)


@scenario
def not_administrator(jira: Jira) -> None:
    """Take the permission Administer Jira from everybody.

    Creating, changing and deleting types of links answers 404 in the reference and 403 on real sites.

    Code that makes the type of links it needs, with an account that is no administrator's.
    """
    jira.deny(ADMINISTER)


@scenario
def already_linked(jira: Jira, issue: str = "LINKED-1", other: str = "LINKED-2") -> None:
    """Add the issues LINKED-1 and LINKED-2, of which the first blocks the other already.

    Making the link again answers 201 as the first time, and makes none.

    Code that counts the links it made by the 201s, or adds the comment of each run.
    """
    _add(jira, issue, other)
    jira.add_link(issue, "blocks", other)


@scenario
def linked_twice(jira: Jira, issue: str = "TWICE-1", other: str = "TWICE-2") -> None:
    """Add the issues TWICE-1 and TWICE-2, of which the first blocks the other and relates to it as well.

    Each issue shows two links to the other one.

    Code that looks for "the" link between two issues removes the wrong one (ankitpokhrel/jira-cli).
    """
    _add(jira, issue, other)
    jira.add_link(issue, "blocks", other)
    jira.add_link(issue, "relates to", other)


@scenario
def moved_issue(jira: Jira, key: str = "OLD-1", now: str = "NEW-1") -> None:
    """Add an issue that was OLD-1 once and has moved to another project, where it is NEW-1.

    Both keys lead to it, and every answer has the new one.

    Code that compares the key that it sent with the one that comes back, and links what is linked already.
    """
    jira.add_issue(key)
    jira.move_issue(key, now)


@fault
def shuffled_links(jira: Jira, *, seed: int = 0, **aim: Unpack[AimValues]) -> None:
    """Let an issue's links come in another order each time, decided by the `seed`.

    `issuelinks` has the same links, whichever comes first. What order Cloud keeps is not documented.

    Code that takes the first link for the oldest, or the one it has just made for the last.
    """


@fault
def other_language(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Let errors and names come in the language of an account that is set to German.

    Status and shape are the same, `errorMessages` are not: some come in German, in words of ours, and others not. The
    names of a fresh site's types of issues, statuses and priorities do, with the English one as `untranslatedName`.

    Code that looks for words in an error, or for a status by its name. Some messages of Cloud are in the account's
    language (lesstif/php-jira-rest-client issue 562), and so are these names (ICTU/quality-time issue 13005).
    """


@fault
def search_lag(jira: Jira, *, polls: int = 2, vanishes: bool = False, **aim: Unpack[AimValues]) -> None:
    """Let search know of an issue, a change or a link that a request has made only once it was asked `polls` times.

    `search/jql` and the count are behind; the issue itself shows all of it at once, and so does a
    search whose `reconcileIssues` has its id. What was seeded is found at once too. With `vanishes=True` what was found
    once is gone again for the next search.

    Code that looks with JQL for what it just made, finds nothing, and makes it again or gives up: search is eventually
    consistent on Cloud (port-labs/ocean pull request 2765, release-engineering/Sync2Jira pull request 448; the live
    suite of MrRefactoring/jira.js polls).
    """


def _add(jira: Jira, *keys: str) -> None:
    """Add the issues that are not there yet."""
    for key in keys:
        if not isinstance(key, str) or jira.site.issues.with_key(key) is None:
            jira.add_issue(key)
