"""What makes a function of a `FakeJira` a scenario that can be given its parameters beforehand."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import update_wrapper, wraps
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Protocol, TypedDict, overload

from jira_linkfake.errors import UsageError, nearest, of_the_test

if TYPE_CHECKING:
    from jira_linkfake.faults.trouble import Trouble
    from jira_linkfake.jira.issue_links.model import IssueLink
    from jira_linkfake.jira.issues.model import Issue
    from jira_linkfake.jira.link_types.model import LinkType
    from jira_linkfake.jira.people.model import Holder
    from jira_linkfake.jira.site import Site
    from jira_linkfake.literals import PermissionKey
    from jira_linkfake.options import Answers

__tracebackhide__ = of_the_test

_Parameters = ParamSpec("_Parameters")


class AimValues(TypedDict, total=False):
    """What a fault is for: the next so many requests or all, with a method or any, to a path or any."""

    times: int | None
    method: str | None
    path: str | None


class Jira(Protocol):
    """As much of a `FakeJira` as ready-made scenarios use."""

    site: Site
    linking_enabled: bool
    link_limit: int
    answers: Answers
    _trouble: Trouble

    def add_issue(self, key: str, /, *, visible_to: list[Holder] | None = ..., archived: bool = ...) -> Issue:
        """Add an issue."""
        ...

    def move_issue(self, issue: str, key: str, /) -> Issue:
        """Give an issue another key."""
        ...

    def add_link_type(self, name: str, /, *, inward: str, outward: str) -> LinkType:
        """Add a type of links."""
        ...

    def add_link(self, issue: str, phrase: str, other: str, /) -> IssueLink:
        """Link two issues."""
        ...

    def deny(self, permission: PermissionKey, /, *, project: str | None = ...) -> None:
        """Take a permission from everybody."""
        ...

    def allow_only(self, permission: PermissionKey, /, *holders: Holder) -> None:
        """Give a permission to some alone."""
        ...


class Scenario(Generic[_Parameters]):
    """A ready-made situation.

    Called with a `FakeJira` it puts that into the situation; called with parameters alone it returns a function
    that does so: `lost_reply(jira)`, `lost_reply(times=1)(jira)`. Raises `UsageError` for a parameter that it does
    not have, and for one without its name.
    """

    def __init__(self, function: Callable[Concatenate[Jira, _Parameters], None]) -> None:
        self._function = function
        update_wrapper(self, function)
        self.__signature__ = _with_aim(inspect.signature(function))

    # A parameter of any type could be a FakeJira, for all that mypy knows.
    @overload
    def __call__(  # type: ignore[overload-overlap]
        self, jira: Jira, /, *args: _Parameters.args, **parameters: _Parameters.kwargs
    ) -> None: ...

    @overload
    def __call__(self, /, *args: _Parameters.args, **parameters: _Parameters.kwargs) -> Callable[[Jira], None]: ...

    def __call__(self, /, *args: Any, **parameters: Any) -> Any:
        """Put a site into the situation, or return what does."""
        self._check(parameters)
        if args:
            if not hasattr(args[0], "site"):
                raise UsageError(f"{self._name} takes a FakeJira, and its parameters by name: {args[0]!r} is neither")
            return self._function(*args, **parameters)
        return Prepared(self, parameters)

    def __repr__(self) -> str:
        return f"<scenario {self._name}>"

    @property
    def _name(self) -> str:
        return self._function.__name__

    def _check(self, parameters: Iterable[str]) -> None:
        known = list(self.__signature__.parameters)[1:]
        for name in parameters:
            if name not in known:
                raise UsageError(f"{self._name} has no parameter {name!r}: {nearest(name, known)}")


def _with_aim(signature: inspect.Signature) -> inspect.Signature:
    """Return a signature with the parameters of an aim by their names."""
    own = [one for one in signature.parameters.values() if one.kind is not one.VAR_KEYWORD]
    if len(own) == len(signature.parameters):
        return signature
    names = AimValues.__annotations__
    aim = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None) for name in names]
    return signature.replace(parameters=[*own, *aim])


_uncalled: dict[int, Prepared] = {}


def take_uncalled() -> list[Prepared]:
    """Return what was prepared and not called since, and forget it."""
    taken = list(_uncalled.values())
    _uncalled.clear()
    return taken


def forget(prepared: object) -> None:
    """Let something that may have been prepared be called or not."""
    _uncalled.pop(id(prepared), None)


class Prepared:
    """A scenario with its parameters."""

    def __init__(self, scenario: Scenario[...], parameters: dict[str, Any]) -> None:
        self._scenario, self._parameters = scenario, parameters
        _uncalled[id(self)] = self

    def __call__(self, jira: Jira) -> None:
        """Put a site into the situation."""
        forget(self)
        self._scenario(jira, **self._parameters)

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self._parameters.items())
        return f"{self._scenario._name}({given})"


def scenario(function: Callable[Concatenate[Jira, _Parameters], None]) -> Scenario[_Parameters]:
    """Make a function of a `FakeJira` a ready-made scenario."""
    return Scenario(function)


def fault(function: Callable[Concatenate[Jira, _Parameters], None]) -> Scenario[_Parameters]:
    """Make a function without a body the scenario that adds the fault of its name, with the parameters that it has."""
    signature = inspect.signature(function)

    @wraps(function)
    def add(jira: Jira, /, *args: _Parameters.args, **parameters: _Parameters.kwargs) -> None:
        from jira_linkfake.faults import all_faults
        from jira_linkfake.faults.fault import Aim

        if args:
            raise UsageError(f"{function.__name__} takes its parameters by name: {args[0]!r} has none")
        given = signature.bind(jira, **parameters)
        given.apply_defaults()
        _, aim, own = given.arguments.pop("jira"), given.arguments.pop("aim"), given.arguments
        jira._trouble.add(all_faults()[function.__name__].of(aim=Aim(**aim), **own))

    return Scenario(add)
