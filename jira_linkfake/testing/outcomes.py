"""What a test asserts besides a single link: comments, issues, webhooks, requests, and all links at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from jira_linkfake.errors import UsageError, nearest, of_the_test, paragraph
from jira_linkfake.faults.fault import Aim
from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import DEFAULT_USER, Everyone, Group, ProjectRole, User
from jira_linkfake.rest.journal import Exchange
from jira_linkfake.rest.operations import is_at
from jira_linkfake.testing.assertions import Assertions, links_section, listed
from jira_linkfake.testing.naming import IssueName, Sentence, links_there, the_issue, the_user
from jira_linkfake.testing.seeding import restricted_to

if TYPE_CHECKING:
    from types import EllipsisType

    from jira_linkfake.jira.issue_links.model import IssueLink
    from jira_linkfake.jira.notifications.model import Notification
    from jira_linkfake.jira.webhooks.model import Webhook

__tracebackhide__ = of_the_test

_OF_NO_ISSUE = ("attachment_", "jira:version_")
"""How the events begin whose webhooks do not say of which issue they are."""


class Outcomes(Assertions):
    """The assertions of a `FakeJira` about comments, issues, webhooks, requests, and all links at once."""

    def assert_commented(
        self,
        issue: IssueName,
        text: str | re.Pattern[str],
        by: User | str | None = None,
        visible_to: Group | ProjectRole | Everyone | str | None = None,
    ) -> None:
        """Assert that a comment says so: `assert_commented("A-1", "Not yet", by="alice", visible_to="devs")`.

        `text` stands somewhere in the comment, or is a pattern that is found there. `visible_to` is the group or role
        that the comment is restricted to, or `ANYONE` for one that is not restricted. Raises `AssertionError` with
        the issue's comments, near misses and the refused requests; `UsageError` for what the site does not have.
        """
        with self.site.lock:
            stored = the_issue(self.site, issue)
            wanted = _Wanted(self, stored, text, by, visible_to)
            comments = self.site.comments.of(stored)
            if not any(wanted.misses(comment) == [] for comment in comments):
                raise AssertionError(paragraph(self._not_commented(stored, wanted, comments)))

    def _not_commented(self, issue: Issue, wanted: _Wanted, comments: Sequence[Comment]) -> Iterator[str]:
        yield f"{issue.key} has no comment {wanted}."
        misses = list(self._nearly_commented(issue, wanted, comments))
        yield from misses or self._never_asked("a comment", _may_comment)
        yield f"Comments on {issue.key}:"
        yield from listed(comments, told_comment)
        yield from self._what_became_of_requests()

    def _nearly_commented(self, issue: Issue, wanted: _Wanted, comments: Sequence[Comment]) -> Iterator[str]:
        for comment in comments:
            misses = wanted.misses(comment)
            if wanted.is_said_by(comment):
                yield f"One says so, but {' and '.join(misses)}."
        for other in self.site.issues.values():
            elsewhere = self.site.comments.of(other) if other.id != issue.id else []
            why = self._why_it_is_on(other)
            yield from (f"There is one on {other.key}.{why}" for one in elsewhere if wanted.is_said_by(one))
        for exchange in self.exchanges:
            if f"removed a comment from {issue.key}" in exchange.changes:
                yield f"One was removed: {exchange}"

    def _why_it_is_on(self, issue: Issue) -> str:
        came_with_a_link = any(one.rule == "linkIssues" and issue.key in one.commented_on for one in self.exchanges)
        return " A link's comment is the source's, the inwardIssue." if came_with_a_link else ""

    def assert_issue(
        self,
        issue: IssueName,
        *,
        status: object = ...,
        summary: str | EllipsisType = ...,
        labels: Iterable[str] | EllipsisType = ...,
        assignee: object = ...,
        **fields: object,
    ) -> None:
        """Assert values of an issue's fields: `assert_issue("A-1", status="Done", labels=["crash"], assignee="alice")`.

        Fields go by Jira's names, and `type` for `issuetype`; their values by name or key, or as Jira's JSON of
        version 2 has them. Labels, and other lists, come in any order. Raises `AssertionError` with a difference for
        each field, and the requests that changed the issue; `UsageError` for an issue or a field that there is not.
        """
        named = {"status": status, "summary": summary, "labels": labels, "assignee": assignee}
        wanted = {name: value for name, value in named.items() if value is not ...} | fields
        with self.site.lock:
            stored = the_issue(self.site, issue)
            values = {name: (value, self._value_of(stored, name)) for name, value in wanted.items()}
            differences = [
                f"{name} is {_shown(actual)}, not {_shown(value)}"
                for name, (value, actual) in values.items()
                if not _same(value, actual)
            ]
            if differences:
                lines = [f"{stored} is not as asserted.", *(f"  {one}" for one in differences)]
                touching = [one for one in self.exchanges if _changed(one, stored.key)]
                lines += ["Requests that changed it:", *listed(touching)]
                raise AssertionError(paragraph([*lines, *self._what_became_of_requests()]))

    def _value_of(self, issue: Issue, name: str) -> object:
        from jira_linkfake.jira.fields.registry import FIELDS_BY_ID, field_of  # with all fields, once one is named
        from jira_linkfake.jira.reader import Reader

        field_id = {"type": "issuetype", "security_level": "security", "due": "duedate"}.get(name, name)
        custom = {field.name: field.id for field in self.site.fields.values()}
        field = field_of(self.site, custom.get(field_id, field_id))
        if field.custom_id is not None:
            return issue.custom_fields.get(field.id)
        if field.id not in FIELDS_BY_ID or field.id == "issuekey":
            raise UsageError(f"issues have no field {name!r}: {nearest(name, [*FIELDS_BY_ID, *custom])}")
        reader = Reader(site=self.site, caller=DEFAULT_USER, version=2, base=self.site.options.base_url)
        return field.as_json(reader, issue)

    def assert_webhook_sent(self, event: str, issue: IssueName | None = None) -> None:
        """Assert that a webhook was sent: `assert_webhook_sent("issuelink_created", "A-1")`.

        A link's are about both its issues. Raises `AssertionError` with those that were sent, near misses and the
        refused requests; `UsageError` for an event or an issue that there is not, and for an issue with an event that
        does not say of which issue it is.
        """
        of_event = self.webhooks.of(event)
        if issue is not None and event.startswith(_OF_NO_ISSUE):
            raise UsageError(f"a webhook {event} does not say of which issue it is: leave the issue out")
        about = None if issue is None else self._id_ever(issue)
        if (about is None and of_event) or any(about in _issue_ids(webhook) for webhook in of_event):
            return
        what = event if issue is None else f"{event} about {_key_of(issue)}"
        lines = [f"No webhook {what} was sent."]
        lines += [f"There is one about {' and '.join(self._keys_in(webhook))}." for webhook in of_event]
        lines += ["Webhooks:", *listed(self.webhooks, self._told_webhook)]
        raise AssertionError(paragraph([*lines, *self._what_became_of_requests()]))

    def assert_notified(self, issue: IssueName, user: User | str | None = None) -> None:
        """Assert that mail about an issue was sent, to a user if you name one: `assert_notified("A-1", "alice")`.

        Raises `AssertionError` with the mail that was sent and the refused requests; `UsageError` for an issue or a
        user that there is not.
        """
        about, to = self._id_ever(issue), None
        if user is not None:
            with self.site.lock:
                to = the_user(self.site, user)
        sent = self.notifications
        if any(one.issue_id == about and to in (None, *one.recipients) for one in sent):
            return
        whom = "" if to is None else f" to {to}"
        lines = [f"No mail about {_key_of(issue)} was sent{whom}."]
        lines += ["Mail:", *listed(sent, self._told_mail)]
        raise AssertionError(paragraph([*lines, *self._what_became_of_requests()]))

    def _told_mail(self, mail: Notification) -> str:
        with self.site.lock:
            return f"{self.site.issues.ever(mail.issue_id).key}: {mail}"

    def _id_ever(self, issue: IssueName) -> str:
        """Return the id of an issue that is there or was."""
        with self.site.lock:
            key = _key_of(issue)
            gone = [one.id for one in self.site.issues.removed.values() if key in (one.key, one.id)]
            return gone[0] if gone else the_issue(self.site, issue).id

    def _keys_in(self, webhook: Webhook) -> list[str]:
        with self.site.lock:
            return [self.site.issues.ever(issue_id).key for issue_id in _issue_ids(webhook)]

    def _told_webhook(self, webhook: Webhook) -> str:
        return " ".join([webhook.event, *self._keys_in(webhook)])

    def assert_requested(self, method: str, path: str, times: int | None = None) -> None:
        """Assert that the code under test has sent a request: `assert_requested("POST", "issueLink", times=1)`.

        The path is Jira's, below `/rest/api/{version}/` or from the site's address, as `/rest/agile/1.0/sprint`, and
        without a query. `times` is how often, None at least once. Raises `AssertionError` with what was requested;
        `UsageError` for a method or path that Jira does not have.
        """
        Aim(method=method, path=path)
        there = [one for one in self.exchanges if is_at(_below_prefix(one.path), path)]
        found = [one for one in there if one.method == method]
        if len(found) == times or (times is None and found):
            return
        often = _times(len(found)) if found else "never"
        lines = [f"{method} {path} was requested {often}{'' if times is None else f', not {_times(times)}'}."]
        if not found and there:
            lines.append(f"There the code asked for {', '.join(sorted({one.method for one in there}))} alone.")
        lines += ["Requests:", *listed(found or self.exchanges, self._told)]
        raise AssertionError(paragraph([*lines, *self._whereabouts()]))

    def assert_links(self, sentences: Iterable[str]) -> None:
        """Assert that the site has exactly these links: `assert_links(["A-1 blocks A-2", "A-3 clones A-1"])`.

        Seeded links count too. A sentence may use either phrase of its type. Raises `AssertionError` with the links
        that are missing and those that are too many; `UsageError` for what is no sentence about the site.
        """
        if isinstance(sentences, str):
            raise UsageError(f"{sentences!r} is one sentence: it takes several, in a list")
        with self.site.lock:
            wanted = [self._sentence(one) for one in sentences]
            links = links_there(self.site)
            missing, too_many = _compared(wanted, links)
            if not missing and not too_many:
                return
            lines = ["The links are not those that were asserted."]
            lines += ["Missing:", *listed(missing)] if missing else []
            misses = [miss for one in missing for miss in self._near_misses(one)]
            lines += misses
            lines += ["Too many:", *listed(too_many, self._with_origin)] if too_many else []
            lines += links_section([str(link) for link in links])
            raise AssertionError(paragraph([*lines, *self._what_became_of_requests()]))

    def _sentence(self, text: str) -> Sentence:
        first, _, rest = text.strip().partition(" ")
        phrase, _, last = rest.rpartition(" ")
        if not phrase:
            raise UsageError(f"{text!r} is no sentence about a link: it takes an issue, a phrase and an issue")
        return Sentence.of(self.site, first, phrase.strip(), last)


def _compared(wanted: Sequence[Sentence], links: Sequence[IssueLink]) -> tuple[list[Sentence], list[IssueLink]]:
    """Return the sentences that no link is left for, and the links that no sentence says.

    Two sentences of one link say it once. Where a type reads alike both ways, each sentence says one link.
    """
    once = {(one.type.id, *(issue.id for issue in one.ends)): one for one in wanted}
    missing, left = [], list(links)
    for one in once.values():
        found = next(one.among(left), None)
        if found is None:
            missing.append(one)
        else:
            left.remove(found)
    return missing, left


class _Wanted:
    """A comment as a test asserts it."""

    def __init__(
        self,
        jira: Outcomes,
        issue: Issue,
        text: str | re.Pattern[str],
        by: User | str | None,
        visible_to: Group | ProjectRole | Everyone | str | None,
    ) -> None:
        self._text = text
        self._by = None if by is None else the_user(jira.site, by)
        self._everyone = visible_to is Everyone.ANYONE
        self._readers = None
        if not (visible_to is None or isinstance(visible_to, Everyone)):
            self._readers = restricted_to(jira.site, issue, visible_to)

    def __str__(self) -> str:
        text = repr(self._text) if isinstance(self._text, str) else f"that fits {self._text.pattern!r}"
        by = f" by {self._by}" if self._by else ""
        to = f" for the {self._readers} alone" if self._readers else " for everybody" if self._everyone else ""
        return f"{text}{by}{to}"

    def is_said_by(self, comment: Comment) -> bool:
        """Say whether a comment has the text."""
        if isinstance(self._text, str):
            return self._text in comment.body
        return self._text.search(comment.body) is not None

    def misses(self, comment: Comment) -> list[str]:
        """Return what is otherwise with a comment."""
        misses = [] if self.is_said_by(comment) else ["it says something else"]
        if self._by is not None and comment.author != self._by:
            misses.append(f"it is by {comment.author or 'an anonymous caller'}")
        if self._everyone and comment.visibility is not None:
            misses.append(f"it is for the {comment.visibility} alone")
        if self._readers is not None and comment.visibility != self._readers:
            readers = "visible to all" if comment.visibility is None else f"for the {comment.visibility} alone"
            misses.append(f"it is {readers}")
        return misses


def told_comment(comment: Comment) -> str:
    """Return a comment as a line: who wrote it, for whom, and its text."""
    readers = "" if comment.visibility is None else f" for the {comment.visibility} alone"
    return f"{comment.author or 'an anonymous caller'}{readers}: {comment.body}"


def _shown(value: object) -> str:
    plain = plain_value(value)
    return "not set" if plain is None else repr(plain)


def _same(wanted: object, actual: object) -> bool:
    if wanted == actual:
        return True
    one, other = plain_value(wanted), plain_value(actual)
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    return one == other


def plain_value(value: object) -> object:
    """Return how a test names a value: what Jira's JSON, or a value of ours, has as its name or key."""
    if isinstance(value, dict):
        found = (value[name] for name in ("name", "value", "displayName", "key") if name in value)
        return next(found, value)
    if isinstance(value, Issue):
        return value.key
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain_value(one) for one in value]
    return getattr(value, "name", value)


def _may_comment(exchange: Exchange) -> bool:
    """Say whether a request can have been meant to comment: one that writes, and names a comment."""
    return exchange.method in ("POST", "PUT") and "comment" in f"{exchange.path} {exchange.body}".casefold()


def _changed(exchange: Exchange, key: str) -> bool:
    return any(change == f"made {key}" or change.startswith(f"{key}: ") for change in exchange.changes)


def _key_of(issue: IssueName) -> str:
    return issue.key if isinstance(issue, Issue) else str(issue)


def _issue_ids(webhook: Webhook) -> list[str]:
    payload: dict[str, Any] = webhook.payload
    link = payload.get("issueLink")
    if link is not None:
        return [str(link["sourceIssueId"]), str(link["destinationIssueId"])]
    if webhook.event.startswith(_OF_NO_ISSUE):
        return []
    worklog = payload.get("worklog")
    return [payload["issue"]["id"] if worklog is None else worklog["issueId"]]


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _below_prefix(path: str) -> str:
    """Return a path without what stands before Jira's own, as on a site below a prefix."""
    return path[max(path.find("/rest/"), 0) :]
