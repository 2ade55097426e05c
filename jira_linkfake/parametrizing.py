"""A test for each way in which Jira refuses: a decorator for a test's author.

Nothing of Jira is loaded while tests are collected; what is answered is found out when a test begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar, get_args

from jira_linkfake import scenarios
from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.keys import project_of
from jira_linkfake.refusal import Operation, Refusal

__tracebackhide__ = of_the_test

_Test = TypeVar("_Test", bound=Callable[..., object])
_State = tuple[str, Callable[[Any], object], dict[str, Any]]
_METHODS: dict[Operation, str] = {"create": "POST", "read": "GET", "delete": "DELETE"}


def every_refusal(
    operation: Operation = "create",
    *,
    source: str = "FROM-1",
    destination: str = "TO-1",
    type: str = "Blocks",  # noqa: A002 - as Jira and `Refusal` name it
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
        raise UsageError(f"operation={operation!r} will not do: {nearest(operation, get_args(Operation))}")
    if project_of(source) == project_of(destination):
        raise UsageError(f"{source} and {destination} are in one project: there are cases that hide one of their two")
    make = partial(Refusal, operation=operation, source=source, destination=destination, type=type)
    states = _states(operation, source, destination, type)
    cases = [one for one in _cases(make, operation, states) if connections or not one.breaks_connection]

    def decorate(test: _Test) -> _Test:
        with_site: _Test = pytest.mark.usefixtures("_jira_linkfake_refusal")(test)
        decorated: _Test = pytest.mark.parametrize("refusal", cases, ids=str)(with_site)
        return decorated

    return decorate


def _cases(make: Callable[..., Refusal], operation: Operation, states: Iterable[_State]) -> Iterator[Refusal]:
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


def _states(operation: Operation, source: str, destination: str, link_type: str) -> Iterator[_State]:
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


def _failures(make: Callable[..., Refusal], operation: Operation) -> Iterator[Refusal]:
    """Yield what fails on the way: the operation alone, so that what a client reads before it comes through."""
    stays = operation != "create"

    def failing(name: str, scenario: str, **more: Any) -> Refusal:
        parameters = more.pop("parameters", {})
        if scenario != "connection_refused":  # which a port does to everyone, or not at all
            parameters |= {"method": _METHODS[operation], "path": "issueLink"}
        return make(name=name, situation=scenarios.by_name(scenario)(**parameters), **{"link_exists": stays, **more})

    for scenario in ("captcha", "rate_limited", "unavailable", "server_error", "bad_gateway", "login_page"):
        yield failing(scenario.replace("_", "-"), scenario)
    bare = {"html": True, "headers": False, "retry_after": None}
    yield failing("rate-limited-with-a-page", "rate_limited", parameters=bare)
    for scenario in ("connection_refused", "connection_reset", "timeout"):
        yield failing(scenario.replace("_", "-"), scenario, breaks_connection=True)
    yield failing("lost-reply", "lost_reply", breaks_connection=True, link_exists=operation != "delete")
    if operation == "read":
        yield failing("truncated-body", "truncated_body", breaks_connection=True)


def _nothing(_: Any) -> None:
    """Leave the site as it is."""
