"""A test for each way in which Jira refuses: a decorator for a test's author, and the case that its test gets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from jira_linkfake import scenarios
from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.faults import all_faults
from jira_linkfake.jira.issue_links.rules import drop_link
from jira_linkfake.scenarios.scenario import forget
from jira_linkfake.testing.naming import project_of

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from jira_linkfake.fake_jira import FakeJira
    from jira_linkfake.faults.fault import Fault, LinkOperation
    from jira_linkfake.options import Answers


__tracebackhide__ = of_the_test


@dataclass(kw_only=True)  # not frozen: what depends on the site is known once there is one
class Refusal:
    """A refusal as a test of `every_refusal` gets it; `str(refusal)` is its name.

    `source`, `type`, `phrase` and `destination` are the link that is to be made, read or deleted, and `link_id` is its
    id if it is to be read or deleted. `status` and `message` are what Jira answers, None where nothing comes back, and
    a message of None where it is a page. `link_exists` says whether the link is there afterwards. `answers` is the
    option that the case is for, None where it is the same with both.
    """

    name: str
    operation: LinkOperation
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
        jira._warns = False  # code that does not even ask may be right here
        if self.message:
            self.message = self.message.replace(f"'{there}'", f"'{self.link_id}'")

    def _require_room(self, jira: FakeJira) -> None:
        for key in (self.source, self.destination):
            if jira.site.issues.with_key(key) is not None:
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
            if key not in self.missing and jira.site.issues.with_key(key) is None:
                jira.add_issue(key)
        if self.operation != "create":
            link = jira.add_link(self.source, self.phrase, self.destination)
            self.link_id = link.id
            if self.name == "link-unknown":
                drop_link(jira.site, link)

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
        elif not reply.text.startswith("<"):  # which pages do; Jira also sends a text as one
            self.message = reply.text


_Test = TypeVar("_Test", bound=Callable[..., object])
_State = tuple[str, Callable[[Any], object], dict[str, Any]]
_METHODS: dict[LinkOperation, str] = {"create": "POST", "read": "GET", "delete": "DELETE"}


def every_refusal(
    operation: LinkOperation = "create",
    *,
    source: str = "FROM-1",
    destination: str = "TO-1",
    type: str = "Blocks",
    connections: bool = True,
) -> Callable[[_Test], _Test]:
    """Make a test of each way in which creating, reading or deleting a link is refused or fails on its way.

    The test has an argument `refusal`, a `Refusal`, and the site is in its state when the test begins. `source` and
    `destination` are the keys of the issues, which the site must not have yet, in two projects, and `type` is the name
    of the link's type, one of those that each site starts with. With
    `connections=False` those that break the connection are left out, which plain WSGI cannot render. Raises
    `UsageError` for another operation, for what is no key, and for two keys of one project.
    """
    import pytest

    if callable(operation):
        raise UsageError("every_refusal takes parentheses, also where nothing is in them: @every_refusal()")
    if operation not in _METHODS:
        raise UsageError(f"operation={operation!r} will not do: {nearest(operation, _METHODS)}")
    if project_of(source) == project_of(destination):
        raise UsageError(f"{source} and {destination} are in one project: there are cases that hide one of their two")
    make = partial(Refusal, operation=operation, source=source, destination=destination, type=type)
    states = _states(operation, source, destination, type)
    all_cases = list(_cases(make, operation, states))
    for case in all_cases:
        forget(case.situation)
    cases = [one for one in all_cases if connections or not one.breaks_connection]

    def decorate(test: _Test) -> _Test:
        with_site: _Test = pytest.mark.usefixtures("_jira_linkfake_refusal")(test)
        decorated: _Test = pytest.mark.parametrize("refusal", cases, ids=str)(with_site)
        return decorated

    return decorate


def _cases(make: Callable[..., Refusal], operation: LinkOperation, states: Iterable[_State]) -> Iterator[Refusal]:
    stays = operation != "create"
    for name, situation, more in states:
        yield make(name=name, situation=situation, **{"link_exists": stays, **more})
    for name, scenario in (
        ("no-link-permission", scenarios.no_link_permission),
        ("wrong-token", scenarios.wrong_token),
    ):
        if operation != "read" or scenario is not scenarios.no_link_permission:
            for answers in ("documented", "observed"):
                yield make(name=name, situation=scenario, answers=answers, link_exists=stays)
    yield from _failures(make, operation)


def _states(operation: LinkOperation, source: str, destination: str, link_type: str) -> Iterator[_State]:
    """Yield the states of a site that refuse: the name, what brings it about, and what is particular."""
    yield "linking-disabled", scenarios.linking_disabled, {}
    for end, key in (("source", source), ("destination", destination)):
        yield f"{end}-hidden-by-level", scenarios.issue_hidden_by_level(key=key), {}
        yield f"{end}-hidden-by-project", scenarios.issue_hidden_by_project(key=key), {}
        if operation == "create":
            yield f"{end}-unknown", _nothing, {"missing": (key,)}
            yield f"{end}-archived", scenarios.issue_archived(key=key), {}
    if operation == "create":
        yield "type-unknown", scenarios.link_type_missing(name=link_type), {}
        yield "type-ambiguous", scenarios.link_type_ambiguous(name=link_type), {}
        yield "link-to-itself", _nothing, {"destination": source}
        yield "limit-reached", scenarios.link_limit_reached, {}
    else:
        yield "link-unknown", _nothing, {"link_exists": False}


def _failures(make: Callable[..., Refusal], operation: LinkOperation) -> Iterator[Refusal]:
    """Yield what fails on the way: the operation alone, so that what a client reads before it comes through."""
    for kind in all_faults().values():
        if operation in kind.fails:
            for ending, parameters in {"": {}, **kind.variants}.items():
                yield _failure(make, operation, kind, ending, parameters)


def _failure(
    make: Callable[..., Refusal],
    operation: LinkOperation,
    kind: type[Fault],
    ending: str,
    parameters: Mapping[str, Any],
) -> Refusal:
    # A port refuses connections to everyone, or not at all.
    aim = {} if kind.refuses_connections else {"method": _METHODS[operation], "path": "issueLink"}
    is_there = operation != "create"
    if kind.carries_out and operation != "read":
        is_there = not is_there
    return make(
        name="-".join(filter(None, [kind.name.replace("_", "-"), ending])),
        situation=scenarios.by_name(kind.name)(**aim, **parameters),
        breaks_connection=not kind.is_answered,
        link_exists=is_there,
    )


def _nothing(_: Any) -> None:
    """Leave the site as it is."""
