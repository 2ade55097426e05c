"""What data says of issues, and of what they have: links, comments, work, files, history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from mimetypes import guess_type
from typing import Any

from jira_linkfake.data.said import Loading, Said
from jira_linkfake.data.setup_of_data import Put, next_id, require_free, require_said
from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.jira.archiving.model import Archival
from jira_linkfake.jira.attachments.rules import File, put_attachments
from jira_linkfake.jira.comments.model import Comment, Visibility
from jira_linkfake.jira.history.model import HistoryEntry, LinkChange
from jira_linkfake.jira.issue_links.rules import put_link
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.rich_text import text_of, wrong_with
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.workflow.model import DEFAULT_PRIORITY, DEFAULT_STATUS, FRESH_ISSUE_TYPES
from jira_linkfake.jira.worklogs.model import DeletedWorklog, Worklog
from jira_linkfake.jira.worklogs.rules import Adjustment, WorklogRequest, put_worklog
from jira_linkfake.testing.naming import Sentence, the_issue, the_link_type
from jira_linkfake.testing.seeding import restricted_to

__tracebackhide__ = of_the_test

_OF_ADD_ISSUE = (
    *("summary", "type", "status", "priority", "labels", "security_level", "visible_to"),
    *("fix_versions", "affects_versions", "components", "archived", "created", "updated", "fields"),
)
_EXACT = ("creator", "assignee", "reporter", "due", "original_estimate", "remaining_estimate", "category_changed")


def _put_issue(loading: Loading, said: Said) -> None:
    site, key = loading.site, said.get("key")
    if said.get("removed"):
        return
    require_free(site.issues, "issue", said.get("id"))
    with next_id(site, "issue", said.get("id")):
        issue = loading.add_issue(key, **said.of(*_OF_ADD_ISSUE))
    values = said.of(*_EXACT)
    for name in ("description", "environment"):
        if name in said:
            with said.about(name):
                values |= _rich(name, said.get(name), f"the {name} of {key}")
    if "resolution" in said:
        resolution = said.get("resolution")
        values |= {"resolution": resolution, "resolved": None if resolution is None else issue.updated}
    site.issues[issue.id] = replace(issue, **(values | said.of("resolved")))
    if "archived_at" in said:
        site.issues.archivals[issue.id] = Archival(by=said.get("archived_by"), at=said.get("archived_at"))
    for old in said.get("old_keys", []):
        require_free(site.issues.ids, "issue", old)
        site.issues.ids[old] = issue.id
    loading.issue_keys.append(key)


def _rich(name: str, value: Any, what: str) -> dict[str, Any]:
    """Return what an issue has of a rich text, as it was said: the text of a document with it."""
    if not isinstance(value, Mapping):
        return {name: value, f"{name}_document": None}
    wrong = wrong_with(value)
    if wrong is not None:
        raise UsageError(f"{what} is neither a text nor an Atlassian document: it {wrong}")
    return {name: text_of(value) or None, f"{name}_document": value}


def _put_removed_issue(loading: Loading, said: Said) -> None:
    if not said.get("removed"):
        return
    require_said(said, "id")
    site, key = loading.site, said.get("key")
    issue = Issue(
        id=said.get("id"),
        key=key,
        project=said.get("was_in", key.rpartition("-")[0]),
        summary=said.get("summary", ""),
        type=FRESH_ISSUE_TYPES[2],
        status=DEFAULT_STATUS,
        priority=DEFAULT_PRIORITY,
        security_level=said.get("security_level"),
        created=said.get("created", site.clock.now),
        updated=said.get("updated", site.clock.now),
    )
    site.issues.removed[issue.id] = issue


def _put_parent(loading: Loading, said: Said) -> None:
    if said.get("removed") or said.get("parent") is None:
        return
    site = loading.site
    issue = the_issue(site, said.get("key"))
    child = replace(issue, parent_id=said.get("parent").id)
    site.issues.index.put(child, issue)
    site.issues[issue.id] = child


def _put_link(loading: Loading, said: Said) -> None:
    site, link_type = loading.site, said.get("type")
    require_free(site.links.rows, "link", said.get("id"))
    with said.about("link"):
        sentence = Sentence.of(site, *_words(said.get("link")), link_type)
        source, destination = sentence.ends
        if site.links.id_of((sentence.type.id, source.id, destination.id)) is not None:
            raise UsageError(f"the link is there already: {sentence}")
    with next_id(site, "link", said.get("id")):
        made = put_link(site, DEFAULT_USER, sentence.type, source, destination)
    loading.sentences.append(str(made.link))


def _words(sentence: str) -> tuple[str, str, str]:
    """Return the two issues of a link and the phrase between them."""
    words = sentence.split(maxsplit=1)
    rest = words[-1].rsplit(maxsplit=1) if words else []
    if len(words) < 2 or len(rest) < 2:
        raise UsageError(f"{sentence!r} is no link: it takes a sentence such as 'PROJ-1 blocks PROJ-2'")
    return words[0], rest[0], rest[1]


def _visibility(loading: Loading, said: Said, issue: Issue) -> Visibility | None:
    if "visibility" in said:
        with said.about("visibility"):
            raw = said.get("visibility")
            if not isinstance(raw, Mapping) or raw.keys() != Visibility._fields.keys():
                raise UsageError(f"{raw!r} will not do: it takes an object with {', '.join(Visibility._fields)}")
            return Visibility(**raw)
    holder = said.get("visible_to")
    return None if holder is None else restricted_to(loading.site, issue, holder)


def _times(loading: Loading, said: Said) -> dict[str, Any]:
    """Return when something was made and changed last: now, unless it is said."""
    created = said.get("created") or loading.site.clock.tick()
    return {"created": created, "updated": said.get("updated", created)}


def _people(said: Said) -> dict[str, Any]:
    """Return who made something and who changed it last: the admin, unless it is said."""
    author = _author(said)
    return {"author": author, "update_author": said.get("update_author") if "update_author" in said else author}


def _put_comment(loading: Loading, said: Said) -> None:
    from jira_linkfake.jira.watchers.rules import autowatch  # once somebody comments

    site, issue, body = loading.site, said.get("issue"), said.get("body")
    require_free(site.comments, "comment", said.get("id"))
    with said.about("body"):
        rich = _rich("body", body, f"the comment on {issue.key}")
    with next_id(site, "comment", said.get("id")):
        comment = Comment(
            id=site.new_id("comment"),
            issue_id=issue.id,
            body=rich["body"] or "",
            document=rich["body_document"],
            visibility=_visibility(loading, said, issue),
            **_people(said),
            **_times(loading, said),
        )
    site.comments.put(comment)
    site.issues.touch(issue.id, site.clock.now)
    autowatch(site, comment.author, issue)


def _put_attachment(loading: Loading, said: Said) -> None:
    site, filename = loading.site, said.get("filename")
    require_free(site.attachments, "attachment", said.get("id"))
    file = File(
        filename=filename,
        mime_type=said.get("mime_type") or guess_type(filename)[0] or "application/octet-stream",
        content=said.get("content_base64", _encoded(said)),
    )
    with next_id(site, "attachment", said.get("id")):
        made = put_attachments(site, _author(said), said.get("issue"), [file])[0]
    site.attachments.put(replace(made, **said.of("created")))


def _encoded(said: Said) -> bytes:
    with said.about("content"):
        try:
            return bytes(said.get("content", "").encode())
        except UnicodeEncodeError as error:
            raise UsageError(f"UTF-8 has no {error.object[error.start]!r}: write content_base64") from None


def _put_worklog(loading: Loading, said: Said) -> None:
    site, issue = loading.site, said.get("issue")
    require_free(site.worklogs, "worklog", said.get("id"))
    with said.about("comment"):
        rich = _rich("comment", said.get("comment"), f"the worklog on {issue.key}")
    request = WorklogRequest(
        time=said.get("time_spent"),
        comment=rich["comment"],
        document=rich["comment_document"],
        started=said.get("started"),
        properties=said.get("properties", {}),
    )
    visibility = _visibility(loading, said, issue)
    if "removed" in said:
        require_said(said, "id", "started", "created", "updated")
        made = _worklog(said, issue, request, visibility)
        site.worklogs.deleted.append(DeletedWorklog(worklog=made, time=said.get("removed")))
        return
    remaining = Adjustment().applied(issue.remaining_estimate, said.get("time_spent"))
    with next_id(site, "worklog", said.get("id")):
        made = put_worklog(site, _author(said), issue, request, visibility, remaining)
    times = _times(loading, said) if "created" in said else {}
    site.worklogs.put(replace(made, **times, **said.of("update_author"), document=rich["comment_document"]))


def _worklog(said: Said, issue: Issue, request: WorklogRequest, visibility: Visibility | None) -> Worklog:
    """Return a worklog that is gone."""
    return Worklog(
        id=said.get("id"),
        issue_id=issue.id,
        comment=request.comment,
        document=request.document,
        started=said.get("started"),
        seconds=said.get("time_spent"),
        visibility=visibility,
        **_people(said),
        **said.of("created", "updated"),
    )


def _put_remote_link(loading: Loading, said: Said) -> None:
    site, number = loading.site, said.get("id")
    if number is not None and site.remote_links.get(int(number)) is not None:
        raise UsageError(f"the remote link of the id {number} is there already")
    with next_id(site, "remote link", number):
        loading.add_remote_link(
            said.get("issue"),
            said.get("url"),
            **said.of("title", "summary", "relationship", "global_id", "application", "icon", "status"),
        )


_BEARERS = ("issue", "comment", "worklog", "project", "user", "issue_type")


def _put_property(loading: Loading, said: Said) -> None:
    bearers = [name for name in _BEARERS if name in said]
    if len(bearers) != 1:
        raise UsageError(f"a property is of one thing: it takes one of {', '.join(_BEARERS)}")
    loading.add_property(said.get(bearers[0]), said.get("key"), said.get("value"))


def _put_indexed(loading: Loading, said: Said) -> None:
    loading.add_indexed_property(said.get("key"), said.get("path"), **said.of("type"))


def _put_view(loading: Loading, said: Said) -> None:
    user, project = said.get("user"), said.get("project")
    viewed = loading.site.viewed.setdefault(user.account_id, {})
    viewed.pop(project.id, None)
    viewed[project.id] = None


def _put_task(loading: Loading, said: Said) -> None:
    site = loading.site
    require_free(site.tasks, "task", said.get("id"))
    with next_id(site, "task", said.get("id")):
        made = loading.add_task(said.get("description"), **said.of("status", "progress", "result"))
    values = {name: getattr(made, name) for name in Task._fields} | said.of("submitted", "submitted_by")
    site.tasks[made.id] = Task(**values)


def _finish_issue(loading: Loading, said: Said) -> None:
    """Let what comments and work have changed of an issue be what is said of it."""
    if said.get("removed"):
        return
    site = loading.site
    issue = the_issue(site, said.get("key"))
    last = {"updated": max(issue.updated, issue.created)} | said.of("updated", "remaining_estimate")
    site.issues[issue.id] = replace(issue, **last)
    for name, users in (("watchers", site.watchers), ("voters", site.voters)):
        if name in said:
            users.pop(issue.id, None)
            users.add(issue.id, *said.get(name))


def _put_history(loading: Loading, said: Said) -> None:
    site = loading.site
    common = {
        "id": int(said.get("id") or site.new_number("history entry")),
        "author": _author(said),
        "created": said.get("created") or site.clock.now,
    }
    if "changes" in said:
        changes = tuple(said.get("changes"))
        if "issue" not in said:
            raise UsageError("it takes the issue that was changed")
        loading.history.append((said.get("issue").id, HistoryEntry(changes=changes, **common)))
        return
    made = "linked" in said
    if made == ("unlinked" in said):
        raise UsageError("it takes one of changes, linked and unlinked")
    attribute = "linked" if made else "unlinked"
    with said.about(attribute):
        change = _link_change(loading, said, _words(said.get(attribute)), common, made=made)
    for issue_id in (change.source_id, change.destination_id):
        loading.history.append((issue_id, change))


def _link_change(
    loading: Loading, said: Said, words: tuple[str, str, str], common: Mapping[str, Any], *, made: bool
) -> LinkChange:
    site, (first, phrase, second) = loading.site, words
    raw = said.get("type")
    if isinstance(raw, str) and raw not in site.link_types:
        raise UsageError(f"there is no link type of the id {raw!r} on the site: {nearest(raw, site.link_types)}")
    link_type = raw if isinstance(raw, LinkType) else site.link_types[raw] if raw else the_link_type(site, phrase)
    ids = [(said.get(name) or the_issue(site, key)).id for name, key in (("source", first), ("destination", second))]
    ends = list(zip(ids, (first, second), strict=True))
    if phrase != link_type.outward:
        ends.reverse()
    (source_id, source_key), (destination_id, destination_key) = ends
    return LinkChange(
        made=made,
        type=link_type,
        source_id=source_id,
        source_key=source_key,
        destination_id=destination_id,
        destination_key=destination_key,
        **common,
    )


def _author(said: Said) -> Any:
    return said.get("author") if "author" in said else DEFAULT_USER


STEPS: tuple[tuple[str, Put], ...] = (
    ("issues", _put_issue),
    ("issues", _put_removed_issue),
    ("issues", _put_parent),
    ("links", _put_link),
    ("comments", _put_comment),
    ("attachments", _put_attachment),
    ("worklogs", _put_worklog),
    ("remote_links", _put_remote_link),
    ("properties", _put_property),
    ("indexed_properties", _put_indexed),
    ("viewed_projects", _put_view),
    ("tasks", _put_task),
    ("issues", _finish_issue),
    ("history", _put_history),
)
"""What is put on a site behind its setup, in the order in which one thing may name another."""
