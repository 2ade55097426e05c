"""One way in which Jira refuses an operation of a link, for a test that is made for each of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from jira_linkfake.errors import UsageError, nearest, of_the_test

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from jira_linkfake.fake_jira import FakeJira
    from jira_linkfake.options import Answers

__tracebackhide__ = of_the_test

Operation = Literal["create", "read", "delete"]


@dataclass(kw_only=True)  # not frozen: what depends on the site is known once there is one
class Refusal:
    """A refusal as a test of `every_refusal` gets it; `str(refusal)` is its name.

    `source`, `type`, `phrase` and `destination` are the link that is to be made, read or deleted, and `link_id` is its
    id if it is to be read or deleted. `status` and `message` are what Jira answers, None where nothing comes back, and
    a message of None where it is a page. `link_exists` says whether the link is there afterwards. `answers` is the
    option that the case is for, None where it is the same with both.
    """

    name: str
    operation: Operation
    source: str
    destination: str
    link_exists: bool
    type: str = "Blocks"
    phrase: str = "blocks"
    answers: Answers | None = None
    breaks_connection: bool = False
    link_id: str | None = None
    status: int | None = None
    message: str | None = None
    situation: Callable[[FakeJira], object] = field(repr=False)
    missing: tuple[str, ...] = field(default=(), repr=False)

    def bring_about(self, jira: FakeJira) -> None:
        """Bring a site into the situation, and find out what is answered there.

        Raises `UsageError` where the site has one of the issues, and for a type that no site starts with.
        """
        from jira_linkfake.fake_jira import FakeJira

        self._require_room(jira)
        twin = FakeJira()  # so that the test's own site has no exchange but the test's
        self.phrase = self._phrase_of(twin)
        if not self.breaks_connection:
            self._arrange(twin)
            self._read_answer(self._ask(twin))
        there = self.link_id
        self._arrange(jira)
        if self.message:
            self.message = self.message.replace(f"'{there}'", f"'{self.link_id}'")

    def _require_room(self, jira: FakeJira) -> None:
        for key in (self.source, self.destination):
            if jira.site.issue(key) is not None:
                raise UsageError(
                    f"every_refusal adds {key} itself, and the site has it already: give other keys, as in"
                    f" every_refusal(source='FROM-1', destination='TO-1')"
                )

    def _phrase_of(self, jira: FakeJira) -> str:
        types = {one.name: one.outward for one in jira.site.link_types.values()}
        if self.type not in types:
            raise UsageError(f"no site starts with a link type {self.type!r}: {nearest(self.type, types)}")
        return types[self.type]

    def assert_links(self, jira: FakeJira) -> None:
        """Assert that the link is there if `link_exists` says so, and only then.

        Unlike `assert_linked` it also takes issues and types of links that are not on the site.
        """
        ends = {self.source, self.destination}
        found = [str(link) for link in jira.links if {link.source.key, link.destination.key} == ends]
        if bool(found) != self.link_exists:
            expected = "are not linked, but should be" if self.link_exists else "are linked, but should not be"
            raise AssertionError(f"{self.source} and {self.destination} {expected}: {self}. {jira.report()}")

    def __str__(self) -> str:
        return f"{self.name}-{self.answers}" if self.answers else self.name

    def _arrange(self, jira: FakeJira) -> None:
        if self.answers is not None:
            jira.answers = self.answers
        self.situation(jira)
        for key in (self.source, self.destination):
            if key not in self.missing and jira.site.issue(key) is None:
                jira.add_issue(key)
        if self.operation != "create":
            link = jira.add_link(self.source, self.phrase, self.destination)
            self.link_id = str(link.id)
            if self.name == "link-unknown":
                jira.site.remove_link(link)

    def _ask(self, jira: FakeJira) -> TestResponse:
        client = jira.client()
        if self.operation == "create":
            ends = {"inwardIssue": {"key": self.source}, "outwardIssue": {"key": self.destination}}
            return client.post("/rest/api/3/issueLink", json={"type": {"name": self.type}, **ends}, auth=jira.auth)
        method = "GET" if self.operation == "read" else "DELETE"
        return client.open(f"/rest/api/3/issueLink/{self.link_id}", method=method, auth=jira.auth)

    def _read_answer(self, reply: TestResponse) -> None:
        self.status = reply.status_code
        if reply.mimetype == "application/json":
            content = json.loads(reply.data)
            self.message = "; ".join([*content["errorMessages"], *content["errors"].values()])
        elif reply.mimetype == "text/plain":
            self.message = reply.text
