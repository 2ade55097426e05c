"""What data says of filters, boards and sprints, and of the places of issues among them."""

from __future__ import annotations

from typing import Any

from jira_linkfake.data.format import ById
from jira_linkfake.data.said import Loading, Said
from jira_linkfake.data.setup_of_data import Put, next_id, require_free
from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.jira.boards.fields import bring_fields, ranked
from jira_linkfake.jira.boards.finding import is_epic
from jira_linkfake.jira.boards.model import Board
from jira_linkfake.jira.boards.rules import put_board
from jira_linkfake.jira.epics.model import EpicLook
from jira_linkfake.jira.filters.model import Filter, Share
from jira_linkfake.jira.filters.rules import navigable_fields
from jira_linkfake.jira.issues.model import Issue, with_custom
from jira_linkfake.jira.people.model import DEFAULT_USER, Everyone, User
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import require_right
from jira_linkfake.jira.webhooks.model import AdminWebhook
from jira_linkfake.jira.webhooks.rules import WebhookRequest, keep_webhook
from jira_linkfake.testing.naming import the_issue
from jira_linkfake.testing.seeding import (
    filter_name_of_board,
    put_filter,
    put_sprint,
    query_of_board,
    require_one_query,
    require_own_name,
    share_with,
)

__tracebackhide__ = of_the_test


# Filters


def _put_filter(loading: Loading, said: Said) -> None:
    site, owner = loading.site, said.get("owner", DEFAULT_USER)
    require_free(site.filters, "filter", said.get("id"))
    require_own_name(site, owner, said.get("name"))
    ids = iter(said.get("share_ids", []))
    shares, editors = (
        tuple(_share(loading, one, next(ids, None)) for one in said.get(name, []))
        for name in ("shared_with", "editable_by")
    )
    with next_id(site, "filter", said.get("id")):
        made = put_filter(
            site,
            owner=owner,
            shares=shares,
            editors=editors,
            columns=_columns(loading, said),
            favourite_of=tuple(user.account_id for user in said.get("favourite_of", [])),
            **said.of("name", "jql", "description"),
        )
    loading.queries.append(made)


def _share(loading: Loading, sharer: Any, share_id: str | None) -> Share:
    site = loading.site
    with next_id(site, "share", share_id):
        if isinstance(sharer, ById):
            return Share(id=site.new_number("share"), type="project", project_id=sharer.id)
        return share_with(site, sharer)


def _columns(loading: Loading, said: Said) -> tuple[str, ...] | None:
    if "columns" not in said:
        return None
    fit = navigable_fields(loading.site)
    for place, name in enumerate(said.get("columns")):
        with said.about(f"columns[{place}]"):
            if name not in fit and not said.get("unchecked"):
                raise UsageError(f"no list shows a field {name!r}: {nearest(name, fit)}")
    return tuple(said.get("columns"))


def _check_query(loading: Loading, said: Said) -> None:
    """Check a filter's query, once all is there that it may name."""
    one = loading.queries.pop(0)
    with said.about("jql"):
        try:
            require_right(loading.site, one.owner, one.jql, (one.id,))
        except Refused as refused:
            if not said.get("unchecked"):
                raise UsageError(f"it is wrong: {refused}") from refused
            loading.unknown.append(f"what the filter {one.name} finds: {refused}")


def _put_webhook(loading: Loading, said: Said) -> None:
    """Register a webhook, whose query is checked as a filter's is: all is there that it may name."""
    site, user, jql = loading.site, said.get("updated_by", DEFAULT_USER), said.get("jql", "")
    require_free(site.admin_webhooks, "webhook", said.get("id"))
    if jql and not said.get("unchecked"):
        with said.about("jql"):
            try:
                require_right(site, DEFAULT_USER, jql)
            except Refused as refused:
                raise UsageError(f"it is wrong: {refused}") from refused
    names = ("name", "description", "url", "exclude_body", "enabled")
    request = WebhookRequest(
        **{name: said.get(name) for name in names}, jql=jql, events=tuple(said.get("events")), secret=_secret(said)
    )
    with next_id(site, "webhook", said.get("id")):
        made = keep_webhook(site, user, request)
    site.admin_webhooks[made.id] = AdminWebhook(**{**vars(made), **said.of("updated")})


def _secret(said: Said) -> str | None:
    """Return what signs a webhook; one that the data does not tell is another."""
    secret: str | None = said.get("secret")
    return f"secret-of-{said.get('name')}" if secret is None and said.get("has_secret") else secret


# Boards and sprints


def _put_board(loading: Loading, said: Said) -> None:
    site, name, owner = loading.site, said.get("name"), said.get("owner", DEFAULT_USER)
    require_free(site.boards, "board", said.get("id"))
    project, kind = said.get("project"), said.get("type", "scrum")
    filter_id = said.get("former_filter") or _filter_of_board(loading, said, project, owner).id
    board = Board(
        id="",
        name=name,
        type=kind,
        filter_id=filter_id,
        owner=owner,
        project_id=said.get("former_project") if project is None else project.id,
        has_sprints=said.get("sprints", kind == "scrum"),
    )
    with next_id(site, "board", said.get("id")):
        put_board(site, owner, board)


def _filter_of_board(loading: Loading, said: Said, project: Project | None, owner: User) -> Filter:
    site, name, jql = loading.site, said.get("name"), said.get("jql")
    given: Filter | None = said.get("filter")
    require_one_query(name, jql, given)
    if given is not None:
        return given
    query = query_of_board(name, project, jql)
    share = share_with(site, project or Everyone.SIGNED_IN)
    made = put_filter(site, name=filter_name_of_board(site, name, owner), owner=owner, jql=query, shares=(share,))
    if jql is not None:
        loading.queries.append(made)
    return made


def _check_board(loading: Loading, said: Said) -> None:
    if "jql" in said:
        _check_query(loading, said)


def _put_sprint(loading: Loading, said: Said) -> None:
    site = loading.site
    require_free(site.sprints, "sprint", said.get("id"))
    board = said.get("board") or said.get("former_board")
    if board is None:
        raise UsageError(f"the sprint {said.get('name')!r} takes a board")
    if "completed" in said and said.get("state") != "closed":
        raise UsageError(f"the sprint {said.get('name')!r} is not closed, and has no completed")
    bring_fields(site)
    with next_id(site, "sprint", said.get("id")):
        put_sprint(site, said.get("name"), board, **said.of("state", "goal", "start", "end", "completed"))


# Issues


_OF_EPICS = ("epic_name", "epic_color", "epic_done")


def _put_places(loading: Loading, said: Said) -> None:
    """Let an issue be in its sprints, have its rank, and look as epics do."""
    site = loading.site
    if "sprints" in said:
        _put_into_sprints(loading, said)
    if "rank" in said:
        bring_fields(site)
        issue = the_issue(site, said.get("key"))
        site.issues[issue.id] = ranked(site, issue, said.get("rank"))
    of_epics = [name for name in _OF_EPICS if name in said]
    if of_epics:
        issue = the_issue(site, said.get("key"))
        if not is_epic(issue):
            raise UsageError(f"{issue.key} is no epic, which alone has {of_epics[0]}")
        _look(loading, said, issue)


def _put_into_sprints(loading: Loading, said: Said) -> None:
    site, sprints = loading.site, said.get("sprints")
    issue = the_issue(site, said.get("key"))
    open_ones = [str(one) for one in sprints if one.state != "closed"]
    if len(open_ones) > 1:
        raise UsageError(f"{issue.key} is in one sprint that is not closed, not in {' and '.join(open_ones)}")
    held = [one.id for one in sprints]
    site.issues[issue.id] = with_custom(issue, site.software_fields["sprint"], held or None)


def _look(loading: Loading, said: Said, epic: Issue) -> None:
    site = loading.site
    look = EpicLook()
    site.epics[epic.id] = EpicLook(color=said.get("epic_color", look.color), done=said.get("epic_done", look.done))
    if "epic_name" in said:
        bring_fields(site)
        site.issues[epic.id] = with_custom(epic, site.software_fields["epic name"], said.get("epic_name"))


SETUP: tuple[tuple[str, Put], ...] = (
    ("filters", _put_filter),
    ("boards", _put_board),
    ("sprints", _put_sprint),
)
"""What is put on a site before its issues."""

STEPS: tuple[tuple[str, Put], ...] = (
    ("issues", _put_places),
    ("filters", _check_query),
    ("boards", _check_board),
    ("webhooks", _put_webhook),
)
"""What is put on a site, and checked, once its issues are there."""
